"""Texts from elsewhere are read here, in any thread: it takes no archive, and may take its time."""

from pathlib import Path

from editor_app.desk.errors import NothingToTakeIn
from editor_app.domain.reply import Reply
from editor_app.intake.files import read_file
from editor_app.intake.news_page import take_in
from editor_app.intake.packages import SIZE_LIMIT
from editor_app.intake.replies import NotAReply, read_reply, reply_in_file
from editor_app.intake.sources import read_data, read_source
from editor_app.intake.taken_text import SourceImage, TakenText

__all__ = [
    "SourceImage",
    "TakenText",
    "read_data",
    "read_file_or_reply",
    "read_reply_data",
    "read_source",
    "read_text",
    "read_text_or_reply",
]


def read_text(text: str) -> TakenText:
    """Return the parts of a copied news page; raises NothingToTakeIn where it has no words."""
    if not text.strip():
        raise NothingToTakeIn
    return take_in(text)


def read_text_or_reply(text: str) -> TakenText | Reply:
    """Return the parts of a copied news page, or the reply to a review file that a mail has in it.

    Raises NothingToTakeIn, BrokenReply and ReviewFileItself.
    """
    return read_reply(text) or read_text(text)


def read_file_or_reply(path: Path) -> TakenText | Reply:
    """Return the parts of the article at `path`, or the reply to a review file.

    Raises BrokenReply, ReviewFileItself, UnreadableFile, and what `read_data` raises.
    """
    # One byte more than is allowed tells that there is more.
    data = read_file(path, SIZE_LIMIT + 1)
    return reply_in_file(data, path) or read_data(data, path)


def read_reply_data(data: bytes, path: Path) -> Reply:
    """Return the reply in `data`, which came from `path`; raises NotAReply, BrokenReply, ReviewFileItself."""
    reply = reply_in_file(data, path)
    if reply is None:
        raise NotAReply(path)
    return reply
