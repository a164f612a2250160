"""What the list is filtered by, as choices to make and to take back: each is a change of the query."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from editor_app.desk.stages import NOT_PUBLISHED
from editor_app.domain.article_query import ArticleQuery, PageTime
from editor_app.domain.languages import LANGUAGE_WORDS
from editor_app.domain.words import KIND_WORDS, LIVE_WORDS, STATE_WORDS
from editor_app.domain.workflow import LiveSide, State
from editor_app.translation import N_, _


class Chip(Struct, frozen=True):
    """One filter of a query in words, and the query `without` it."""

    words: str
    without: ArticleQuery


class Period(Struct, frozen=True):
    """Days in which an article was last changed, both included; None where there is no such end."""

    words: str
    first: date | None = None
    last: date | None = None


PAGE_TIME_WORDS: Mapping[PageTime, str] = {
    PageTime.PLANNED: N_("Planned to appear"),
    PageTime.TAKEN_DOWN: N_("Taken down as planned"),
}
# The fields of a query that choose from a list which is always the same, with the words for its values.
FIXED_CHOICES: Mapping[str, tuple[str, Mapping[Any, str]]] = {
    "states": (N_("State"), STATE_WORDS),
    "live_sides": (N_("On the website"), LIVE_WORDS),
    "page_times": (N_("On the website"), PAGE_TIME_WORDS),
    "kinds": (N_("Kind"), KIND_WORDS),
    "languages": (N_("Language"), LANGUAGE_WORDS),
}
# The fields that the menu sets together, by STAGES.
STAGE_FIELDS = ("states", "live_sides", "page_times")
# Where articles stand, in the words of the list, as the values of STAGE_FIELDS that a query asks for.
STAGES: tuple[tuple[str, tuple[State, ...], tuple[LiveSide, ...], tuple[PageTime, ...]], ...] = (
    (STATE_WORDS[State.DRAFT], (State.DRAFT,), (LiveSide.NOT_PUBLISHED,), ()),
    (STATE_WORDS[State.IN_REVIEW], (State.IN_REVIEW,), (LiveSide.NOT_PUBLISHED,), ()),
    (NOT_PUBLISHED, (State.APPROVED,), (LiveSide.NOT_PUBLISHED,), ()),
    (LIVE_WORDS[LiveSide.LIVE], (), (LiveSide.LIVE,), ()),
    (N_("Published · being changed"), (State.DRAFT,), (LiveSide.LIVE,), ()),
    (N_("Published · waits for approval"), (State.IN_REVIEW,), (LiveSide.LIVE,), ()),
    (LIVE_WORDS[LiveSide.WITHDRAWN], (), (LiveSide.WITHDRAWN,), ()),
    (PAGE_TIME_WORDS[PageTime.PLANNED], (), (), (PageTime.PLANNED,)),
    (PAGE_TIME_WORDS[PageTime.TAKEN_DOWN], (), (), (PageTime.TAKEN_DOWN,)),
)
# Those that choose from what the archive has, by name.
NAMED_CHOICES: Mapping[str, str] = {
    "categories": N_("Category"),
    "contacts": N_("Contact"),
    "persons": N_("Person"),
}
FLAGS: Mapping[str, str] = {"mine": N_("Mine"), "waits_for_me": N_("Waits for me")}


def toggled(query: ArticleQuery, field: str, value: Any) -> ArticleQuery:
    """Return `query` with `value` among those of `field`, or without it where it was there."""
    values = getattr(query, field)
    others = tuple(one for one in values if one != value)
    return replace(query, **{field: others if len(others) < len(values) else (*values, value)})


def without_filters(query: ArticleQuery) -> ArticleQuery:
    """Return what is left of `query`: the words."""
    return ArticleQuery(terms=query.terms)


def chips(query: ArticleQuery) -> tuple[Chip, ...]:
    """Return the filters of `query`, each with its way back."""
    return tuple(_chips(query))


def periods(today: date) -> tuple[Period, ...]:
    """Return the periods that are offered on `today`."""
    return (
        Period(_("Today"), today),
        Period(_("The last 7 days"), today - timedelta(days=6)),
        Period(_("This month"), today.replace(day=1)),
        Period(_("This year"), today.replace(month=1, day=1)),
        Period(_("Last year"), date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
        Period(_("More than two years ago"), None, today - timedelta(days=2 * 365)),
    )


def _chips(query: ArticleQuery) -> Iterator[Chip]:
    for field, words in FLAGS.items():
        if getattr(query, field):
            yield Chip(_(words), replace(query, **{field: False}))
    for field, (_heading, all_words) in FIXED_CHOICES.items():
        for value in getattr(query, field):
            yield Chip(_(all_words.get(value, str(value))), toggled(query, field, value))
    for field in NAMED_CHOICES:
        for value in getattr(query, field):
            yield Chip(value, toggled(query, field, value))
    if query.changed_from is not None:
        words = _("From {day}").format(day=query.changed_from.isoformat())
        yield Chip(words, replace(query, changed_from=None))
    if query.changed_to is not None:
        words = _("Until {day}").format(day=query.changed_to.isoformat())
        yield Chip(words, replace(query, changed_to=None))
    yield from _unknown_chips(query)


def _unknown_chips(query: ArticleQuery) -> Iterable[Chip]:
    for piece in query.unknown:
        others = tuple(one for one in query.unknown if one != piece)
        yield Chip(_("Not understood: {words}").format(words=piece), replace(query, unknown=others))
