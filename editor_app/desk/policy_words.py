"""A changed rule of the newsroom in words: the log keeps it as the archive stores it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from editor_app.domain.article import Kind
from editor_app.domain.policy import Approvers
from editor_app.domain.retention import KEPT_FOR_EVER, CountedFrom, RetentionRule
from editor_app.domain.words import KIND_WORDS
from editor_app.translation import N_, _, ngettext

ARROW = " → "

_APPROVERS: Mapping[str, str] = {
    Approvers.ONE_PERSON: N_("one person"),
    Approvers.FOUR_EYES: N_("four eyes"),
}


def changed_rule_words(rule: str, stored: str) -> str:
    """Return what became of one rule, as in "Retention, News: kept for ever → 5 years".

    What this program does not know, or cannot read, is said as it is stored.
    """
    before, arrow, after = stored.partition(ARROW)
    if rule not in _RULES or not arrow:
        return f"{rule}: {stored}"
    try:
        words = "; ".join(_RULES[rule](_value(before), _value(after)))
    except (ValueError, TypeError, KeyError, AttributeError):
        words = ""
    return words or f"{rule}: {stored}"


def _value(stored: str) -> Any:
    """Return what was stored; text stands there without its quotation marks."""
    try:
        return msgspec.json.decode(stored)
    except msgspec.DecodeError:
        return stored


def _change(name: str, before: str, after: str) -> str:
    return f"{name}: {before}{ARROW}{after}"


def _approvers(before: str, after: str) -> Iterator[str]:
    yield _change(_("approval takes"), _(_APPROVERS[before]), _(_APPROVERS[after]))


def _publishing(before: bool, after: bool) -> Iterator[str]:
    words = {True: _("with the approval"), False: _("separately")}
    yield _change(_("published"), words[before], words[after])


def _quotes(before: bool, after: bool) -> Iterator[str]:
    words = {True: _("yes"), False: _("no")}
    yield _change(_("quotes must be approved"), words[before], words[after])


def _words_folder(before: str, after: str) -> Iterator[str]:
    yield _change(_("folder of words"), before or _("none"), after or _("none"))


def _by_kind(
    name: str, before: Mapping[str, Any], after: Mapping[str, Any], words: Callable[[Any], str]
) -> Iterator[str]:
    """Yield what became of a rule that each kind of article has of its own, for those that changed."""
    for kind in Kind:
        if before.get(kind.value) != after.get(kind.value):
            kind_name = f"{name}, {_(KIND_WORDS[kind])}"
            yield _change(kind_name, words(before.get(kind.value)), words(after.get(kind.value)))


def _months(before: Mapping[str, int], after: Mapping[str, int]) -> Iterator[str]:
    return _by_kind(_("taken down"), before, after, _months_words)


def _months_words(months: int | None) -> str:
    if months is None:
        return _("never by itself")
    return ngettext("after {count} month", "after {count} months", months).format(count=months)


def _retention(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    return _by_kind(_("retention"), before, after, _retention_words)


def _retention_words(stored: Any) -> str:
    rule = KEPT_FOR_EVER if stored is None else msgspec.convert(stored, RetentionRule)
    if rule.years is None:
        return _("kept for ever")
    return ", ".join(
        (
            years_words(rule),
            _("preserved first") if rule.preserved_first else _("need not be preserved first"),
        )
    )


def years_words(rule: RetentionRule) -> str:
    """Return how long a rule that has years keeps, and from when."""
    years = rule.years or 0
    if rule.counted_from is CountedFrom.LAST_PUBLICATION:
        return ngettext(
            "{count} year after the last publication", "{count} years after the last publication", years
        ).format(count=years)
    return ngettext(
        "{count} year after it left the website", "{count} years after it left the website", years
    ).format(count=years)


_RULES: Mapping[str, Callable[[Any, Any], Iterator[str]]] = {
    "approvers": _approvers,
    "publishes_on_approval": _publishing,
    "quotes_must_be_approved": _quotes,
    "words_folder": _words_folder,
    "take_down_months": _months,
    "retention": _retention,
}
