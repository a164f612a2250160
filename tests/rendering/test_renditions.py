"""In which sizes the page gets an image, and where they are."""

from hypothesis import given
from hypothesis import strategies as st

from editor_app.domain.document import Crop, Figure, Focus
from editor_app.rendering.renditions import (
    GREATEST_HEIGHT,
    Rendition,
    rendition_at,
    shown_figure,
    shown_teaser,
    shown_whole,
)

PICTURE = "a" * 64
sizes = st.tuples(st.integers(1, 12_000), st.integers(1, 12_000))
crops = st.none() | st.builds(Crop, *[st.integers(-50, 13_000)] * 2, *[st.integers(0, 13_000)] * 2)
focuses = st.none() | st.builds(Focus, *[st.integers(-50, 13_000)] * 2)


def widths(size, crop=None):
    return shown_figure(Figure(PICTURE, crop=crop), size).widths


def test_a_photograph_comes_in_every_width_and_a_small_one_as_it_is():
    assert widths((4000, 3000)) == (320, 480, 640, 960, 1280, 1600)
    assert widths((1000, 700)) == (320, 480, 640, 1000)
    assert widths((300, 200)) == (300,)
    assert widths((4000, 3000), Crop(0, 0, 700, 700)) == (320, 480, 700)


def test_a_crop_that_is_the_whole_image_is_none():
    shown = shown_figure(Figure(PICTURE, crop=Crop(0, 0, 400, 300)), (400, 300))

    assert shown.usual == Rendition(PICTURE, None, 400)


def test_a_crop_that_misses_the_image_shows_all_of_it():
    assert shown_figure(Figure(PICTURE, crop=Crop(900, 0, 10, 10)), (400, 300)).crop is None


def test_lists_show_three_by_two_around_the_focus():
    figure = Figure(PICTURE, crop=Crop(100, 100, 1000, 1000), focus=Focus(600, 250))

    shown = shown_teaser(figure, (4000, 3000))

    assert shown.part == Crop(100, 100, 1000, 667)
    assert shown.widths == (320, 640, 960)


@given(size=sizes, crop=crops, focus=focuses)
def test_whatever_the_crop_what_is_shown_lies_in_the_image_and_is_not_enlarged(size, crop, focus):
    figure = Figure(PICTURE, crop=crop, focus=focus)

    for shown in (shown_figure(figure, size), shown_teaser(figure, size)):
        part = shown.part
        assert 0 <= part.left < part.left + part.width <= size[0]
        assert 0 <= part.top < part.top + part.height <= size[1]
        assert list(shown.widths) == sorted(set(shown.widths))
        assert 0 < shown.widths[-1] <= part.width
        assert shown.height_at(shown.widths[-1]) <= max(GREATEST_HEIGHT, 2 * part.height // part.width)
        assert shown.usual in set(shown.renditions)


@given(crop=st.none() | st.builds(Crop, *[st.integers(0, 9000)] * 4), width=st.integers(1, 1600))
def test_a_path_says_what_is_there(crop, width):
    rendition = Rendition(PICTURE, crop, width)

    assert rendition_at(rendition.path) == rendition


def test_other_paths_are_no_renditions():
    for path in ("", "bilder/x-320.webp", f"bilder/{PICTURE}.webp", f"../bilder/{PICTURE}-1.webp"):
        assert rendition_at(path) is None


def test_the_window_gets_the_widest_that_is_narrow_enough():
    assert shown_whole(PICTURE, (4000, 3000), 1280).width == 1280
    assert shown_whole(PICTURE, (1000, 700), 320).width == 320
    assert shown_whole(PICTURE, (500, 700), 320).width == 320
    assert shown_whole(PICTURE, (340, 700), 320).width == 340
