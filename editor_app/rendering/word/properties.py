"""What a Word document says of itself: its title, and the article that it was written from."""

from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from editor_app.domain.article import Article
from editor_app.rendering.word.style_names import ARTICLE_PROPERTY, VERSION_PROPERTY

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
# What the format has for properties that programs make up.
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_ID = 2


def set_properties(document: WordDocument, article: Article, version: int) -> None:
    """Name the document, and the article and the version that it says."""
    core = document.core_properties
    core.title = article.title[:255]
    core.language = article.language
    core.author = core.last_modified_by = core.comments = core.keywords = core.subject = ""
    values = {ARTICLE_PROPERTY: article.id, VERSION_PROPERTY: str(version)}
    properties = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), start=_FIRST_ID)
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f"{properties}</Properties>"
    )
    package = document.part.package
    assert package is not None
    part = Part(PackURI("/docProps/custom.xml"), _CONTENT_TYPE, xml.encode(), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
