"""A table as HTML, with cells that say what they head."""

from collections.abc import Callable

from markupsafe import Markup

from editor_app.domain.document import Row, Table
from editor_app.rendering.inline import ArticleAddress, render_spans


def render_table(table: Table, article_address: ArticleAddress, gettext: Callable[[str], str]) -> Markup:
    """Return the table in a frame that scrolls sideways where the screen is too narrow for it."""
    head, body = (table.rows[:1], table.rows[1:]) if table.header_row else ((), table.rows)
    caption = Markup("<caption>{}</caption>").format(table.caption) if table.caption else Markup("")
    first = '<th scope="row">{}</th>' if table.header_column else "<td>{}</td>"
    label = gettext("Table: {caption}").format(caption=table.caption) if table.caption else gettext("Table")
    return Markup(
        '<div class="table" role="region" aria-label="{}" tabindex="0"><table>{}{}{}</table></div>'
    ).format(
        label,
        caption,
        _group("thead", [_row(row, article_address, '<th scope="col">{}</th>') for row in head]),
        _group("tbody", [_row(row, article_address, "<td>{}</td>", first) for row in body]),
    )


def _group(element: str, rows: list[Markup]) -> Markup:
    return Markup("<{0}>{1}</{0}>").format(element, Markup("").join(rows)) if rows else Markup("")


def _row(row: Row, article_address: ArticleAddress, cell: str, first: str = "") -> Markup:
    cells = (
        Markup(first or cell if number == 0 else cell).format(render_spans(spans, article_address))
        for number, spans in enumerate(row)
    )
    return Markup("<tr>{}</tr>").format(Markup("").join(cells))
