"""Where the page ends and the article begins, above it and below."""

import re

from editor_app.intake.contacts import is_contact_heading
from editor_app.intake.lines import Lines, prose_before
from editor_app.intake.vocabulary import (
    BUTTONS,
    FOOTER_LINE,
    MENU_WORDS,
    TAIL_HEADINGS,
    WEAK_TAIL_HEADINGS,
    key,
)

_BREADCRUMB = re.compile(
    r"(?:start|startsida|startsidan|hem|home|du är här|you are here)\s*[:/>›»|]\s*\S.*", re.IGNORECASE
)
_LONGEST_LABEL = 60


def is_button(text: str) -> bool:
    """Tell whether `text` is something to click on, wherever it stands."""
    return len(text) <= _LONGEST_LABEL and key(text) in BUTTONS


def is_menu_line(text: str) -> bool:
    """Tell whether `text` is part of the page's menus."""
    return (len(text) <= _LONGEST_LABEL and key(text) in MENU_WORDS) or _BREADCRUMB.fullmatch(
        text
    ) is not None


def find_top(lines: Lines) -> int:
    """Return how many of `lines` stand above the article, as far as the menus tell.

    Notices stand among the menus, so that a menu word with more running text below than above it
    still belongs to the top.
    """
    prose = prose_before(lines)
    top = 0
    for index, line in enumerate(lines):
        is_above = prose[index] == 0 or prose[-1] - prose[index] > prose[index]
        # "Kontakt" stands in menus, and above contacts.
        if is_above and is_menu_line(line.text) and not is_contact_heading(lines, index):
            top = index + 1
    return top if top < len(lines) else 0


def find_tail(lines: Lines, start: int) -> int:
    """Return where, after `start`, the page's own part below the article begins, or the number of lines."""
    prose = prose_before(lines)
    for index in range(start + 1, len(lines)):
        below = prose[-1] - prose[index]
        if prose[index] >= below and _begins_tail(lines[index].text, running_text_below=below > 0):
            return index
    return len(lines)


def _begins_tail(text: str, *, running_text_below: bool) -> bool:
    if len(text) > _LONGEST_LABEL:
        return False
    if TAIL_HEADINGS.fullmatch(key(text)) or FOOTER_LINE.fullmatch(text):
        return True
    return not running_text_below and WEAK_TAIL_HEADINGS.fullmatch(key(text)) is not None
