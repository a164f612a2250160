"""A file of cards, whatever program wrote it."""

from pathlib import Path

from editor_app.intake.cards.card_text import CardFileProblem, CardSheet, UnusableCardFile
from editor_app.intake.cards.tables import read_names, read_table
from editor_app.intake.files import read_file
from editor_app.intake.text_files import NotText, decode_text

# Some thousand contacts with their pictures.
SIZE_LIMIT = 64 * 1024 * 1024


def read_card_file(path: Path) -> CardSheet:
    """Return the contacts in the vCard or CSV file at `path`; raises UnusableCardFile and UnreadableFile."""
    # The library for vCards is large, and a table needs none of it.
    from editor_app.intake.cards.vcards import is_vcard, read_vcards

    text = _text(path)
    return read_vcards(text, path) if is_vcard(text) else read_table(text, path)


def read_category_file(path: Path) -> tuple[tuple[int, str], ...]:
    """Return line and name of each category in the CSV file at `path`.

    Raises UnusableCardFile and UnreadableFile.
    """
    return read_names(_text(path), path)


def _text(path: Path) -> str:
    data = read_file(path, SIZE_LIMIT + 1)
    if len(data) > SIZE_LIMIT:
        raise UnusableCardFile(path, CardFileProblem.TOO_LARGE)
    try:
        return decode_text(data, path, limit=SIZE_LIMIT).removeprefix("\ufeff")
    except NotText as error:
        raise UnusableCardFile(path, CardFileProblem.NOT_TEXT) from error
