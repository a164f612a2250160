"""What each element becomes."""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from editor_app.domain.document import Block, FactTitle, Figure, Heading, ListItem, Quote, Table, plain_text
from editor_app.intake.html.hrefs import clean_href
from editor_app.intake.html.list_marks import LIST_MARK, is_ordered_mark, without_mark
from editor_app.intake.html.names import names
from editor_app.intake.html.pictures import read_image
from editor_app.intake.html.places import PARAGRAPH, Place
from editor_app.intake.html.reader import Element, ReadElement, Reader
from editor_app.intake.html.tables import read_cell, read_table

QUOTE = Quote()
_HEADING_TAGS = {f"h{level}": level for level in range(1, 7)}
# Word indents each level by this much, in points.
_INDENT = 36.0
_CREDIT = re.compile(
    r"(?:^|\s)(?:foto|fotograf|bild|photo|image|illustration)\s*:\s*(\S.{0,80})$", re.IGNORECASE
)


def read_block(reader: Reader, element: Element, place: Place) -> None:
    """Read an element that stands on lines of its own: a paragraph, a division of a page."""
    level = _heading_level(element)
    if level:
        _read_heading(reader, element, place, level)
    elif element.style.list_level or (element.facts.is_list_paragraph and _mark_of(element)):
        _read_word_item(reader, element, place)
    elif element.get("role") == "listitem":
        read_item(reader, element, place._replace(list_level=max(place.list_level, 1)))
    elif element.facts.is_fact_box:
        _read_fact_box(reader, element, place)
    else:
        reader.apart(place)
        if element.style.breaks_page:
            reader.flow.end()
        reader.children(element.node, place)
        reader.apart(place)


def read_heading(reader: Reader, element: Element, place: Place) -> None:
    """Read h1–h6; levels stay as they are until all of the text is known."""
    level = element.number("aria-level") if element.get("role") == "heading" else 0
    _read_heading(reader, element, place, level or _HEADING_TAGS[element.tag])


def read_content(reader: Reader, element: Element, place: Place) -> None:
    """Read main and article: what is in them is no furniture of the page."""
    read_block(reader, element, place._replace(in_content=True))


def read_aside(reader: Reader, element: Element, place: Place) -> None:
    """Read what stands beside the text; below a heading of its own it is a fact box."""
    _read_fact_box(reader, element, place._replace(in_content=True))


def read_quote(reader: Reader, element: Element, place: Place) -> None:
    """Read blockquote; mail programs use it for the mail that is answered, and to indent."""
    is_mail = element.facts.is_quoted_mail or element.get("type") == "cite" or element.style.margin > 0
    reader.flow.end()
    reader.children(element.node, place if is_mail else place._replace(kind=QUOTE))
    reader.flow.end()


def read_list(reader: Reader, element: Element, place: Place) -> None:
    """Read ul, ol and menu."""
    reader.flow.end()
    level = max(place.list_level + 1, element.number("data-indent") + 1)
    reader.children(
        element.node,
        place._replace(list_level=level, ordered=element.tag == "ol", kind=PARAGRAPH, is_whole=False),
    )
    reader.flow.end()


def read_item(reader: Reader, element: Element, place: Place) -> None:
    """Read one item; editors on the web say its level in attributes, whatever it is nested in."""
    level = max(
        place.list_level,
        element.number("aria-level"),
        element.number("data-aria-level"),
        element.facts.indent + 1,
        element.style.list_level,
    )
    named = element.get("data-list")
    ordered = named == "ordered" if named else place.ordered
    item = place._replace(kind=ListItem(ordered, level), list_level=level, is_whole=True)
    reader.flow.end()
    reader.children(element.node, item)
    reader.flow.end()


def read_link(reader: Reader, element: Element, place: Place) -> None:
    """Read a; one that cannot be followed keeps its words."""
    if _is_comment_link(element):
        reader.left_out["comment marks"] += 1
        return
    href = clean_href(element.get("href"), reader.source.base) if element.get("href") else place.href
    reader.children(element.node, place._replace(href=href))


def read_break(reader: Reader, element: Element, place: Place) -> None:
    """Read br; Word's page break is one as well."""
    if element.style.breaks_page:
        reader.apart(place)
    else:
        reader.flow.line_break()


def read_rule(reader: Reader, _element: Element, place: Place) -> None:
    """Read hr: what follows is another paragraph."""
    reader.apart(place)


def read_preformatted(reader: Reader, element: Element, place: Place) -> None:
    """Read pre, where line breaks count."""
    read_block(reader, element, place._replace(keeps_breaks=True))


def read_short_quote(reader: Reader, element: Element, place: Place) -> None:
    """Read q, whose marks no text has."""
    for text in ("”", None, "”"):
        if text is None:
            reader.children(element.node, place)
        else:
            reader.flow.words(text, place.marks, place.kind)


