"""Cards and their changes in the words of the interface: the window and the command line say the same."""

from collections.abc import Iterator

from msgspec import Struct

from editor_app.desk.card_values import CardChange, CardUse, ImportOutcome, Usage
from editor_app.intake.cards.card_text import Column
from editor_app.translation import N_, _, ngettext

OUTCOME_WORDS = {
    ImportOutcome.NEW: N_("New"),
    ImportOutcome.CHANGED: N_("Changes the card that is there"),
    ImportOutcome.SAME: N_("There already, the same"),
    ImportOutcome.SKIPPED: N_("Skipped"),
}


COLUMN_WORDS = {
    Column.NAME: N_("name"),
    Column.FIRST_NAME: N_("first name"),
    Column.LAST_NAME: N_("last name"),
    Column.ROLE: N_("role"),
    Column.UNIT: N_("unit"),
    Column.ORGANISATION: N_("organisation"),
    Column.PHONE: N_("phone"),
    Column.EMAIL: N_("e-mail"),
    Column.ADDRESS: N_("address"),
}


class ChangeSection(Struct, frozen=True):
    """One thing that a change does: a sentence, and the articles that it is about."""

    sentence: str
    uses: tuple[CardUse, ...] = ()


def column_words(column: Column | None) -> str:
    """Return what a column of a table is taken for."""
    return _("not used") if column is None else _(COLUMN_WORDS[column])


def usage_words(usage: Usage) -> str:
    """Return where a card is used, as in "in 14 articles, 9 live"."""
    if not usage.articles and not usage.live:
        return _("not used")
    words = ngettext("in {count} article", "in {count} articles", usage.articles).format(count=usage.articles)
    return words if not usage.live else _("{articles}, {live} live").format(articles=words, live=usage.live)


def change_sections(change: CardChange) -> tuple[ChangeSection, ...]:
    """Return what the change does to articles and pages, what happens at once first."""
    return tuple(_sections(change)) or (ChangeSection(_("No article and no page changes.")),)


def _sections(change: CardChange) -> Iterator[ChangeSection]:
    count = len(change.drafts)
    if count:
        words = ngettext("{count} draft changes at once.", "{count} drafts change at once.", count)
        yield ChangeSection(words.format(count=count), change.drafts)
    count = len(change.need_approval)
    if count:
        words = ngettext(
            "{count} article that is submitted or approved becomes a draft again and needs a new approval.",
            "{count} articles that are submitted or approved become drafts again and need a new approval.",
            count,
        )
        yield ChangeSection(words.format(count=count), change.need_approval)
    count = len(change.live)
    if count:
        words = ngettext(
            "{count} live page keeps its approved text until its article is approved anew.",
            "{count} live pages keep their approved text until their articles are approved anew.",
            count,
        )
        yield ChangeSection(words.format(count=count), change.live)
    yield from _moves(change)


def _moves(change: CardChange) -> Iterator[ChangeSection]:
    for moved in change.moved:
        words = (
            _("{old} leads to {new} as soon as no live page belongs there any more.")
            if moved.waits
            else _("The page {old} moves to {new} with the next export. The old address leads there.")
        )
        yield ChangeSection(words.format(old=_folder(moved.old), new=_folder(moved.new)))


def _folder(path: str) -> str:
    return "/" + path.removesuffix("index.html")
