"""Replies to review files, read as they come: a file, a block in a mail, a form that was filled in.

Nothing in them is believed but the words of a person: which article and which passages they are
about is looked up in the archive.
"""

import base64
import binascii
import re
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zlib import crc32

import msgspec
from msgspec import Meta, Struct

from editor_app.domain.comment import TITLE
from editor_app.domain.errors import EditorAppError
from editor_app.domain.normalize import normalize_text
from editor_app.domain.reply import REVIEW_MARK, Remark, Reply, block_numbered
from editor_app.intake.text_files import NotText, TooLarge, decode_text

FORMAT = "pressklar-reply"
SCHEMA = 1
# The mark stands in the first line of a page.
_HEAD = 1024
MOST_REMARKS, MOST_WORDS, MOST_NAME = 500, 20_000, 200

_BLOCK = re.compile(r"\[PRESSKLAR-SVAR\s+([0-9a-f]{8})\](.*?)\[SLUT\s+PRESSKLAR-SVAR\]", re.DOTALL)
_FORM = re.compile(r"\[PRESSKLAR-FORMULÄR\s+([0-9a-f-]{36})\s+(\d{1,9})\s+([0-9a-f]{16})\]")
_FORM_END = "[SLUT PRESSKLAR-FORMULÄR]"
_SIGNS = re.compile(r'"format"\s*:\s*"pressklar-reply"|\[PRESSKLAR-(?:SVAR|FORMULÄR)\b')
_QUOTED_LINE = re.compile(r"^(?:[ \t]*>)+[ \t]?", re.MULTILINE)
_TARGET = re.compile(r"^[ \t]*\[(\d{1,6})\]", re.MULTILINE)
_NAME = re.compile(r"^[ \t]*Ditt namn:[ \t]*(.*)$", re.MULTILINE)
_WHOLE, _COMMENT = "Hela artikeln:", "Kommentar:"
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/=]")


class BrokenReply(EditorAppError):
    """This was a reply to a review file once, but it is cut off or altered; `reason` says where."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ReviewFileItself(EditorAppError):
    """This is the file that was sent out, not what came back."""


class NotAReply(EditorAppError):
    """What is at `path` has no reply to a review file in it."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is no reply")
        self.path = path


class _RemarkJson(Struct):
    words: Annotated[str, Meta(max_length=MOST_WORDS)]
    block: Annotated[int, Meta(ge=TITLE)] | None = None


class _ReplyJson(Struct):
    format: str
    schema: int
    article: Annotated[str, Meta(max_length=36)]
    number: Annotated[int, Meta(ge=1)]
    hash: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    name: Annotated[str, Meta(max_length=MOST_NAME)]
    comments: Annotated[list[_RemarkJson], Meta(max_length=MOST_REMARKS)]
    written: str = ""


def read_reply(text: str) -> Reply | None:
    """Return the reply that `text` is or has in it, None where it has none.

    Raises BrokenReply, and ReviewFileItself where it is the page that asks for the reply.
    """
    if REVIEW_MARK in text:
        raise ReviewFileItself
    if not _SIGNS.search(text):
        return None
    block = _BLOCK.search(text)
    if block is not None:
        return _read_json(_unpacked(block[2], block[1]))
    if "[PRESSKLAR-SVAR" in text:
        raise BrokenReply("the block has no end")
    unquoted = _QUOTED_LINE.sub("", text)
    form = _FORM.search(unquoted)
    if form is not None:
        return _read_form(unquoted[form.end() :], form)
    if "[PRESSKLAR-FORMULÄR" in text:
        raise BrokenReply("the first line of the form is not whole")
    return _read_json(text.strip().removeprefix("\ufeff").encode("utf-8", "replace"))


def reply_in_file(data: bytes, path: Path) -> Reply | None:
    """Return the reply in `data`, which came from `path`, None where it has none; raises as `read_reply`."""
    # The page holds images, and may be larger than any text.
    if REVIEW_MARK.encode() in data[:_HEAD]:
        raise ReviewFileItself
    try:
        text = decode_text(data, path)
    except (NotText, TooLarge):
        return None
    return read_reply(text)


def _unpacked(packed: str, check: str) -> bytes:
    try:
        data = base64.b64decode(_NOT_BASE64.sub("", packed), validate=True)
    except binascii.Error as error:
        raise BrokenReply(str(error)) from error
    if f"{crc32(data):08x}" != check:
        raise BrokenReply("the block is not what was copied")
    return data


def _read_json(data: bytes) -> Reply:
    try:
        found = msgspec.json.decode(data, type=_ReplyJson)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BrokenReply(str(error)) from error
    if found.format != FORMAT or found.schema != SCHEMA:
        raise BrokenReply(f"{found.format} {found.schema}")
    return _reply(
        found.article,
        found.number,
        found.hash,
        found.name,
        [Remark(one.words, one.block) for one in found.comments],
        _moment(found.written),
    )


def _read_form(text: str, form: re.Match[str]) -> Reply:
    text = text.split(_FORM_END)[0]
    head, *rest = _TARGET.split(text)
    name = _NAME.search(head)
    whole = head.partition(_WHOLE)[2]
    remarks = [Remark(whole)]
    for number, answer in zip(rest[::2], rest[1::2], strict=True):
        remarks.append(Remark(answer.partition(_COMMENT)[2], block_numbered(int(number))))
    if len(remarks) > MOST_REMARKS or any(len(one.words) > MOST_WORDS for one in remarks):
        raise BrokenReply("the form is too long")
    return _reply(form[1], int(form[2]), form[3], name[1][:MOST_NAME] if name else "", remarks, None)


def _reply(
    article_id: str, number: int, hash_: str, name: str, remarks: list[Remark], written_at: datetime | None
) -> Reply:
    said = (Remark(normalize_text(one.words).strip(), one.block) for one in remarks)
    return Reply(
        article_id=article_id,
        number=number,
        hash=hash_,
        name=" ".join(normalize_text(name).split()),
        remarks=tuple(one for one in said if one.words),
        written_at=written_at,
    )


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
