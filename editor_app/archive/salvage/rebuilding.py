"""Articles of which only a part is left, put together again from that part."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from editor_app.domain.article import Article, Kind
from editor_app.domain.codec import encode
from editor_app.domain.workflow import LiveSide, State

# Who changed it, and when, was in the row that is lost; what is newest stands first in lists.
_UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC).isoformat(" ")


def metadata_of(content: str) -> dict[str, Any]:
    """Return what a row of an article says, by column, as far as its text tells; a draft in any case."""
    text = _fields(content)
    return {
        "title": str(text.get("title", "")),
        "kind": str(text.get("kind", Kind.INFORMATION.value)),
        "language": str(text.get("language", "sv")),
        "state": State.DRAFT.value,
        "live": LiveSide.NOT_PUBLISHED.value,
        "version": 1,
        "updated_at": _UNKNOWN,
        "updated_by": "",
        "submitted_by": "",
        "created_at": _UNKNOWN,
        "created_by": "",
    }


def text_of(article_id: str, title: str, kind: str, language: str, content: str | None) -> str:
    """Return a working copy: what the newest version says, or the title alone where there is none."""
    version = _fields(content or "")
    if "body" not in version:
        return encode(Article(article_id, Kind(kind), title, language=language)).decode()
    category, contacts = version.pop("category", None), version.pop("contacts", [])
    version["id"] = version.pop("article_id", article_id)
    version["category_id"] = None if category is None else category["id"]
    version["contact_ids"] = [contact["id"] for contact in contacts]
    version["internal_note"] = ""
    return msgspec.json.encode(version, order="sorted").decode()


def _fields(content: str) -> dict[str, Any]:
    try:
        return msgspec.json.decode(content, type=dict[str, Any])
    except msgspec.DecodeError:
        return {}
