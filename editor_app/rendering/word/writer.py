"""An article as a Word document, for a colleague who must have Word."""

import io
from collections.abc import Callable, Iterable

import docx
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph as WordParagraph

from editor_app.domain.article import Article, Contact, Correction
from editor_app.domain.document import (
    Block,
    FactTitle,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Table,
    TextBlock,
    is_boxed,
)
from editor_app.domain.normalize import normalize, normalize_text
from editor_app.rendering.languages import SITE_LANGUAGE, day_text, frame_language, language_tag
from editor_app.rendering.word.lists import Lists
from editor_app.rendering.word.objects import add_box, add_figure, add_table
from editor_app.rendering.word.properties import set_properties
from editor_app.rendering.word.style_names import CONTACT, CORRECTION, FACT_TITLE
from editor_app.rendering.word.styles import prepare_styles
from editor_app.rendering.word.text import add_spans
from editor_app.translation import translations

ImageOf = Callable[[str], bytes]


def write_word(article: Article, contacts: Iterable[Contact], image_of: ImageOf, *, version: int) -> bytes:
    """Return the .docx of `article`, which stands at `version`.

    It has Word's own styles, and says which article it is, so that it is known when it comes back.
    `image_of` gives the original of an image by its id. The links to other articles, and what is
    not text (category, times, the image at the top), stay behind. Raises what `image_of` raises.
    """
    document = docx.Document()
    prepare_styles(document, article.language)
    set_properties(document, article, version)
    _Writer(document, image_of, article.language).write(article, tuple(contacts))
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


class _Writer:
    def __init__(self, document: WordDocument, image_of: ImageOf, language: str) -> None:
        self._document = document
        self._image_of = image_of
        self._around = translations(frame_language(language))
        self._lists = Lists(document)
        self._add_boxed: Callable[[], WordParagraph] | None = None

    def write(self, article: Article, contacts: tuple[Contact, ...]) -> None:
        title = normalize_text(article.title, line_breaks=False)
        self._document.add_paragraph(title, style="Title")
        if article.lead:
            self._document.add_paragraph(normalize_text(article.lead), style="Subtitle")
        for block in normalize(article.body).blocks:
            self._add(block)
        self._leave_box()
        for correction in article.corrections:
            self._add_correction(correction, language_tag(article.language) or SITE_LANGUAGE)
        if contacts:
            self._add_contacts(contacts)

    def _add(self, block: Block) -> None:
        if not is_boxed(block):
            self._leave_box()
        if not isinstance(block, ListItem):
            self._lists.end()
        if isinstance(block, Figure):
            add_figure(self._document, block, self._image_of, self._photo_label())
        elif isinstance(block, Table):
            add_table(self._document, block)
            self._document.add_paragraph()
        else:
            self._add_text(block)

    def _photo_label(self) -> str:
        return self._around.gettext("Photo: {name}").format(name="")

    def _add_text(self, block: TextBlock) -> None:
        if isinstance(block, FactTitle):
            self._add_boxed = add_box(self._document)
        add = self._add_boxed or self._document.add_paragraph
        paragraph = add()
        paragraph.style = _style_of(block)
        if isinstance(block, ListItem):
            self._lists.add(paragraph, block)
        spans = (Span("– "), *block.spans) if isinstance(block, Quote) else block.spans
        add_spans(self._document, paragraph, spans)

    def _leave_box(self) -> None:
        if self._add_boxed is not None:
            # Word joins tables that nothing stands between.
            self._document.add_paragraph()
            self._add_boxed = None

    def _add_correction(self, correction: Correction, tag: str) -> None:
        paragraph = self._document.add_paragraph(style=CORRECTION)
        label = f"{self._around.gettext('Correction')} {day_text(correction.day, tag)}: "
        paragraph.add_run(label).bold = True
        paragraph.add_run(correction.words)

    def _add_contacts(self, contacts: tuple[Contact, ...]) -> None:
        heading = self._document.add_paragraph(style=CONTACT)
        heading.add_run(self._around.gettext("Contact")).bold = True
        for contact in contacts:
            lines = (contact.name, ", ".join(contact.position), *contact.ways)
            self._document.add_paragraph("\n".join(line for line in lines if line), style=CONTACT)


def _style_of(block: TextBlock) -> str:
    match block:
        case Heading():
            return f"Heading {block.level}"
        case Quote():
            return "Quote"
        case ListItem():
            name = "List Number" if block.ordered else "List Bullet"
            return name if block.level == 1 else f"{name} {block.level}"
        case FactTitle():
            return FACT_TITLE
        case Paragraph():
            return "Normal"
