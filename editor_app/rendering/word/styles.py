"""The styles of an article in Word: Word's own, and those for what Word has none for."""

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.styles.style import CharacterStyle, ParagraphStyle

from editor_app.domain.languages import direction
from editor_app.rendering.word.style_names import (
    CONTACT,
    CORRECTION,
    CREDIT,
    CREDIT_LABEL,
    FACT_TITLE,
    LANGUAGE_PREFIX,
    TABLE_HEAD,
)

# What spelling dictionaries in Word go by; other tags stand as they are.
_REGIONS = {"sv": "sv-SE", "en": "en-GB"}
# The order that the format asks for among the properties of a paragraph, from this one on.
_AFTER_BIDI = (
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:mirrorIndents",
    "w:suppressOverlap",
    "w:jc",
    "w:textDirection",
    "w:textAlignment",
    "w:textboxTightWrap",
    "w:outlineLvl",
    "w:divId",
    "w:cnfStyle",
    "w:rPr",
    "w:sectPr",
    "w:pPrChange",
)


def prepare_styles(document: WordDocument, language: str) -> None:
    """Add the styles that Word lacks, and set the language of the document."""
    for name in (FACT_TITLE, TABLE_HEAD, CONTACT, CORRECTION):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        style.base_style = document.styles["Normal"]
        style.font.bold = name in (FACT_TITLE, TABLE_HEAD)
        style.paragraph_format.space_after = Pt(4)
    for name in (CREDIT, CREDIT_LABEL):
        document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    for default in document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr"):
        _set_language(default, language)
    if direction(language) == "rtl":
        normal = document.styles["Normal"]
        assert isinstance(normal, ParagraphStyle)
        run_from_right(normal.paragraph_format._element.get_or_add_pPr())


def language_style(document: WordDocument, tag: str) -> str:
    """Return the name of the style for text in the language `tag`, made where it is new."""
    name = LANGUAGE_PREFIX + tag
    if name not in document.styles:
        style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        assert isinstance(style, CharacterStyle)
        style.font.rtl = True if direction(tag) == "rtl" else None
        _set_language(style.element.get_or_add_rPr(), tag)
    return name


def run_from_right(properties: BaseOxmlElement) -> None:
    """Let the paragraph with these properties run from right to left."""
    properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)


def _set_language(properties: BaseOxmlElement, tag: str) -> None:
    language = properties.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        properties.append(language)
    attribute = "w:bidi" if direction(tag) == "rtl" else "w:val"
    language.set(qn(attribute), _REGIONS.get(tag, tag))
