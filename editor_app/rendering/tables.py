"""A table as HTML, with cells that say what they head."""

from collections.abc import Callable

from markupsafe import Markup

from editor_app.domain.document import Table, head_scope
from editor_app.rendering.inline import Words


def render_table(table: Table, words: Words, gettext: Callable[[str], str]) -> Markup:
    """Return the table in a frame that scrolls sideways where the screen is too narrow for it."""
    # A group and no region: several tables without a caption would be landmarks of one name.
    frame = '<div class="table" role="group" aria-label="{}" tabindex="0"><table>{}{}{}</table></div>'
    rows = [_row(table, number, words) for number in range(len(table.rows))]
    head, body = (rows[:1], rows[1:]) if table.header_row else ([], rows)
    caption = Markup("<caption>{}</caption>").format(table.caption) if table.caption else Markup("")
    label = gettext("Table: {caption}").format(caption=table.caption) if table.caption else gettext("Table")
    return Markup(frame).format(label, caption, _group("thead", head), _group("tbody", body))


def _group(element: str, rows: list[Markup]) -> Markup:
    return Markup("<{0}>{1}</{0}>").format(element, Markup("").join(rows)) if rows else Markup("")


def _row(table: Table, number: int, words: Words) -> Markup:
    cells = (
        _cell(words(spans), head_scope(table, number, column))
        for column, spans in enumerate(table.rows[number])
    )
    return Markup("<tr>{}</tr>").format(Markup("").join(cells))


def _cell(words: Markup, scope: str) -> Markup:
    # An empty corner heads nothing, and would be read out as a header without a name.
    if scope and words.striptags().strip():
        return Markup('<th scope="{}">{}</th>').format(scope, words)
    return Markup("<td>{}</td>").format(words)
