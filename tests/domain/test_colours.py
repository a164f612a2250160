"""Colours: their contrast, and the nearest that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.domain.colours import (
    READABLE,
    contrast,
    from_oklch,
    least_contrast,
    parse_colour,
    readable_on,
    shifted,
    to_oklch,
)
from editor_app.domain.site_palette import DARK_GROUNDS, LIGHT_GROUNDS, judge_accent, site_palette

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#0b5563", "#ffffff", 8.42)],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@given(colours)
def test_a_colour_comes_back_from_its_lightness_chroma_and_hue(colour):
    assert from_oklch(to_oklch(colour)) == colour


@pytest.mark.parametrize(
    ("typed", "colour"),
    [("#0B5563", "#0b5563"), (" 0b5563 ", "#0b5563"), ("#fff", None), ("blå", None), ("", None)],
)
def test_a_colour_is_six_figures(typed, colour):
    assert parse_colour(typed) == colour


@given(colours)
def test_there_is_a_readable_colour_near_each(colour):
    for grounds in (LIGHT_GROUNDS, DARK_GROUNDS):
        assert least_contrast(readable_on(grounds, colour), grounds) >= READABLE


@given(colours)
def test_what_can_be_read_stays_as_it_is(colour):
    verdict = judge_accent(colour)

    assert (verdict.nearest == colour) == verdict.passes


def test_the_nearest_readable_colour_keeps_the_hue_and_no_more_darkness_than_it_takes():
    verdict = judge_accent("#f5b800")

    assert not verdict.passes
    assert to_oklch(verdict.nearest).hue == pytest.approx(to_oklch("#f5b800").hue, abs=0.05)
    assert least_contrast(verdict.nearest, LIGHT_GROUNDS) == pytest.approx(READABLE, abs=0.08)


@given(colours)
def test_every_colour_of_the_palette_can_be_read(accent):
    light, dark = site_palette(accent)

    for values, grounds in ((light, LIGHT_GROUNDS), (dark, DARK_GROUNDS)):
        for name in ("--accent", "--accent-deep"):
            assert least_contrast(values[name], grounds) >= READABLE
            assert contrast(values["--on-accent"], values[name]) >= READABLE


def test_a_colour_is_shifted_to_black_and_white_and_no_further():
    assert (shifted("#123456", -2), shifted("#123456", 2)) == ("#000000", "#ffffff")
