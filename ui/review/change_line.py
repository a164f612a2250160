"""What changed since the last approval, in one line."""

from editor_app.desk.values import SinceApproval
from editor_app.translation import _, ngettext
from ui.widgets.date_words import date_text


def change_line(since: SinceApproval | None) -> str:
    """Return what changed, in one sentence; None stands for a text that was never approved."""
    if since is None:
        return _("Nothing of it has been approved before.")
    date = date_text(since.approved_at)
    if since.is_same:
        return _("Nothing has changed since the approval on {date}.").format(date=date)
    counts = since.counts
    if not counts.added and not counts.removed:
        return _("Since the approval on {date} no words have changed, but details have.").format(date=date)
    added = ngettext("{count} word added", "{count} words added", counts.added).format(count=counts.added)
    removed = ngettext("{count} removed", "{count} removed", counts.removed).format(count=counts.removed)
    return _("Since the approval on {date}: {added}, {removed}.").format(
        date=date, added=added, removed=removed
    )
