"""The sentences for what cannot be taken in, or written to a file."""

from collections.abc import Callable, Mapping
from typing import Any

from editor_app.desk.errors import FileNotWritten, NothingToTakeIn
from editor_app.desk.reasons import in_plain_words
from editor_app.desk.storage_explanations import Sentences
from editor_app.domain.errors import EditorAppError
from editor_app.intake.files import UnreadableFile
from editor_app.intake.formats import Foreign, UnknownFormat
from editor_app.intake.packages import BrokenFile, EncryptedFile
from editor_app.intake.text_files import NotText, TooLarge
from editor_app.translation import _

_MEGABYTE = 1024 * 1024


def _nothing_to_take_in(_error: NothingToTakeIn) -> Sentences:
    return (_("The text is empty."), _("Copy the whole news page and try again."))


def _unreadable_file(error: UnreadableFile) -> Sentences:
    return (
        _("{path} cannot be read: {reason}.").format(path=error.path, reason=in_plain_words(error.reason)),
        _("Check that the file is there and that you may read it."),
    )


def _not_text(error: NotText) -> Sentences:
    return (
        _("{path} is not a text file.").format(path=error.path),
        _("Open the document, copy its text and paste it here."),
    )


def _too_large(error: TooLarge) -> Sentences:
    return (
        _("{path} is larger than {limit} MB, so it is hardly a news page.").format(
            path=error.path, limit=error.limit // _MEGABYTE
        ),
        _("Choose a smaller file, or copy the text and paste it."),
    )


def _unknown_format(error: UnknownFormat) -> Sentences:
    save_as_word = _("Open it in its program, save it as .docx, and take that in.")
    what, next_step = {
        Foreign.OLD_WORD: (_("{path} is in an older format of Word or Excel."), save_as_word),
        Foreign.PDF: (
            _("{path} is a PDF, which has no paragraphs, only places on pages."),
            _("Ask for the document that it was made from, or copy its text and paste it here."),
        ),
        Foreign.RTF: (_("{path} is in rich text format."), save_as_word),
        Foreign.PAGES: (
            _("{path} is a Pages document."),
            _("In Pages, export it to Word, and take that in."),
        ),
        Foreign.PICTURE: (
            _("{path} is a picture, not a text."),
            _("Open an article and insert it there."),
        ),
        Foreign.WEB_ARCHIVE: (
            _("{path} is a web archive."),
            _("In the browser, save the page as a web page, complete, and take that in."),
        ),
        Foreign.SPREADSHEET: (
            _("{path} is a spreadsheet."),
            _("Copy the cells that you need, and paste them into an article."),
        ),
        Foreign.PRESENTATION: (
            _("{path} is a presentation."),
            _("Copy the text that you need, and paste it into an article."),
        ),
        Foreign.OTHER: (_("{path} is in a format that Pressklar does not know."), save_as_word),
    }[error.foreign]
    return what.format(path=error.path), next_step


def _encrypted_file(error: EncryptedFile) -> Sentences:
    return (
        _("{path} is protected by a password.").format(path=error.path),
        _("Open it in its program, save it without the password, and take that in."),
    )


def _broken_file(error: BrokenFile) -> Sentences:
    return (
        _("{path} is damaged or cut off.").format(path=error.path),
        _("Open it in its program and save it anew, or ask for the file again."),
    )


def _file_not_written(error: FileNotWritten) -> Sentences:
    return (
        _("{path} cannot be written: {reason}.").format(path=error.path, reason=in_plain_words(error.reason)),
        _("Choose another folder or name. If another program has the file open, close it there first."),
    )


INTAKE_EXPLANATIONS: Mapping[type[EditorAppError], Callable[[Any], Sentences]] = {
    NothingToTakeIn: _nothing_to_take_in,
    UnreadableFile: _unreadable_file,
    NotText: _not_text,
    TooLarge: _too_large,
    UnknownFormat: _unknown_format,
    EncryptedFile: _encrypted_file,
    BrokenFile: _broken_file,
    FileNotWritten: _file_not_written,
}
