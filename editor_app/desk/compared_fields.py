"""What is known about an article beside its words, compared in the words of the interface."""

from collections.abc import Callable, Mapping
from datetime import datetime

from editor_app.desk.comparison import ComparedField, Field
from editor_app.desk.word_changes import compare_words
from editor_app.domain.article import Contact, Correction
from editor_app.domain.revision import Snapshot
from editor_app.domain.words import KIND_WORDS
from editor_app.rendering.languages import day_text, language_name, time_text
from editor_app.translation import _, interface_language


def compare_fields(old: Snapshot, new: Snapshot, titles: Mapping[str, str]) -> tuple[ComparedField, ...]:
    """Return the fields that differ; `titles` names the articles that are referred to by their ids."""
    found = []
    for field, say in _fields(titles).items():
        before, after = say(old), say(new)
        if before != after:
            found.append(ComparedField(field, before, after, compare_words(before, after)))
    return tuple(found)


def _fields(titles: Mapping[str, str]) -> Mapping[Field, Callable[[Snapshot], str]]:
    return {
        Field.KIND: lambda text: _(KIND_WORDS[text.kind]),
        Field.LANGUAGE: lambda text: language_name(text.language),
        Field.VERSION_OF: lambda text: _original(text, titles),
        Field.CATEGORY: lambda text: "" if text.category is None else text.category.name,
        Field.CONTACTS: lambda text: "\n".join(map(_contact, text.contacts)),
        Field.PUBLISH_AT: lambda text: _time(text.publish_at),
        Field.EMBARGO_UNTIL: lambda text: _time(text.embargo_until),
        Field.UNPUBLISH_AT: lambda text: _time(text.unpublish_at),
        Field.STAYS_ONLINE: lambda text: _("Yes") if text.stays_online else _("No"),
        Field.RELATED: lambda text: "\n".join(titles.get(id_, id_) for id_ in text.related_ids),
        Field.RECORD_NUMBER: lambda text: text.record_number,
        Field.CORRECTIONS: lambda text: "\n".join(map(_correction, text.corrections)),
        Field.SLUG: lambda text: text.slug,
    }


def _original(text: Snapshot, titles: Mapping[str, str]) -> str:
    original = text.version_of
    return "" if original is None else titles.get(original.article_id, original.article_id)


def _contact(contact: Contact) -> str:
    return ", ".join((contact.name, *contact.position, *contact.ways))


def _correction(correction: Correction) -> str:
    return f"{day_text(correction.day, interface_language())}: {correction.words}"


def _time(moment: datetime | None) -> str:
    return "" if moment is None else time_text(moment, interface_language())
