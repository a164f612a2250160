"""What stands in the place of the list where it is empty: what that means, and what to do."""

from editor_app.desk.unknown_names import unknown_name_sentences
from editor_app.domain.query_parser import parse_query
from editor_app.translation import _
from ui.archive_browser.filter_choices import FilterChoices
from ui.archive_browser.finding import Finding


def empty_words(finding: Finding, choices: FilterChoices, *, advice: str) -> tuple[str, str]:
    """Return a heading and what to do; `advice` is that where nothing matches."""
    if not finding.has_found:
        return _("The archive is being opened"), _("The first time, this takes a few seconds.")
    if not finding.query:
        return _("No articles yet"), _("Write a new one, or take in a page that you have copied.")
    unknown = _unknown_cards(finding.query, choices)
    if finding.has_words and not finding.is_ranked and not unknown:
        return _("No title or lead matches"), _("Press Enter to look in the whole texts.")
    return _("No article matches"), " ".join((*unknown, advice))


def _unknown_cards(query: str, choices: FilterChoices) -> tuple[str, ...]:
    # Of who writes here the window knows only what was so when it opened, and of cards nothing before.
    names = {field: cards for field, cards in choices.names().items() if field != "persons" and cards}
    return tuple(unknown_name_sentences(parse_query(query), names))
