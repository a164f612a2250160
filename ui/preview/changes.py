"""What has to be redrawn when a page changes: a few blocks, the article, or the whole page."""

import json
from dataclasses import dataclass
from typing import Protocol

BODY_MARK = 'id="body"'


class Page(Protocol):
    """A rendered page and its place on the site, as `editor_app.desk.preview.PreviewPage` has it."""

    @property
    def path(self) -> str: ...
    @property
    def html(self) -> str: ...
    @property
    def main(self) -> str: ...
    @property
    def body(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class BodyChange:
    """`removed` children of the body from `first` on give way to `fragments`."""

    first: int
    removed: int
    fragments: tuple[str, ...]


@dataclass(frozen=True)
class MainChange:
    """Everything between the page's header and its footer is new."""

    main: str


@dataclass(frozen=True)
class NewPage:
    """Header, footer, address or language are others: the page is to be read anew."""


Change = BodyChange | MainChange | NewPage


def change_between(before: Page, after: Page) -> Change | None:
    """Return the least that turns `before` into `after`, None where they look the same."""
    if before.path != after.path or _frame(before) != _frame(after):
        return NewPage()
    if before.main == after.main:
        return None
    around = _around_body(before)
    if around is None or around != _around_body(after):
        return MainChange(after.main)
    return _body_change(before.body, after.body)


def script_for(change: BodyChange | MainChange) -> str:
    """Return the JavaScript that makes `change` and answers true where it fitted the page."""
    if isinstance(change, MainChange):
        return f"pressklar.replaceMain({json.dumps(change.main)})"
    return f"pressklar.replaceBlocks({change.first}, {change.removed}, {json.dumps(change.fragments)})"


def _frame(page: Page) -> tuple[str, str]:
    """What stands around the article: the head, which nobody sees, is left out."""
    opening, _, rest = page.html.partition("<head")
    _, _, visible = rest.partition("</head>")
    return opening, visible.replace(page.main, "", 1)


def _around_body(page: Page) -> str | None:
    """What main holds beside the body's blocks, None where these cannot be told from it."""
    position = page.main.find(BODY_MARK)
    if position < 0:
        return None
    before_first = 0
    for number, fragment in enumerate(page.body):
        found = page.main.find(fragment, position)
        if found < 0 or (number and page.main[position:found].strip()):
            return None
        before_first = before_first or found
        position = found + len(fragment)
    return page.main[:before_first] + "\0" + page.main[position:] if page.body else None


def _body_change(before: tuple[str, ...], after: tuple[str, ...]) -> BodyChange:
    shorter = min(len(before), len(after))
    first = 0
    while first < shorter and before[first] == after[first]:
        first += 1
    last = 0
    while last < shorter - first and before[-1 - last] == after[-1 - last]:
        last += 1
    return BodyChange(first, len(before) - first - last, after[first : len(after) - last])
