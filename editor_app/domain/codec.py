"""Documents, articles and snapshots as JSON with a schema number."""

from typing import Any, TypeVar

import msgspec

from editor_app.domain.article import Article
from editor_app.domain.document import Document
from editor_app.domain.errors import EditorAppError
from editor_app.domain.revision import Snapshot

SCHEMA = 1
T = TypeVar("T")


class NewerSchema(EditorAppError):
    """The text was written by a newer program: its `schema` is above SCHEMA."""

    def __init__(self, schema: int) -> None:
        super().__init__(f"schema {schema} is newer than {SCHEMA}")
        self.schema = schema


class BrokenText(EditorAppError):
    """What was stored is not what this program writes; `reason` says where."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _Envelope(msgspec.Struct):
    schema: int
    content: msgspec.Raw


# Sorted keys and no white space: equal values give equal bytes, so that a hash names a text.
_encoder = msgspec.json.Encoder(order="sorted")
_envelope_decoder = msgspec.json.Decoder(_Envelope)
_document_decoder = msgspec.json.Decoder(Document)
_article_decoder = msgspec.json.Decoder(Article)
_snapshot_decoder = msgspec.json.Decoder(Snapshot)


def encode(value: Document | Article | Snapshot) -> bytes:
    """Return the canonical JSON of `value`: UTF-8, sorted keys, the schema number beside."""
    return _encoder.encode({"schema": SCHEMA, "content": value})


def decode_document(data: bytes) -> Document:
    """Return the document that `encode` wrote; raises NewerSchema or BrokenText."""
    return _decode(_document_decoder, data)


def decode_article(data: bytes) -> Article:
    """Return the article that `encode` wrote; raises NewerSchema or BrokenText."""
    return _decode(_article_decoder, data)


def decode_snapshot(data: bytes) -> Snapshot:
    """Return the snapshot that `encode` wrote; raises NewerSchema or BrokenText."""
    return _decode(_snapshot_decoder, data)


def to_builtins(value: Document | Article | Snapshot) -> Any:
    """Return what `encode` would write, as dicts, lists and strings, schema number included."""
    return msgspec.json.decode(encode(value))


def _decode(decoder: msgspec.json.Decoder[T], data: bytes) -> T:
    try:
        envelope = _envelope_decoder.decode(data)
        if envelope.schema > SCHEMA:
            raise NewerSchema(envelope.schema)
        return decoder.decode(envelope.content)
    except msgspec.DecodeError as error:
        raise BrokenText(str(error)) from error
