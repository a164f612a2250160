"""A version in plain words: what it is called, who kept it when, and where it stands."""

from datetime import datetime

from editor_app.desk.values import VersionSummary
from editor_app.domain.swedish_time import wall_time
from editor_app.domain.words import OCCASION_WORDS
from editor_app.translation import _
from ui.widgets.date_words import clock_text, date_text


def version_name(version: VersionSummary) -> str:
    """Return the name, or what the version was kept for."""
    return version.name or _(OCCASION_WORDS[version.occasion])


def version_line(version: VersionSummary, now: datetime) -> str:
    """Return who kept the version, when, and whether it is live, approved or in review."""
    parts = [version.created_by, moment_words(version.created_at, now)]
    if version.is_live:
        parts.append(_("live"))
    elif version.approvals:
        parts.append(_("approved"))
    if version.is_in_review:
        parts.append(_("in review"))
    return " · ".join(parts)


def moment_words(moment: datetime, now: datetime) -> str:
    """Return the day and the time, with the word for today."""
    is_today = wall_time(moment).date() == wall_time(now).date()
    day = _("today") if is_today else date_text(moment)
    return f"{day} {clock_text(moment)}"
