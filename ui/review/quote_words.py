"""Quotes and their approvals in words, and the letter that asks for one."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale

from editor_app.domain.quotes import ArticleQuote
from editor_app.domain.words import QUOTE_WAY_WORDS
from editor_app.translation import _, interface_language, ngettext


def state_words(quote: ArticleQuote) -> str:
    """Return whether the quote is approved, by whom, when and how."""
    approval = quote.approval
    if approval is None:
        if quote.speaker:
            return _("Not approved yet – {name}").format(name=quote.speaker)
        return _("Not approved yet")
    return _("Approved by {name} on {date} {way}").format(
        name=approval.speaker, date=day_words(approval.approved_on), way=_(QUOTE_WAY_WORDS[approval.way])
    )


def count_words(quotes: Sequence[ArticleQuote]) -> str:
    """Return how many quotes there are, and how many nobody has approved."""
    missing = sum(quote.approval is None for quote in quotes)
    total = ngettext("{count} quote", "{count} quotes", len(quotes)).format(count=len(quotes))
    if not missing:
        return _("{total}, all approved").format(total=total)
    return ngettext("{total}, {count} not approved", "{total}, {count} not approved", missing).format(
        total=total, count=missing
    )


def letter(title: str, quotes: Sequence[ArticleQuote], name: str) -> str:
    """Return the text in which `name` asks a speaker to approve `quotes` of the article `title`."""
    lines = [
        _("Hello!"),
        _("We would like to quote you like this in “{title}”:").format(title=title),
        *(f"– {quote.text}" for quote in quotes),
        _("Do you approve? Please answer this message, or write what should be different."),
        _("Kind regards") + f"\n{name}",
    ]
    return "\n\n".join(lines)


def day_words(day: date) -> str:
    """Return a day as the interface writes it."""
    return QLocale(interface_language()).toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
