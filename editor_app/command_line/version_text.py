"""Versions as lines for people."""

from collections.abc import Iterable, Iterator, Sequence

from editor_app.desk.log_words import act_words
from editor_app.desk.version_values import StoryEvent, VersionSummary
from editor_app.domain.swedish_time import minute_text
from editor_app.domain.words import occasion_words
from editor_app.translation import _


def version_lines(versions: Sequence[VersionSummary]) -> list[str]:
    """Return a line for each version: number, time, name, who kept it, and where it stands."""
    number_width = max((len(str(version.number)) for version in versions), default=0)
    return [
        f"{version.number:>{number_width}}  {minute_text(version.created_at)}  {' · '.join(_parts(version))}"
        for version in versions
    ]


def event_lines(events: Iterable[StoryEvent]) -> Iterator[str]:
    """Yield a line for each event: time, act, version, who did it and what they said."""
    for event in events:
        version = _("Version {number}").format(number=event.number) if event.number else ""
        parts = (act_words(event.act), version, event.by, event.words.replace("\n", " · "))
        yield f"{minute_text(event.at)}  {' · '.join(filter(None, parts))}"


def _parts(version: VersionSummary) -> Iterator[str]:
    yield version.name or _(occasion_words(version.occasion))
    yield version.created_by
    for name, moment in version.approvals:
        yield _("approved {time} by {name}").format(time=minute_text(moment), name=name)
    if version.is_live:
        yield _("live")
    if version.is_in_review:
        yield _("in review")
