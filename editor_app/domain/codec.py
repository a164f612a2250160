"""Documents, articles and snapshots as JSON with a schema number."""

from typing import Any, TypeVar

import msgspec

from editor_app.domain.article import Article, Contact, Phone
from editor_app.domain.document import Document
from editor_app.domain.errors import EditorAppError
from editor_app.domain.revision import Snapshot

# 2 added tables, and the crop and focus of a figure; 3 several roles, phones and e-mails of a contact,
# that a page stays online, and corrections; 4 what an article is a version of in another language.
SCHEMA = 4
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


class _FormerContact(msgspec.Struct, forbid_unknown_fields=True):
    """A contact as it was up to schema 2."""

    id: str
    name: str
    role: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""


class _Lead(msgspec.Struct):
    lead: str = ""


_lead_decoder = msgspec.json.Decoder(_Lead)
# Sorted keys and no white space: equal values give equal bytes, so that a hash names a text.
_encoder = msgspec.json.Encoder(order="sorted")


def encode(value: Document | Article | Snapshot) -> bytes:
    """Return the canonical JSON of `value`: UTF-8, sorted keys, the schema number among them."""
    return _encoder.encode({"schema": SCHEMA, **msgspec.structs.asdict(value)})


def decode_document(data: bytes) -> Document:
    """Return the document that `encode` wrote; raises NewerSchema or BrokenText."""
    return _decode(Document, data)


def decode_article(data: bytes) -> Article:
    """Return the article that `encode` wrote; raises NewerSchema or BrokenText."""
    return _decode(Article, data)


def decode_lead(data: bytes) -> str:
    """Return the lead of an article that `encode` wrote, without a look at the rest; raises BrokenText."""
    try:
        return _lead_decoder.decode(data).lead
    except msgspec.DecodeError as error:
        raise BrokenText(str(error)) from error


def decode_snapshot(data: bytes) -> Snapshot:
    """Return the snapshot that `encode` wrote; raises NewerSchema or BrokenText."""
    return _decode(Snapshot, data)


def to_builtins(value: Document | Article | Snapshot) -> Any:
    """Return what `encode` would write, as dicts, lists and strings, schema number included."""
    return msgspec.json.decode(encode(value))


def _decode(kind: type[T], data: bytes) -> T:
    try:
        fields = msgspec.json.decode(data, type=dict[str, Any])
        schema = msgspec.convert(fields.pop("schema", None), int)
        if schema > SCHEMA:
            raise NewerSchema(schema)
        if schema < 3 and "contacts" in fields:
            fields["contacts"] = _upgrade_contacts(fields["contacts"])
        return msgspec.convert(fields, kind)
    except msgspec.DecodeError as error:
        raise BrokenText(str(error)) from error


def _upgrade_contacts(contacts: Any) -> list[Any]:
    """Return contacts of schema 1 or 2 as the present schema has them: they say the same."""
    return [
        msgspec.structs.asdict(former_contact(*msgspec.structs.astuple(former)))
        for former in msgspec.convert(contacts, list[_FormerContact])
    ]


def former_contact(id_: str, name: str, role: str, organisation: str, phone: str, email: str) -> Contact:
    """Return a contact that had at most one of each detail."""
    return Contact(
        id_,
        name,
        roles=(role,) if role else (),
        organisation=organisation,
        phones=(Phone(phone),) if phone else (),
        emails=(email,) if email else (),
    )
