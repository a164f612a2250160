"""An article leaves as a Word document."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from editor_app.archive.archive import Holdings
from editor_app.desk.errors import FileNotWritten
from editor_app.desk.filing import fetch
from editor_app.rendering.word.writer import write_word


def word_data(holdings: Holdings, article_id: str) -> bytes:
    """Return the .docx of the article as it stands; raises ArticleMissing and ImageMissing."""
    stored = fetch(holdings, article_id)
    contacts = holdings.contacts.in_order(stored.article.contact_ids)
    return write_word(stored.article, contacts, holdings.images.original, version=stored.version)


def write_whole(data: bytes, path: Path) -> None:
    """Put `data` at `path`, in the place of what is there, all of it or nothing; raises FileNotWritten."""
    made: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}", delete=False) as file:
            made = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # Temporary files are for their owner alone; this one is to be sent around.
        made.chmod(0o666 & ~_umask())
        made.replace(path)
    except (OSError, ValueError) as error:
        if made is not None:
            made.unlink(missing_ok=True)
        reason = error.strerror if isinstance(error, OSError) else None
        raise FileNotWritten(path, reason or str(error)) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
