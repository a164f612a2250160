"""What an export tells of itself while it goes on."""

from collections.abc import Callable
from enum import StrEnum


class ExportStep(StrEnum):
    """What is done just now; the last three are those of the output, in its words."""

    TEXTS = "texts"
    PAGES = "pages"
    IMAGES = "images"
    CHECKING = "checking"
    KEEPING = "keeping"
    # Told once, as the last thing that may be stopped.
    SWITCHING = "switching"


# Hears what is done, how much of it and of how much, 0 where that is not known; it may raise to stop.
Tell = Callable[[ExportStep, int, int], None]


def nothing_told(_step: ExportStep, _done: int, _whole: int) -> None:
    """Tell nobody."""
