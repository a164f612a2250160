"""An article as HTML that any content management system takes: few elements, no classes, no styles."""

from collections.abc import Callable, Iterator

import nh3
from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser, LexborNode

from editor_app.domain.article import Contact, Correction
from editor_app.domain.document import (
    Block,
    Document,
    Figure,
    Paragraph,
    Span,
    Spans,
    Table,
    with_spans,
)
from editor_app.domain.languages import direction
from editor_app.rendering.body import BodySurroundings, PlacedImage, render_body
from editor_app.rendering.contact_cards import contact_card
from editor_app.rendering.inline import ArticleAddress, render_spans
from editor_app.rendering.languages import day_text, language_tag
from editor_app.rendering.plain import plain
from editor_app.translation import Translate

ELEMENTS = frozenset(
    (
        *("p", "h2", "h3", "h4", "ul", "ol", "li", "a", "strong", "em", "blockquote"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "img", "figcaption"),
    )
)
ATTRIBUTES = {
    "*": frozenset({"lang", "dir"}),
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "th": frozenset({"scope"}),
}
# What alone can tell the language of words within a text.
_FOREIGN = "span"
_SCHEMES = {"http", "https", "mailto", "tel"}


class ForeignWords(Struct, frozen=True):
    """`words` inside a text are in the language `tag`, which the clean HTML cannot tell."""

    tag: str
    words: str


class CleanBody(Struct, frozen=True):
    """HTML of ELEMENTS alone, and what of the languages got lost."""

    html: str
    foreign: tuple[ForeignWords, ...]


def render_clean_body(
    document: Document,
    *,
    image: Callable[[Figure], PlacedImage | None],
    article_address: ArticleAddress,
    gettext: Translate,
    marks_words: bool = False,
) -> CleanBody:
    """Return the body, whose elements stand on lines of their own.

    A fact box becomes a heading and what stands below it, a line break inside a paragraph a new
    paragraph. `image` and `article_address` give whole addresses or names of files, None for none.
    With `marks_words` words in another language stay marked, by an element that not every system takes.
    """
    around = BodySurroundings(
        words=lambda spans: render_spans(spans, article_address),
        image=image,
        gettext=gettext,
        label_attributes=Markup(""),
    )
    blocks = tuple(line for block in document.blocks for line in _lines(block))
    rendered = render_body(Document(blocks), around)
    if marks_words:
        return CleanBody("\n".join(map(_clean_with_languages, rendered)), ())
    return CleanBody("\n".join(map(_clean, rendered)), tuple(_foreign("".join(rendered))))


def render_corrections(corrections: tuple[Correction, ...], language: str, gettext: Translate) -> str:
    """Return what was corrected, a paragraph each; `language` is that of the article."""
    template = Markup("<p><strong>{} {}:</strong> {}</p>")
    return "\n".join(
        _clean(template.format(gettext("Correction"), day_text(one.day, language), plain(one.words)))
        for one in corrections
    )


def render_contacts(contacts: tuple[Contact, ...], gettext: Translate) -> str:
    """Return the contacts below a heading; nothing where there are none."""
    if not contacts:
        return ""
    heading = Markup("<h2>{}</h2>").format(gettext("Contact"))
    return "\n".join(map(_clean, (heading, *(line for one in contacts for line in _contact(one)))))


def in_language(html: str, tag: str, around: str) -> str:
    """Return clean `html` whose elements tell that they are in `tag`, for a page in the language `around`.

    Those that tell another language, or how they run, keep that.
    """
    own = language_tag(tag)
    if own is None or own == around:
        return html
    return "\n".join(_told(element, own, around) for element in LexborHTMLParser(html).css("body > *"))


def _told(element: LexborNode, tag: str, around: str) -> str:
    if "lang" not in element.attributes:
        element.attrs["lang"] = tag
        if "dir" not in element.attributes and direction(tag) != direction(around):
            element.attrs["dir"] = direction(tag)
    return element.html or ""


def _contact(contact: Contact) -> Iterator[Markup]:
    card = contact_card(contact)
    yield Markup("<h3>{}</h3>").format(card.name)
    if card.position:
        yield Markup("<p>{}</p>").format(card.position)
    for way in card.ways:
        words = Markup('<a href="{}">{}</a>').format(way.href, way.text) if way.href else way.text
        label = Markup("{}: ").format(way.label) if way.label else Markup("")
        yield Markup("<p>{}{}</p>").format(label, words)


def _clean_with_languages(element: Markup) -> str:
    fragment = LexborHTMLParser(element).body
    assert fragment is not None
    for span in fragment.css(f"{_FOREIGN}:not([lang])"):
        span.unwrap()
    return _clean(fragment.inner_html or "", ELEMENTS | {_FOREIGN})


def _clean(element: str, elements: frozenset[str] = ELEMENTS) -> str:
    return nh3.clean(
        element,
        tags=set(elements),
        attributes={name: set(names) for name, names in ATTRIBUTES.items()},
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _foreign(html: str) -> Iterator[ForeignWords]:
    """Yield what only an element says that the clean HTML has not."""
    for element in LexborHTMLParser(html).css(f"{_FOREIGN}[lang]"):
        yield ForeignWords(element.attributes["lang"] or "", element.text().strip())


def _lines(block: Block) -> Iterator[Block]:
    """Yield `block` without line breaks: a paragraph as several, others in one line.

    The lines of a quote are one speaker's, and each quote begins with a dash.
    """
    if isinstance(block, Figure):
        yield block
    elif isinstance(block, Table):
        yield replace(block, rows=tuple(tuple(map(_in_one_line, row)) for row in block.rows))
    elif isinstance(block, Paragraph):
        for spans in _split(block.spans):
            yield with_spans(block, spans)
    else:
        yield with_spans(block, _in_one_line(block.spans))


def _split(spans: Spans) -> Iterator[Spans]:
    line: list[Span] = []
    for span in spans:
        first, *others = span.text.split("\n")
        line.append(replace(span, text=first))
        for text in others:
            yield tuple(one for one in line if one.text)
            line = [replace(span, text=text)]
    yield tuple(one for one in line if one.text)


def _in_one_line(spans: Spans) -> Spans:
    return tuple(replace(span, text=span.text.replace("\n", " ")) for span in spans)
