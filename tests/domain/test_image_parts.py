"""Parts of an image stay inside it, whatever is asked for."""

from hypothesis import given
from hypothesis import strategies as st

from editor_app.domain.document import Crop, Focus
from editor_app.domain.image_parts import moved_part, part_around, shown_part, stretched_part

sizes = st.integers(1, 5000)
anywhere = st.integers(-6000, 6000)
points = st.builds(Focus, anywhere, anywhere)
ratios = st.sampled_from([16 / 9, 3 / 2, 4 / 3, 1.0])


def lies_inside(part, width, height):
    across = 0 <= part.left < part.left + part.width <= width
    return across and 0 <= part.top < part.top + part.height <= height


@given(width=sizes, height=sizes, focus=st.none() | points, ratio=ratios)
def test_a_part_around_a_point_is_as_large_as_its_ratio_lets_it(width, height, focus, ratio):
    part = part_around(Crop(0, 0, width, height), focus, ratio)

    assert lies_inside(part, width, height)
    assert part.width == width or part.height == height


def test_a_part_around_a_point_has_it_in_its_middle_where_there_is_room():
    whole = Crop(0, 0, 1000, 500)

    assert part_around(whole, None, 1.0) == Crop(250, 0, 500, 500)
    assert part_around(whole, Focus(400, 20), 1.0) == Crop(150, 0, 500, 500)
    assert part_around(whole, Focus(990, 20), 1.0) == Crop(500, 0, 500, 500)


@given(crop=st.builds(Crop, anywhere, anywhere, anywhere, anywhere), width=sizes, height=sizes)
def test_what_is_shown_lies_in_the_image(crop, width, height):
    assert lies_inside(shown_part(width, height, crop), width, height)


@given(across=anywhere, down=anywhere)
def test_a_moved_part_keeps_its_size_and_stays_inside(across, down):
    part = moved_part(Crop(10, 20, 300, 200), across, down, 800, 600)

    assert (part.width, part.height) == (300, 200)
    assert lies_inside(part, 800, 600)


@given(x=st.integers(0, 800), y=st.integers(0, 600), to=points, ratio=st.none() | ratios)
def test_a_stretched_part_stays_inside_and_near_its_ratio(x, y, to, ratio):
    part = stretched_part(Focus(x, y), to, ratio, 800, 600)

    assert lies_inside(part, 800, 600)
    if ratio is not None:
        assert abs(part.width - part.height * ratio) <= ratio + 1


def test_a_part_is_stretched_to_every_side():
    middle = Focus(400, 300)

    assert stretched_part(middle, Focus(500, 380), None, 800, 600) == Crop(400, 300, 100, 80)
    assert stretched_part(middle, Focus(300, 220), None, 800, 600) == Crop(300, 220, 100, 80)
    assert stretched_part(middle, Focus(-50, 9999), None, 800, 600) == Crop(0, 300, 400, 300)
    assert stretched_part(middle, Focus(500, 310), 1.0, 800, 600) == Crop(400, 300, 10, 10)
