"""What the lists say of how much was found."""

from editor_app.translation import _, ngettext
from ui.archive_browser.finding import Finding
from ui.widgets.number_words import number


def count_words(finding: Finding) -> str:
    """Return how many articles there are, and where they were looked for."""
    count = len(finding.rows.ids)
    words = ngettext("{n} article", "{n} articles", count).format(n=number(count)) if count else ""
    if finding.has_only_signs:
        return _("Nothing to search for: write a letter or a figure. All articles are shown.")
    if count and finding.has_words and not finding.is_ranked:
        return _("In titles and leads: {articles}. Enter looks in whole texts.").format(articles=words)
    return words
