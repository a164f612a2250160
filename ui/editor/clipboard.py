"""Copy and paste: our own blocks inside the program, simple HTML and plain text beside them.

Qt's HTML parser never sees a paste: `foreign_paste` reads what comes from elsewhere.
"""

import re
from pathlib import Path

from PySide6.QtCore import QMimeData, QMimeDatabase, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from editor_app.domain.codec import BrokenText, NewerSchema, decode_document
from editor_app.domain.document import (
    Block,
    Document,
    ListItem,
    Quote,
    Span,
    Table,
    TextBlock,
    paragraph,
    with_spans,
)
from editor_app.domain.long_blocks import parted
from editor_app.domain.normalize import normalize
from editor_app.domain.tabbed_rows import with_tables

DOCUMENT_TYPE = "application/x-pressklar-document+json"

_LINES = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]+")
_SIGNS: tuple[tuple[re.Pattern[str], TextBlock], ...] = (
    (re.compile(r"[•·▪◦‣*-]\s+(?=\S)"), ListItem()),
    (re.compile(r"\d{1,2}[.)]\s+(?=\S)"), ListItem(ordered=True)),
    (re.compile(r"[–—]\s+(?=\S)"), Quote()),
)


BroughtImage = Path | QImage


def images_in(data: QMimeData) -> tuple[BroughtImage, ...]:
    """Return the image files that a paste or a drop brings, or the picture where there is no file.

    What brings words too is not about the picture: Word and Excel add one of what was copied.
    """
    files = tuple(Path(url.toLocalFile()) for url in data.urls() if _is_image_file(url))
    if files or not data.hasImage() or data.hasFormat(DOCUMENT_TYPE) or data.text().strip():
        return files
    picture = QImage(data.imageData())
    return () if picture.isNull() else (picture,)


def on_clipboard() -> QMimeData:
    """Return what is on the clipboard, nothing where it is empty or another program holds it."""
    return QGuiApplication.clipboard().mimeData() or QMimeData()


def own_document(data: QMimeData) -> Document | None:
    """Return what was copied in this program, or None where it was not, or cannot be read."""
    if not data.hasFormat(DOCUMENT_TYPE):
        return None
    try:
        return normalize(decode_document(bytes(data.data(DOCUMENT_TYPE).data())))
    except (BrokenText, NewerSchema):
        return None


def from_text(text: str) -> Document:
    """Return the lines of `text` as blocks, rows with tabs between the cells as tables.

    One line alone is taken as it is, without kinds.
    """
    lines = _LINES.split(text)
    if len(lines) == 1:
        # Spaces around a few words matter where they are put into a sentence.
        return normalize(Document(tuple(parted([paragraph(text)]))))
    return normalize(Document(tuple(parted(_block(part) for part in with_tables(lines)))))


def _block(part: str | Table) -> Block:
    return part if isinstance(part, Table) else _from_line(part.strip())


def _from_line(line: str) -> Block:
    for sign, block in _SIGNS:
        found = sign.match(line)
        if found is not None:
            return with_spans(block, (Span(line[found.end() :]),))
    return paragraph(line)


def _is_image_file(url: QUrl) -> bool:
    kind = QMimeDatabase().mimeTypeForFile(url.toLocalFile(), QMimeDatabase.MatchMode.MatchExtension)
    return url.isLocalFile() and kind.name().startswith("image/")
