"""From the archive to the site: approved revisions, checked against what was approved."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from editor_app.archive.archive import Archive, Holdings
from editor_app.archive.errors import ArchiveReadOnly
from editor_app.desk.due import due, due_since_export
from editor_app.desk.errors import require_name
from editor_app.desk.later import Later
from editor_app.desk.live_texts import make_live_texts
from editor_app.desk.lost_links import lost_links
from editor_app.desk.publications import older_in_sight
from editor_app.desk.site_folders import note_folder
from editor_app.desk.site_settings import site_settings
from editor_app.desk.site_source import ArchiveSource, open_source
from editor_app.desk.steps import Steps
from editor_app.desk.values import ExportOutlook, ExportPlan, ExportResult
from editor_app.domain.article_query import ArticleQuery
from editor_app.domain.audit import Act, Head
from editor_app.domain.due import Due
from editor_app.domain.lost_link import LostLink
from editor_app.domain.workflow import LiveSide, State
from editor_app.rendering.maker import maker
from editor_app.rendering.renditions import rendition_at
from editor_app.rendering.templates import Templates, templates_in
from editor_app.site.errors import PlanOutdated
from editor_app.site.output.output import Output
from editor_app.site.output.values import ChangeKind, Generation, Switched
from editor_app.site.output.verification import FolderCheck, verify_folder
from editor_app.site.planning.planner import Plan, plan
from editor_app.site.planning.values import PlannedChange
from editor_app.site.progress import ExportStep, Tell

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    from editor_app.desk import picture_file
else:
    picture_file = Later("editor_app.desk.picture_file")

# How far an export looks ahead for what comes next.
AHEAD = timedelta(days=31)
# How many texts are made in one transaction: others wait no longer for it.
AT_A_TIME = 100


def outlook(holdings: Holdings, now: datetime) -> ExportOutlook:
    """Return how many articles an export at `now` would write, and what became of the others."""
    in_sight = [one.snapshot.article_id for one in older_in_sight(holdings, now)]
    states = holdings.live_pages.states_of_public(now, in_sight)
    return ExportOutlook(
        exported=states.total(),
        edited=states[State.DRAFT] + states[State.IN_REVIEW],
        waiting=holdings.live_pages.count_waiting(now) - len(in_sight),
        left_out=holdings.finding.count(ArticleQuery(live_sides=(LiveSide.NOT_PUBLISHED,)), me="", now=now),
    )


class _Order(Struct):
    """What an export is asked for: where to, at which moment, with which templates, and who hears of it."""

    target: Path
    now: datetime
    templates: str
    tell: Tell
    releases: bool | None = None
    other_process: "ProcessPoolExecutor | None" = None


def export(
    archive: Archive,
    target: Path,
    *,
    by: str,
    now: datetime,
    tell: Tell,
    templates: str = "",
    overwrite: bool = False,
    releases: bool | None = None,
    as_planned: ExportPlan | None = None,
    other_process: "ProcessPoolExecutor | None" = None,
) -> ExportResult:
    """Write the site as it is to be at `now`.

    The manifest names the head of the audit log, so that a log which is written anew shows. An export
    that changes no file is not in the log. `templates` is a folder of templates for this once;
    `overwrite` lets what others altered or put there be replaced. `releases` writes whole releases behind one
    link, or a plain folder again; None leaves it as it is. `other_process` is one that stands by, see
    `standing_by`. Raises PlanOutdated where it would do another thing than `as_planned`, NameMissing,
    HashMismatch, TemplateFolderMissing, BrokenTemplate and what `plan` and `Output` raise.
    """
    name = require_name(by)
    order = _Order(target, now, templates, tell, releases, other_process)
    with _planned(archive, order) as (output, planned):
        changes = tuple(planned.changes(output))
        if as_planned is not None and changes != as_planned.changes:
            raise PlanOutdated(output.place.target)
        if not planned.is_idle or output.is_to_be_moved:
            note_folder(archive, output.place.target)
            output.commit(
                planned.state,
                overwrite=overwrite,
                tell=lambda work, done, whole: tell(ExportStep(work.value), done, whole),
            )
        target = output.place.target
    result = _result(archive, target, planned, changes, now)
    if changes:
        _log(archive, result, planned.state.head, by=name, now=now)
    return result


def plan_export(
    archive: Archive, target: Path, *, now: datetime, tell: Tell, templates: str = ""
) -> ExportPlan:
    """Return what an export at `now` would do and why; nothing is written that stays."""
    with _planned(archive, _Order(target, now, templates, tell)) as (output, planned):
        return ExportPlan(
            target=output.place.target,
            pages=planned.record.pages,
            changes=tuple(planned.changes(output)),
            conflicts=output.conflicts(),
            not_due=planned.record.not_due,
            withdrawn=planned.record.withdrawn,
            lost=_lost(archive, planned, now),
            is_by_releases=_is_by_releases(output),
        )


def last_kept(target: Path) -> Generation | None:
    """Return what going back at `target` would undo, None where nothing is kept there."""
    with Output.open(target) as output:
        return next(iter(output.generations()), None)


def verify_site(target: Path) -> Steps[FolderCheck]:
    """Read the whole site at `target`; raises NewerSite and TargetNotWritable."""
    return verify_folder(target)


def _is_by_releases(output: Output) -> bool:
    return output.place.release is not None


def roll_back(archive: Archive, target: Path, *, by: str, now: datetime, overwrite: bool) -> Switched:
    """Make the site at `target` what it was before the last export that changed it."""
    name = require_name(by)
    with Output.open(target) as output:
        switched = output.roll_back(overwrite=overwrite)
        folder = str(output.place.target)
    counts = {
        "added": str(switched.added),
        "changed": str(switched.changed),
        "removed": str(switched.removed),
    }
    with archive.writing() as holdings:
        holdings.log.append(Act.ROLLED_BACK, by=name, at=now, details={"folder": folder, **counts})
    return switched


@contextmanager
def _planned(archive: Archive, order: _Order) -> Iterator[tuple[Output, Plan]]:
    """Give the output at the target with all that is to be there put into it, and the plan of that."""
    if archive.damage is not None:
        # What could not be read would vanish from the website.
        raise ArchiveReadOnly(archive.damage.path)
    used = _templates(archive, order.templates)
    make_what_is_unmade(archive, used, order.tell)
    with Output.open(order.target, releases=order.releases) as output:
        with archive.reading() as holdings:
            source = ArchiveSource(holdings, order.now, used)
            folder = "" if used.folder is None else str(used.folder)
            planned = plan(
                source,
                output,
                lambda done, whole: order.tell(ExportStep.PAGES, done, whole),
                partial(open_source, archive.path, order.now, folder),
                order.other_process,
            )
        _put_images(archive, output, planned, order.tell)
        yield output, planned


def _templates(archive: Archive, asked_for: str) -> Templates:
    with archive.reading() as holdings:
        return templates_in(asked_for or site_settings(holdings).templates)


def make_what_is_unmade(archive: Archive, templates: Templates, tell: Tell) -> None:
    """Make and keep what another program, or none, has made of the live texts."""
    made = 0
    while True:
        with archive.reading() as holdings:
            ids = holdings.site_texts.unmade(maker(templates), AT_A_TIME)
        if not ids:
            return
        with archive.storing_derived() as holdings:
            for article_id in ids:
                make_live_texts(holdings, article_id, templates)
        made += len(ids)
        tell(ExportStep.TEXTS, made, 0)


def _put_images(archive: Archive, output: Output, planned: Plan, tell: Tell) -> None:
    renditions = [found for path in planned.images if (found := rendition_at(path)) is not None]
    if not renditions:
        # Few small exports need what reads images.
        return
    for done, rendition in enumerate(picture_file.make_renditions_ready(archive, renditions)):
        output.put(
            rendition.path, picture_file.rendition_bytes(archive, rendition), owner=f"image:{rendition.path}"
        )
        tell(ExportStep.IMAGES, done + 1, len(renditions))


def _result(
    archive: Archive, target: Path, planned: Plan, changes: Sequence[PlannedChange], now: datetime
) -> ExportResult:
    came, coming, lost = _to_tell(archive, planned, now)
    added, changed, removed = (
        tuple(change.path for change in changes if change.kind is kind) for kind in ChangeKind
    )
    return ExportResult(
        target=target,
        pages=planned.record.pages,
        added=added,
        changed=changed,
        removed=removed,
        not_due=planned.record.not_due,
        came=came,
        coming=coming,
        withdrawn=planned.record.withdrawn,
        lost=lost,
    )


def _to_tell(
    archive: Archive, planned: Plan, now: datetime
) -> tuple[tuple[Due, ...], tuple[Due, ...], tuple[LostLink, ...]]:
    with archive.reading() as holdings:
        lost = lost_links(holdings, planned.record.lost_links, now)
        return due_since_export(holdings, now), due(holdings, now, now + AHEAD), lost


def _lost(archive: Archive, planned: Plan, now: datetime) -> tuple[LostLink, ...]:
    with archive.reading() as holdings:
        return lost_links(holdings, planned.record.lost_links, now)


def _log(archive: Archive, result: ExportResult, head: Head, *, by: str, now: datetime) -> None:
    details = {
        "folder": str(result.target),
        "pages": str(result.pages),
        "added": str(len(result.added)),
        "changed": str(len(result.changed)),
        "removed": str(len(result.removed)),
        "head": f"{head.number} {head.hash}",
    }
    with archive.writing() as holdings:
        holdings.log.append(Act.EXPORTED, by=by, at=now, details=details)
