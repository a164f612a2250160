"""Which part of an image is shown, in pixels of the upright original."""

from editor_app.domain.document import Crop, Focus


def shown_part(width: int, height: int, crop: Crop | None) -> Crop:
    """Return what `crop` leaves of an image of that size; all of it where the two do not meet."""
    if crop is None:
        return Crop(0, 0, width, height)
    left, top = max(crop.left, 0), max(crop.top, 0)
    right, bottom = min(crop.left + crop.width, width), min(crop.top + crop.height, height)
    if right <= left or bottom <= top:
        return Crop(0, 0, width, height)
    return Crop(left, top, right - left, bottom - top)


def part_around(part: Crop, focus: Focus | None, ratio: float) -> Crop:
    """Return the largest part of `part` whose width is `ratio` times its height, around `focus`.

    Without a focus it lies around the middle; it never reaches beyond `part`.
    """
    width = max(1, min(part.width, round(part.height * ratio)))
    height = max(1, min(part.height, round(part.width / ratio)))
    middle = focus or Focus(part.left + part.width // 2, part.top + part.height // 2)
    return Crop(
        _start(middle.x, width, part.left, part.width),
        _start(middle.y, height, part.top, part.height),
        width,
        height,
    )


def _start(middle: int, length: int, first: int, room: int) -> int:
    """Return where `length` pixels around `middle` begin, kept within `room` pixels from `first` on."""
    return min(max(middle - length // 2, first), first + room - length)


def moved_part(part: Crop, across: int, down: int, width: int, height: int) -> Crop:
    """Return `part` moved by pixels, kept within an image of that size."""
    left = min(max(part.left + across, 0), width - part.width)
    top = min(max(part.top + down, 0), height - part.height)
    return Crop(left, top, part.width, part.height)


def stretched_part(fixed: Focus, to: Focus, ratio: float | None, width: int, height: int) -> Crop:
    """Return the part between the corner `fixed`, which stays, and the point `to`, in an image of that size.

    It keeps `ratio`, where there is one, and is never less than a pixel; a point outside the image
    is taken for the nearest one inside.
    """
    across = min(max(to.x, 0), width) - fixed.x
    down = min(max(to.y, 0), height) - fixed.y
    wide, high = max(abs(across), 1), max(abs(down), 1)
    if ratio is not None:
        wide = max(1, min(wide, round(high * ratio)))
        high = max(1, min(high, round(wide / ratio)))
    left = fixed.x - wide if across < 0 else min(fixed.x, width - wide)
    top = fixed.y - high if down < 0 else min(fixed.y, height - high)
    return Crop(max(left, 0), max(top, 0), wide, high)