def read_button(reader: Reader, element: Element, place: Place) -> None:
    """Read button: a heading that opens and closes what is below has its words in one."""
    if isinstance(place.kind, Heading) or element.get("role") == "heading":
        reader.children(element.node, place)


def read_span(reader: Reader, element: Element, place: Place) -> None:
    """Read span; Slack has no other mark for the end of a paragraph."""
    if element.get("data-stringify-type") == "paragraph-break":
        reader.apart(place)
    elif _heading_level(element):
        _read_heading(reader, element, place, _heading_level(element))
    else:
        reader.children(element.node, place)


def read_figure(reader: Reader, element: Element, place: Place) -> None:
    """Read figure: its caption belongs to the image or the table in it, or else is a paragraph."""
    reader.flow.end()
    captions: list[Block] = []
    reader.captions.append(captions)
    start = len(reader.flow.blocks)
    reader.children(element.node, place._replace(is_whole=False))
    reader.flow.end()
    reader.captions.pop()
    blocks = reader.flow.blocks
    caption = " ".join(plain_text(block).replace("\n", " ") for block in captions)
    index = next(
        (i for i in range(len(blocks) - 1, start - 1, -1) if isinstance(blocks[i], Figure | Table)), None
    )
    if index is None:
        blocks += captions
    elif caption:
        blocks[index] = _with_caption(blocks[index], caption)


def read_caption(reader: Reader, element: Element, place: Place) -> None:
    """Read figcaption."""
    blocks = reader.inside(element.node, place._replace(kind=PARAGRAPH, is_whole=False))
    (reader.captions[-1] if reader.captions else reader.flow.blocks).extend(blocks)


def _with_caption(block: Block, caption: str) -> Block:
    if not isinstance(block, Figure):
        return replace(block, caption=caption)
    credit = _CREDIT.search(caption)
    if credit is None:
        return replace(block, caption=caption)
    return replace(block, caption=caption[: credit.start()].rstrip(" ."), credit=credit[1])


def _read_heading(reader: Reader, element: Element, place: Place, level: int) -> None:
    reader.flow.end()
    kind = Heading(min(max(level, 1), 6))
    reader.children(element.node, place._replace(kind=kind, is_whole=True))
    reader.flow.end()


def _heading_level(element: Element) -> int:
    if element.get("role") == "heading":
        return element.number("aria-level", 2)
    if element.tag == "p":
        return min(element.facts.heading or element.style.outline_level, 6)
    return element.facts.heading if element.facts.heading and element.tag == "div" else 0


def _read_word_item(reader: Reader, element: Element, place: Place) -> None:
    """Read a paragraph that Word shows as an item: its bullet or number is in the text."""
    mark = _mark_of(element)
    level = element.style.list_level or max(round(element.style.margin / _INDENT), 1)
    item = ListItem(is_ordered_mark(mark), level)
    reader.flow.end()
    first, *others = reader.inside(element.node, place._replace(kind=item, is_whole=True)) or [item]
    if isinstance(first, ListItem):
        first = replace(first, spans=without_mark(first.spans, mark))
    reader.flow.blocks += [first, *others]


def _mark_of(element: Element) -> str:
    """Return the bullet or number that Word wrote before the words of an item."""
    marker = element.node.css_first('[style*="mso-list:Ignore" i]') or element.node.css_first(
        '[style*="mso-list: Ignore" i]'
    )
    if marker is not None:
        return str(marker.text()).strip()
    found = LIST_MARK.match(element.node.text()[:60])
    return found[1] if found else ""


def _is_comment_link(element: Element) -> bool:
    href = element.get("href")
    return href.startswith(("#_msocom", "#cmnt"))


def _read_fact_box(reader: Reader, element: Element, place: Place) -> None:
    """Read what has a heading and then its text as a fact box."""
    blocks = reader.inside(element.node, place)
    reader.flow.end()
    first = blocks[0] if blocks else None
    if isinstance(first, Heading) and len(blocks) > 1:
        blocks = [FactTitle(first.spans), *(_boxed(block) for block in blocks[1:])]
    reader.flow.blocks += blocks


def _boxed(block: Block) -> Block:
    return block if isinstance(block, FactTitle | Figure | Table) else replace(block, boxed=True)


_BLOCK_TAGS = names(
    "p div section header footer address center fieldset form hgroup details summary dl dt dd nav"
)
READERS: Mapping[str, ReadElement] = {
    **dict.fromkeys(_BLOCK_TAGS, read_block),
    **dict.fromkeys(_HEADING_TAGS, read_heading),
    **dict.fromkeys(("main", "article"), read_content),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), read_list),
    **dict.fromkeys(("tr", "td", "th", "caption"), read_cell),
    "aside": read_aside,
    "blockquote": read_quote,
    "li": read_item,
    "a": read_link,
    "br": read_break,
    "hr": read_rule,
    "pre": read_preformatted,
    "q": read_short_quote,
    "button": read_button,
    "span": read_span,
    "figure": read_figure,
    "figcaption": read_caption,
    "img": read_image,
    "table": read_table,
}
