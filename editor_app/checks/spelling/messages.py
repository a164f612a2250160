"""What the window and the process that holds the dictionaries say to each other: one JSON value a line."""

import msgspec
from msgspec import Struct


class _Message(Struct, frozen=True, tag_field="type"):
    """A frozen value whose JSON names its type."""


class Judge(_Message, frozen=True, tag="judge"):
    """Asks which of `forms` are misspelled in `language`; answered by Judged."""

    language: str
    forms: tuple[str, ...]


class Judged(_Message, frozen=True, tag="judged"):
    """Says which of `forms` nobody knows."""

    language: str
    forms: tuple[str, ...]
    misspelled: tuple[str, ...]


class Suggest(_Message, frozen=True, tag="suggest"):
    """Asks what may have been meant by `form`; answered by Suggested."""

    language: str
    form: str


class Suggested(_Message, frozen=True, tag="suggested"):
    """Says what may have been meant, the likeliest first."""

    language: str
    form: str
    suggestions: tuple[str, ...]


class Learn(_Message, frozen=True, tag="learn"):
    """Tells all words of `language` that the archive adds to the dictionary; not answered."""

    language: str
    words: tuple[str, ...]


Request = Judge | Suggest | Learn
Answer = Judged | Suggested

_encoder = msgspec.json.Encoder()
_requests: msgspec.json.Decoder[Request] = msgspec.json.Decoder(Request)
_answers: msgspec.json.Decoder[Answer] = msgspec.json.Decoder(Answer)


def to_line(message: Request | Answer) -> bytes:
    """Return `message` as a line, its end included."""
    return _encoder.encode(message) + b"\n"


def request_of(line: bytes) -> Request:
    """Return what a line asks; raises msgspec.DecodeError."""
    return _requests.decode(line)


def answer_of(line: bytes) -> Answer:
    """Return what a line answers; raises msgspec.DecodeError."""
    return _answers.decode(line)
