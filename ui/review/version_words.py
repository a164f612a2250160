"""A version in plain words: what it is called, who kept it when, and where it stands."""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum

from editor_app.desk.version_values import VersionSummary
from editor_app.domain.swedish_time import wall_time
from editor_app.domain.words import occasion_words
from editor_app.translation import N_, _
from ui.widgets.date_words import clock_text, date_text


class Badge(Enum):
    """Where a version stands."""

    LIVE = "live"
    IN_REVIEW = "in review"
    PRESENT = "present"


BADGE_WORDS: Mapping[Badge, str] = {
    Badge.LIVE: N_("Live"),
    Badge.IN_REVIEW: N_("In review"),
    Badge.PRESENT: N_("As now"),
}


def version_name(version: VersionSummary) -> str:
    """Return the name, or what the version was kept for."""
    return version.name or _(occasion_words(version.occasion))


def kept_line(version: VersionSummary, now: datetime) -> str:
    """Return who kept the version, and when."""
    return f"{version.created_by} · {moment_words(version.created_at, now)}"


def approval_lines(version: VersionSummary, now: datetime) -> tuple[str, ...]:
    """Return a line for each approval, the newest first: by whom, and when."""
    return tuple(
        _("Approved by {name} · {time}").format(name=name, time=moment_words(moment, now))
        for name, moment in reversed(version.approvals)
    )


def version_line(version: VersionSummary, now: datetime) -> str:
    """Return what the list says of a version, in one line."""
    badges = (_(BADGE_WORDS[badge]) for badge in badges_of(version))
    return " · ".join((version_name(version), kept_line(version, now), *badges))


def badges_of(version: VersionSummary) -> tuple[Badge, ...]:
    """Return where the version stands, in the order in which it is shown."""
    standing = (
        (Badge.LIVE, version.is_live),
        (Badge.IN_REVIEW, version.is_in_review),
        (Badge.PRESENT, version.is_present),
    )
    return tuple(badge for badge, holds in standing if holds)


def moment_words(moment: datetime, now: datetime) -> str:
    """Return the day and the time, with the word for today."""
    is_today = wall_time(moment).date() == wall_time(now).date()
    day = _("today") if is_today else date_text(moment)
    return f"{day} {clock_text(moment)}"
