"""Any file from elsewhere becomes the parts of an article."""

from collections.abc import Callable, Mapping
from pathlib import Path

from editor_app.intake.drafts import sort_draft
from editor_app.intake.files import read_file
from editor_app.intake.formats import Format, format_of
from editor_app.intake.markdown import read_markdown
from editor_app.intake.news_page import take_in
from editor_app.intake.open_document.reader import read_open_document
from editor_app.intake.packages import SIZE_LIMIT
from editor_app.intake.pieces import SourceText
from editor_app.intake.taken_text import TakenText
from editor_app.intake.text_files import decode_text
from editor_app.intake.web_page import read_web_page
from editor_app.intake.word.reader import read_word

READERS: Mapping[Format, Callable[[bytes, Path], SourceText]] = {
    Format.WORD: read_word,
    Format.OPEN_DOCUMENT: read_open_document,
    Format.WEB_PAGE: read_web_page,
    Format.MARKDOWN: read_markdown,
}


def read_source(path: Path) -> TakenText:
    """Return the parts of the article in the file at `path`.

    Raises UnreadableFile, and what `read_data` raises.
    """
    # One byte more than is allowed tells that there is more.
    return read_data(read_file(path, SIZE_LIMIT + 1), path)


def read_data(data: bytes, path: Path) -> TakenText:
    """Return the parts of the article in `data`, which came from `path`.

    The content tells the format, and only where it cannot the name. Raises UnknownFormat,
    EncryptedFile, BrokenFile, NotText and TooLarge.
    """
    kind = format_of(data, path)
    if kind is Format.TEXT:
        return take_in(decode_text(data, path))
    return sort_draft(READERS[kind](data, path))
