"""The body of an article as HTML: one fragment for each element at its top level."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, groupby

from markupsafe import Markup

from editor_app.domain.document import (
    HEADING_LEVELS,
    Block,
    Document,
    FactTitle,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Table,
    is_boxed,
    needs_credit_label,
    plain_text,
)
from editor_app.rendering.inline import (
    Words,
    direction_of_element,
    language_of_element,
    whole_language,
    without_language,
)
from editor_app.rendering.tables import render_table

# The dash of speech: an en dash and a space that keeps it on the line of its first word.
SPEECH_DASH = "–\u00a0"
FACT_TITLE_LEVEL = 2
# How the stylesheet lays images out, in CSS pixels: the column has a margin on both sides.
HERO_WIDTH = 832
COLUMN_WIDTH, COLUMN_HEIGHT, COLUMN_MARGINS = 640, 640, 40


@dataclass(frozen=True)
class PlacedImage:
    """Where an image is, seen from the page, and its size there in pixels.

    `srcset` names it in several widths, of which `largest` is the greatest; it is empty where there
    is one width alone.
    """

    src: str
    width: int
    height: int
    srcset: str = ""
    largest: int = 0


@dataclass(frozen=True)
class BodySurroundings:
    """What the body takes from its page.

    `words` gives the HTML of spans, `image` None for an image that is not in the archive, and
    `gettext` labels in the page's language, which `label_attributes` tell from the article's own.
    """

    words: Words
    image: Callable[[Figure], PlacedImage | None]
    gettext: Callable[[str], str]
    label_attributes: Markup


def render_body(document: Document, around: BodySurroundings) -> tuple[Markup, ...]:
    """Return the elements of the body in order; `document` is in its canonical form.

    Blocks without words give nothing.
    """
    return tuple(fragment for _start, _end, run in render_runs(document, around) for fragment in run)


def render_runs(
    document: Document, around: BodySurroundings
) -> Iterator[tuple[int, int, tuple[Markup, ...]]]:
    """Yield from which block to which what belongs together goes, a list or a box, and its elements."""
    body = _Body(around)
    for start, end in _runs(document.blocks):
        yield start, end, tuple(body.fragments(document.blocks[start:end]))


def render_figure(figure: Figure, around: BodySurroundings, *, hero: bool = False) -> Markup:
    """Return the figure with its caption and credit; nothing where its image is not known."""
    image = around.image(figure)
    if image is None:
        return Markup("")
    element = Markup('<img src="{}"{} width="{}" height="{}" alt="{}"{}>').format(
        image.src,
        _choices(image, hero=hero),
        image.width,
        image.height,
        "" if figure.decorative else figure.alt,
        Markup("") if hero else Markup(' loading="lazy"'),
    )
    return Markup("<figure{}>{}{}</figure>").format(
        Markup(' class="hero"') if hero else Markup(""), element, _caption(figure, around)
    )


def _choices(image: PlacedImage, *, hero: bool) -> Markup:
    """Return the attributes by which a browser chooses the width that it needs."""
    if not image.srcset:
        return Markup("")
    if hero:
        width = min(HERO_WIDTH, image.largest)
        return Markup(' srcset="{0}" sizes="(min-width: {1}px) {1}px, 100vw"').format(image.srcset, width)
    width = min(COLUMN_WIDTH, image.largest, max(1, COLUMN_HEIGHT * image.width // image.height))
    return Markup(' srcset="{0}" sizes="(min-width: {2}px) {1}px, calc(100vw - {3}px)"').format(
        image.srcset, width, width + COLUMN_MARGINS, COLUMN_MARGINS
    )


def _caption(figure: Figure, around: BodySurroundings) -> Markup:
    parts = []
    if figure.caption:
        parts.append(Markup("{}").format(figure.caption))
    if figure.credit:
        label = around.gettext("Photo: {name}") if needs_credit_label(figure) else "{name}"
        credit = label.format(name=figure.credit)
        parts.append(Markup('<span class="credit"{}>{}</span>').format(around.label_attributes, credit))
    return Markup("<figcaption>{}</figcaption>").format(Markup(" ").join(parts)) if parts else Markup("")


class _Body:
    """One rendering of one body; counts its fact boxes, so that their ids differ."""

    def __init__(self, around: BodySurroundings) -> None:
        self._around = around
        self._box_numbers = count(1)

    def fragments(self, blocks: Sequence[Block]) -> Iterator[Markup]:
        for start, end in _runs(blocks):
            block = blocks[start]
            if isinstance(block, FactTitle):
                yield from self._fact_box(block, blocks[start + 1 : end])
            else:
                yield from self._run(blocks[start:end])

    def _run(self, run: Sequence[Block]) -> Iterator[Markup]:
        """Render neighbours of one kind, or boxed ones that have lost their box."""
        first = run[0]
        if isinstance(first, Quote):
            yield from self._quotes(block for block in run if isinstance(block, Quote))
        elif isinstance(first, ListItem):
            yield from self._lists([block for block in run if isinstance(block, ListItem)])
        else:
            for block in run:
                yield from self._single(block)

    def _single(self, block: Block) -> Iterator[Markup]:
        if isinstance(block, Figure):
            figure = render_figure(block, self._around)
            if figure:
                yield figure
        elif isinstance(block, Table):
            if _has_words(block):
                yield render_table(block, self._around.words, self._around.gettext)
        elif _has_words(block):
            language, words = self._words(block)
            if isinstance(block, Heading):
                lowest = FACT_TITLE_LEVEL + 1 if block.boxed else HEADING_LEVELS[0]
                yield _element("<h{0}{1}>{2}</h{0}>", max(block.level, lowest), language, words)
            else:
                yield _element("<p{}>{}</p>", language, words)

    def _quotes(self, quotes: Iterable[Quote]) -> Iterator[Markup]:
        said = [
            _element("<p{}>{}{}</p>", language, SPEECH_DASH, words)
            for language, words in (self._words(quote) for quote in quotes if _has_words(quote))
        ]
        if said:
            yield _element('<blockquote class="quote">{}</blockquote>', Markup("").join(said))

    def _lists(self, items: Sequence[ListItem], around: str = "") -> Iterator[Markup]:
        """Nest items below the one above them that is less deep; a change of kind begins a new list."""
        entries: list[tuple[ListItem, list[ListItem]]] = []
        for item in items:
            if entries and item.level > entries[-1][0].level:
                entries[-1][1].append(item)
            else:
                entries.append((item, []))
        for ordered, run in groupby(entries, key=lambda entry: entry[0].ordered):
            list_entries = list(run)
            tag = _common_language(list_entries) or around
            inner = Markup("").join(self._list_item(item, below, tag) for item, below in list_entries)
            if inner:
                language = language_of_element(tag) if tag != around else Markup("")
                yield _element("<{0}{1}>{2}</{0}>", "ol" if ordered else "ul", language, inner)

    def _list_item(self, item: ListItem, below: Sequence[ListItem], around: str) -> Markup:
        """Render an item of a list in the language `around`, empty for that of the article."""
        nested = Markup("").join(self._lists(below, around)) if below else Markup("")
        if not nested and not _has_words(item):
            return Markup("")
        language, words = self._words(item)
        if around:
            language = Markup("")
        elif nested:
            # What is nested in the item may be in another language.
            language, words = Markup(""), self._around.words(item.spans)
        return _element("<li{}>{}{}</li>", language, words, nested)

    def _fact_box(self, title: FactTitle, boxed: Sequence[Block]) -> Iterator[Markup]:
        inside = Markup("").join(self.fragments(boxed))
        if _has_words(title):
            yield _element(
                '<aside class="facts" aria-labelledby="facts-{0}">'
                '<h{1} id="facts-{0}"{2}>{3}</h{1}>{4}</aside>',
                next(self._box_numbers),
                FACT_TITLE_LEVEL,
                *self._words(title),
                inside,
            )
        elif inside:
            yield _element(
                '<aside class="facts" aria-label="{}">{}</aside>', self._around.gettext("Facts"), inside
            )

    def _words(self, block: Paragraph | Heading | Quote | ListItem | FactTitle) -> tuple[Markup, Markup]:
        """Return the attributes that say the language or the direction of the whole block, and its words."""
        tag = whole_language(block.spans)
        if not tag:
            return direction_of_element(block.spans), self._around.words(block.spans)
        return language_of_element(tag), self._around.words(without_language(block.spans))


# The preview renders after each key, which changes one element of many. Typed, because a text is equal
# to the markup that looks like it.
@lru_cache(4096, typed=True)
def _element(template: str, *parts: str | int) -> Markup:
    """Return `template` with `parts` in it, of which those that are no markup are escaped."""
    return Markup(template).format(*parts)


def _common_language(entries: Iterable[tuple[ListItem, Sequence[ListItem]]]) -> str:
    """Return the language that all items with words are in as a whole, empty where there is none."""
    items = [item for first, below in entries for item in (first, *below) if _has_words(item)]
    tags = {whole_language(item.spans) for item in items}
    return tags.pop() if len(tags) == 1 else ""


def _has_words(block: Block) -> bool:
    return bool(plain_text(block).strip())


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield from where to where the blocks go that belong together."""
    start = 0
    while start < len(blocks):
        is_box = isinstance(blocks[start], FactTitle)
        end = _end_of_box(blocks, start + 1) if is_box else _end_of_run(blocks, start)
        yield start, end
        start = end


def _end_of_box(blocks: Sequence[Block], start: int) -> int:
    """Return where the boxed blocks from `start` on end."""
    for position in range(start, len(blocks)):
        if not is_boxed(blocks[position]):
            return position
    return len(blocks)


def _end_of_run(blocks: Sequence[Block], start: int) -> int:
    """Return where the run of quotes or list items from `start` on ends; others stand alone."""
    kind = type(blocks[start])
    if kind not in {Quote, ListItem}:
        return start + 1
    boxed = is_boxed(blocks[start])
    for position in range(start + 1, len(blocks)):
        block = blocks[position]
        if type(block) is not kind or is_boxed(block) != boxed:
            return position
    return len(blocks)
