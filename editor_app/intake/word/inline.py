"""What stands in one paragraph of a Word document: marked text, pictures, text boxes and notes."""

from collections.abc import Callable, Iterable, Mapping
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from editor_app.domain.addresses import is_allowed_href
from editor_app.domain.document import Emphasis, Figure, Language, Link, Mark, Span, Spans, Strong
from editor_app.intake.account import Account, Omission
from editor_app.intake.pieces import Commented
from editor_app.intake.word.comments import CommentRanges
from editor_app.intake.word.fields import Fields, link_in
from editor_app.intake.word.pictures import Pictures, Relations
from editor_app.intake.word.styles import Styles, switched, value
from editor_app.rendering.word.style_names import CREDIT, CREDIT_LABEL, LANGUAGE_PREFIX

_STRONG_STYLES = frozenset({"strong", "stark", "intense emphasis", "stark betoning"})
_EMPHASIS_STYLES = frozenset({"emphasis", "betoning", "subtle emphasis", "diskret betoning"})
# Containers whose content stands in the text as if they were not there.
_TRANSPARENT = frozenset({"ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "bdo", "dir"})
_SIGNS: Mapping[str, str] = {"tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "\u2011"}
COMMENT_MARKS = frozenset({"commentRangeStart", "commentRangeEnd"})
_PAGE_BREAKS = frozenset({"page", "column"})


class Inline(Struct):
    """The content of a paragraph, in order; `credit` is what the style for photographers' names has."""

    spans: list[Span] = field(default_factory=list)
    credit: str = ""
    figures_above: list[Figure] = field(default_factory=list)
    figures_below: list[Figure] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    ranges: dict[str, tuple[int, int]] = field(default_factory=dict)
    on_figures: list[str] = field(default_factory=list)
    length: int = 0

    @property
    def figures_commented(self) -> tuple[Commented, ...]:
        """What comments are about the pictures."""
        return tuple(map(Commented, self.on_figures if self.spans else (*self.on_figures, *self.ranges)))

    @property
    def commented(self) -> tuple[Commented, ...]:
        """What comments are about in the text; one that is about nothing in it is about all of it."""
        return tuple(
            Commented(one, start, end) if start < end else Commented(one)
            for one, (start, end) in self.ranges.items()
        )

    def add(self, span: Span, comment_ids: Iterable[str]) -> None:
        """Add text that the comments are about."""
        self.note_comments(comment_ids, len(span.text))
        self.spans.append(span)
        self.length += len(span.text)

    def note_comments(self, comment_ids: Iterable[str], length: int = 0) -> None:
        """Note that the comments are about the next `length` characters."""
        for one in comment_ids:
            start, _end = self.ranges.get(one, (self.length, 0))
            self.ranges[one] = start, self.length + length

    def add_all(self, other: "Inline") -> None:
        """Add the text of `other`, with what comments are about in it."""
        for one, (start, end) in other.ranges.items():
            first, _end = self.ranges.get(one, (self.length + start, 0))
            self.ranges[one] = first, self.length + end
        self.spans += other.spans
        self.length += other.length

    def add_figure(self, figure: Figure | None) -> None:
        """Put a picture above the text where none of the text came before it, otherwise below."""
        if figure is not None:
            has_text = any(span.text.strip() for span in self.spans)
            (self.figures_below if has_text else self.figures_above).append(figure)


class InlineReader:
    """Reads the paragraphs of one document, in their order: fields run from one into the next."""

    def __init__(
        self, styles: Styles, relations: Relations, pictures: Pictures, account: Account, *, own: bool
    ) -> None:
        self._styles = styles
        self._relations = relations
        self._pictures = pictures
        self._account = account
        self._own = own
        self._fields = Fields()
        self.comments = CommentRanges()
        self._acts: Mapping[str, Callable[[Element, Inline, str], None]] = {
            "r": self._run,
            "hyperlink": self._hyperlink,
            "fldSimple": self._simple_field,
            "del": self._deleted,
            "moveFrom": self._deleted,
            "oMath": self._formula,
            "oMathPara": self._formula,
            "AlternateContent": self._alternative,
        }

    def read(self, paragraph: Element) -> Inline:
        """Return what `paragraph` holds."""
        found = Inline()
        self._walk(paragraph, found, "")
        return found

    def _walk(self, parent: Element, found: Inline, href: str) -> None:
        for child in parent:
            if child.tag in COMMENT_MARKS:
                self.comments.step(child)
            elif child.tag in _TRANSPARENT:
                self._walk(child, found, href)
            elif child.tag in self._acts:
                self._acts[child.tag](child, found, href)

    def _hyperlink(self, element: Element, found: Inline, _href: str) -> None:
        address = self._relations.address(element.get("id", ""))
        anchor = element.get("anchor", "")
        # A place in the document itself is no address on the page.
        href = f"{address}#{anchor}" if address and anchor else address
        if href and not is_allowed_href(href):
            self._account.leave_out(Omission.LINKS, href)
            href = ""
        self._walk(element, found, href)

    def _simple_field(self, element: Element, found: Inline, href: str) -> None:
        self._walk(element, found, link_in(element.get("instr", "")) or href)

    def _deleted(self, element: Element, _found: Inline, _href: str) -> None:
        words = "".join(text.text or "" for text in element.iter() if text.tag in {"delText", "t"})
        if element.tag == "del":
            self._account.leave_out(Omission.DELETIONS, words)

    def _formula(self, element: Element, found: Inline, href: str) -> None:
        self._add(found, "".join(element.itertext()), self._marks(None, href))

    def _alternative(self, element: Element, found: Inline, href: str) -> None:
        # The first choice is the newest way to say it; the fallback repeats it for older programs.
        choice = element.find("Choice")
        if choice is not None:
            self._in_run(choice, found, None, href)

    def _run(self, run: Element, found: Inline, href: str) -> None:
        properties = run.find("rPr")
        if switched(properties, "vanish"):
            self._account.leave_out(Omission.HIDDEN, "".join(text.text or "" for text in run.iter("t")))
            return
        self._in_run(run, found, properties, href)

    def _in_run(self, run: Element, found: Inline, properties: Element | None, href: str) -> None:
        for child in run:
            text = self._text_of(child)
            if text:
                if not self._fields.hides_text:
                    self._add_run(found, text, properties, href)
            elif child.tag == "fldChar":
                self._fields.step(child.get("fldCharType", ""))
            elif child.tag == "instrText":
                self._fields.add_code(child.text or "")
            elif child.tag == "commentReference":
                found.note_comments((child.get("id", ""),))
            elif child.tag in {"footnoteReference", "endnoteReference"}:
                found.notes.append((child.tag.removesuffix("Reference"), child.get("id", "")))
            elif child.tag == "AlternateContent":
                self._alternative(child, found, href)
            elif child.tag in {"drawing", "pict", "object"}:
                self._object(child, found)

    def _object(self, element: Element, found: Inline) -> None:
        found.on_figures += self.comments.open
        box = next(element.iter("txbxContent"), None)
        if box is not None:
            found.boxes.append(box)
        elif element.tag == "drawing":
            found.add_figure(self._pictures.drawn(element))
        else:
            found.add_figure(self._pictures.old_style(element))

    def _add_run(self, found: Inline, text: str, properties: Element | None, href: str) -> None:
        style = self._styles.name(value(properties, "rStyle"))
        if style in {CREDIT, CREDIT_LABEL}:
            self.comments.add(text)
            found.note_comments(self.comments.open)
        if style == CREDIT:
            found.credit += text
        elif style != CREDIT_LABEL:
            self._add(found, text, self._marks(properties, href))

    def _add(self, found: Inline, text: str, marks: tuple[Mark, ...]) -> None:
        self.comments.add(text)
        found.add(Span(text, marks), self.comments.open)

    def _marks(self, properties: Element | None, href: str) -> tuple[Mark, ...]:
        style_id = value(properties, "rStyle")
        name = self._styles.name(style_id)
        marks: list[Mark] = []
        address = href or self._fields.link
        if is_allowed_href(address):
            marks.append(Link(address))
        language = self._language(properties, name)
        if language:
            marks.append(Language(language))
        if self._is_on(properties, "b", style_id, name.casefold() in _STRONG_STYLES):
            marks.append(Strong())
        if self._is_on(properties, "i", style_id, name.casefold() in _EMPHASIS_STYLES):
            marks.append(Emphasis())
        return tuple(marks)

    def _is_on(self, properties: Element | None, switch: str, style_id: str, by_name: bool) -> bool:
        # Right-to-left text has switches of its own, bCs and iCs.
        state = switched(properties, switch)
        if state is None and switched(properties, "rtl"):
            state = switched(properties, f"{switch}Cs")
        return by_name or self._styles.has(style_id, switch) if state is None else state

    def _language(self, properties: Element | None, style_name: str) -> str:
        """Word gives every run some language, mostly that of a keyboard: only a script tells one apart."""
        if style_name.startswith(LANGUAGE_PREFIX):
            return style_name.removeprefix(LANGUAGE_PREFIX)
        if self._own or not switched(properties, "rtl"):
            return ""
        language = None if properties is None else properties.find("lang")
        return "" if language is None else language.get("bidi", "").split("-")[0]

    def _text_of(self, child: Element) -> str:
        if child.tag == "t":
            return child.text or ""
        if child.tag == "br":
            return "" if child.get("type") in _PAGE_BREAKS else "\n"
        return _SIGNS.get(child.tag, "")


def spans_in(found: Inline) -> Spans:
    """Return the text of a paragraph."""
    return tuple(found.spans)
