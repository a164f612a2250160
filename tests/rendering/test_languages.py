"""How pages speak the language of their article."""

from datetime import UTC, datetime

import pytest

from editor_app.domain.languages import direction
from editor_app.rendering.languages import (
    date_text,
    day,
    frame_language,
    language_attributes,
    language_name,
    time_text,
)

LATE = datetime(2024, 2, 25, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("sv", "26 februari 2024"),
        ("sv-FI", "26 februari 2024"),
        ("en", "26 February 2024"),
        ("fi", "26. helmikuuta 2024"),
        ("rmy", "26 februari 2024"),
    ],
)
def test_a_date_is_the_swedish_day_in_the_language_of_the_article(tag, text):
    assert date_text(LATE, tag) == text


def test_times_are_written_as_each_language_does():
    assert time_text(LATE, "sv") == "26 februari 2024 kl. 00.30"
    assert time_text(LATE, "en") == "26 February 2024, 00:30"
    assert day(LATE) == "2024-02-26"


@pytest.mark.parametrize(("tag", "frame"), [("sv", "sv"), ("en-GB", "en"), ("ar", "sv"), ("fi", "sv")])
def test_labels_are_swedish_where_there_is_no_catalogue(tag, frame):
    assert frame_language(tag) == frame


def test_direction_follows_the_script():
    assert [
        direction(tag) for tag in ("ar", "fa", "he", "ur", "yi", "sv", "ku", "ku-Arab", "ar-Latn", "")
    ] == [
        *["rtl"] * 5,
        "ltr",
        "ltr",
        "rtl",
        "ltr",
        "ltr",
    ]


def test_only_what_differs_is_marked():
    assert language_attributes("sv", "sv") == ""
    assert language_attributes("fi", "sv") == ' lang="fi"'
    assert language_attributes("sv", "ar") == ' lang="sv" dir="ltr"'


def test_languages_are_named_by_themselves():
    assert [language_name(tag) for tag in ("fi", "ar", "rmy")] == ["suomi", "العربية", "rmy"]
