"""What a file from elsewhere is: its content tells, and its name where the content cannot."""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from editor_app.domain.errors import EditorAppError
from editor_app.intake.packages import EncryptedFile, Package


class Format(StrEnum):
    """A format that can be taken in."""

    WORD = "word"
    OPEN_DOCUMENT = "open_document"
    WEB_PAGE = "web_page"
    MARKDOWN = "markdown"
    TEXT = "text"


class Foreign(StrEnum):
    """A format that cannot be taken in, but that people have texts in."""

    OLD_WORD = "old_word"
    PDF = "pdf"
    RTF = "rtf"
    PAGES = "pages"
    PICTURE = "picture"
    WEB_ARCHIVE = "web_archive"
    SPREADSHEET = "spreadsheet"
    PRESENTATION = "presentation"
    OTHER = "other"


class UnknownFormat(EditorAppError):
    """What is at `path` cannot be taken in: it is `foreign`."""

    def __init__(self, path: Path, foreign: Foreign) -> None:
        super().__init__(f"{path} is {foreign}")
        self.path = path
        self.foreign = foreign


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The name of the stream that holds a document under a password, as compound files write names.
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_SIGNATURES: Mapping[bytes, Foreign] = {
    b"%PDF-": Foreign.PDF,
    b"{\\rtf": Foreign.RTF,
    b"\x89PNG": Foreign.PICTURE,
    b"\xff\xd8\xff": Foreign.PICTURE,
    b"GIF8": Foreign.PICTURE,
    b"RIFF": Foreign.PICTURE,
    b"bplist": Foreign.WEB_ARCHIVE,
}
_MEMBERS: Mapping[str, Format | Foreign] = {
    "word/": Format.WORD,
    "xl/": Foreign.SPREADSHEET,
    "ppt/": Foreign.PRESENTATION,
    "Index/": Foreign.PAGES,
    "index.xml": Foreign.PAGES,
}
_OPEN_DOCUMENT_TYPES: Mapping[bytes, Format | Foreign] = {
    b"application/vnd.oasis.opendocument.text": Format.OPEN_DOCUMENT,
    b"application/vnd.oasis.opendocument.text-template": Format.OPEN_DOCUMENT,
    b"application/vnd.oasis.opendocument.spreadsheet": Foreign.SPREADSHEET,
    b"application/vnd.oasis.opendocument.presentation": Foreign.PRESENTATION,
}
# A page that a browser saved as a mail, .mht.
_MAIL_PAGE = re.compile(
    rb"\A(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n)*Content-Type:\s*multipart/related", re.IGNORECASE
)
_WEB_PAGE = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_WEB_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_ELEMENT = re.compile(r"<(?:p|div|h[1-6]|article|main|ul|table|br)\b", re.IGNORECASE)
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown"})
_BEGINNING = 4096
_TYPE_LIMIT = 200


def format_of(data: bytes, path: Path) -> Format:
    """Return the format of `data`, which came from `path`.

    Raises UnknownFormat, EncryptedFile, and what opening a zip file raises.
    """
    if data.startswith(b"PK"):
        return _packed(Package(data, path), path)
    if data.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in data:
            raise EncryptedFile(path)
        raise UnknownFormat(path, Foreign.OLD_WORD)
    for signature, foreign in _SIGNATURES.items():
        if data.startswith(signature):
            raise UnknownFormat(path, foreign)
    if _MAIL_PAGE.match(data[:_BEGINNING]):
        raise UnknownFormat(path, Foreign.WEB_ARCHIVE)
    return _written(data, path)


def _packed(package: Package, path: Path) -> Format:
    kind: Format | Foreign = Foreign.OTHER
    if "mimetype" in package.names:
        kind = _OPEN_DOCUMENT_TYPES.get(package.read("mimetype", _TYPE_LIMIT).strip(), Foreign.OTHER)
    else:
        kind = next(
            (found for start, found in _MEMBERS.items() for name in package.names if name.startswith(start)),
            Foreign.OTHER,
        )
    if isinstance(kind, Foreign):
        raise UnknownFormat(path, kind)
    return kind


def _written(data: bytes, path: Path) -> Format:
    beginning = data[:_BEGINNING].decode("latin-1").replace("\0", "").lstrip("ÿþ\xef\xbb\xbf")
    if _WEB_PAGE.match(beginning):
        return Format.WEB_PAGE
    suffix = path.suffix.lower()
    if suffix in _WEB_SUFFIXES and _ELEMENT.search(beginning):
        return Format.WEB_PAGE
    return Format.MARKDOWN if suffix in _MARKDOWN_SUFFIXES else Format.TEXT
