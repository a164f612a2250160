"""What changed, said in words: for notes, for the command line and for those who hear a comparison."""

from collections.abc import Iterator, Sequence

from editor_app.desk.comparison import (
    ComparedBlock,
    ComparedField,
    ComparedFigure,
    ComparedTable,
    ComparedText,
    Field,
    FigurePart,
    Run,
    Status,
    WordCounts,
)
from editor_app.domain.document import (
    Emphasis,
    FactTitle,
    Heading,
    Language,
    Link,
    ListItem,
    Mark,
    Quote,
    Strong,
    TextBlock,
)
from editor_app.translation import _, ngettext

LONGEST = 60


def summary(counts: WordCounts, changes: int) -> str:
    """Return how much changed, in one line."""
    if not changes:
        return _("The texts are the same.")
    if not counts.added and not counts.removed:
        return _("The words are the same. What differs is marked.")
    added = ngettext("{count} word added", "{count} words added", counts.added).format(count=counts.added)
    removed = ngettext("{count} removed", "{count} removed", counts.removed).format(count=counts.removed)
    return f"{added}, {removed}"


def field_name(field: Field) -> str:
    """Return what the form calls `field`."""
    return {
        Field.KIND: _("Kind"),
        Field.LANGUAGE: _("Language"),
        Field.VERSION_OF: _("Translation of"),
        Field.CATEGORY: _("Category"),
        Field.CONTACTS: _("Contacts"),
        Field.PUBLISH_AT: _("Publish date"),
        Field.EMBARGO_UNTIL: _("Embargo until"),
        Field.UNPUBLISH_AT: _("Take down"),
        Field.STAYS_ONLINE: _("Not taken down"),
        Field.RELATED: _("Related articles"),
        Field.RECORD_NUMBER: _("Record number"),
        Field.CORRECTIONS: _("Corrections"),
        Field.SLUG: _("Address of the page"),
    }[field]


def change_sentence(runs: Sequence[Run]) -> str:
    """Return what happened in `runs`, which changed together."""
    removed = "".join(run.text for run in runs if run.status is Status.REMOVED)
    added = "".join(run.text for run in runs if run.status is Status.ADDED)
    if removed or added:
        return _replacement(removed, added)
    return "; ".join(dict.fromkeys(map(marks_sentence, runs)))


def field_sentence(field: ComparedField) -> str:
    """Return what happened to `field`."""
    return f"{field_name(field.field)}: {_replacement(field.old, field.new)}"


def marks_sentence(run: Run) -> str:
    """Return how the same words are marked otherwise."""
    before = [mark for mark in run.marks_before if mark not in run.marks]
    after = [mark for mark in run.marks if mark not in run.marks_before]
    parts = [_("now {mark}").format(mark=_mark(mark)) for mark in after]
    kinds = {type(mark) for mark in after}
    parts += [_("no longer {mark}").format(mark=_mark(mark)) for mark in before if type(mark) not in kinds]
    return _("“{words}”: {how}").format(words=_cut(run.text), how=", ".join(parts))


def notes(block: ComparedBlock) -> Iterator[str]:
    """Yield what changed in `block` beside its words."""
    if block.moved:
        yield _("Moved here") if block.status is Status.ADDED else _("Moved from here")
    if isinstance(block, ComparedText):
        yield from _text_notes(block)
    elif isinstance(block, ComparedFigure):
        yield from _figure_notes(block)
    else:
        yield from _table_notes(block)


def unchanged_paragraphs(count: int) -> str:
    """Return the line that stands for `count` paragraphs that are the same."""
    return ngettext("{count} unchanged paragraph", "{count} unchanged paragraphs", count).format(count=count)


def _text_notes(block: ComparedText) -> Iterator[str]:
    if block.old is None or block.new is None:
        return
    before, after = _kind(block.old), _kind(block.new)
    if before != after:
        yield _("{old} became {new}").format(old=before, new=after)
    elif not isinstance(block.old, FactTitle) and not isinstance(block.new, FactTitle):
        if block.new.boxed and not block.old.boxed:
            yield _("Now in a fact box")
        elif block.old.boxed and not block.new.boxed:
            yield _("No longer in a fact box")


def _figure_notes(block: ComparedFigure) -> Iterator[str]:
    if block.old is None or block.new is None:
        yield _("Image added") if block.old is None else _("Image removed")
    for part, sentence in (
        (FigurePart.IMAGE, _("Another image")),
        (FigurePart.DECORATIVE, _("Decorative or not was changed")),
        (FigurePart.CROP, _("Another part of the image is shown")),
        (FigurePart.FOCUS, _("Another focal point")),
    ):
        if part in block.changes:
            yield sentence


def _table_notes(block: ComparedTable) -> Iterator[str]:
    if block.old is None or block.new is None:
        yield _("Table added") if block.old is None else _("Table removed")
    if block.heads_changed:
        yield _("Other cells are headings now")


def _kind(block: TextBlock) -> str:
    if isinstance(block, Heading):
        return _("Heading {level}").format(level=block.level)
    if isinstance(block, ListItem):
        kind = _("Numbered item") if block.ordered else _("List item")
        return kind if block.level == 1 else _("{kind}, level {level}").format(kind=kind, level=block.level)
    if isinstance(block, Quote):
        return _("Quote")
    return _("Title of a fact box") if isinstance(block, FactTitle) else _("Paragraph")


def _mark(mark: Mark) -> str:
    match mark:
        case Link(href):
            return _("a link to {address}").format(address=href)
        case Language(tag):
            return _("in the language {tag}").format(tag=tag)
        case Strong():
            return _("bold")
        case Emphasis():
            return _("italic")


def _replacement(old: str, new: str) -> str:
    removed, added = _cut(old), _cut(new)
    if removed and added:
        return _("“{old}” became “{new}”").format(old=removed, new=added)
    if added:
        return _("Added: “{words}”").format(words=added)
    return _("Removed: “{words}”").format(words=removed)


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
