"""What changed since the last approval, in one line."""

from editor_app.desk.version_values import SinceApproval
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _, ngettext
from ui.widgets.date_words import date_text
from ui.widgets.explained import explained

# None stands for a text that was never approved, an error for why nobody can say.
Since = SinceApproval | EditorAppError | None


def change_line(since: Since) -> str:
    """Return what changed, in one sentence."""
    if isinstance(since, EditorAppError):
        return explained(since)
    if since is None:
        return _("Nothing of it has been approved before.")
    date = date_text(since.approved_at)
    if since.is_same:
        return _("Nothing has changed since the approval on {date}.").format(date=date)
    counts = since.counts
    if not counts.added and not counts.removed:
        return _("Since the approval on {date} no words have changed, but details have.").format(date=date)
    return _("Since the approval on {date}: {changes}.").format(
        date=date, changes=_words_changed(counts.added, counts.removed)
    )


def _words_changed(added: int, removed: int) -> str:
    """Return how many words came and went, without what did not."""
    if not added:
        words = ngettext("{count} word removed", "{count} words removed", removed)
        return words.format(count=removed)
    came = ngettext("{count} word added", "{count} words added", added).format(count=added)
    if not removed:
        return came
    went = ngettext("{count} removed", "{count} removed", removed).format(count=removed)
    return f"{came}, {went}"
