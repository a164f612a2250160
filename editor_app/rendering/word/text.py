"""Marked text as runs in a Word paragraph."""

import re
from itertools import groupby
from urllib.parse import quote

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from editor_app.domain.document import Emphasis, Language, Link, Mark, Span, Spans, Strong
from editor_app.domain.languages import direction
from editor_app.rendering.word.styles import language_style, run_from_right

# Word calls a file broken that has one of these in an address.
_UNSAFE = re.compile(r'[\s"<>\\^`{|}]')
_LINK_COLOUR = RGBColor(0x1A, 0x5C, 0x8A)


def add_spans(document: WordDocument, paragraph: WordParagraph, spans: Spans) -> None:
    """Put `spans` at the end of `paragraph`, each link as one."""
    for link, run in groupby(spans, key=lambda span: _first(span, Link)):
        texts = list(run)
        if isinstance(link, Link):
            _add_link(document, paragraph, link.href, texts)
        else:
            for span in texts:
                _add_run(document, paragraph, span)
    languages = {_first(span, Language) for span in spans}
    only = languages.pop() if len(languages) == 1 else None
    if isinstance(only, Language) and direction(only.tag) == "rtl":
        run_from_right(paragraph._p.get_or_add_pPr())


def _add_link(document: WordDocument, paragraph: WordParagraph, href: str, spans: list[Span]) -> None:
    address = _UNSAFE.sub(lambda match: quote(match[0]), href)
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    for span in spans:
        run = _add_run(document, paragraph, span)
        run.font.color.rgb = _LINK_COLOUR
        run.font.underline = True
        element.append(run._r)
    paragraph._p.append(element)


def _add_run(document: WordDocument, paragraph: WordParagraph, span: Span) -> Run:
    run = paragraph.add_run(span.text)
    language = _first(span, Language)
    if isinstance(language, Language):
        run.style = language_style(document, language.tag)
        run.font.rtl = True if direction(language.tag) == "rtl" else None
    if _first(span, Strong):
        run.font.bold = run.font.cs_bold = True
    if _first(span, Emphasis):
        run.font.italic = run.font.cs_italic = True
    return run


def _first(span: Span, kind: type[Mark]) -> Mark | None:
    return next((mark for mark in span.marks if isinstance(mark, kind)), None)
