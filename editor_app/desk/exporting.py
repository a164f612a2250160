"""From the archive to the site: approved revisions, checked against what was approved."""

from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from editor_app.archive.archive import Archive, Holdings
from editor_app.archive.errors import ArchiveReadOnly
from editor_app.desk.card_file import former_sections, site_profile
from editor_app.desk.due import due, due_since_export
from editor_app.desk.errors import require_name
from editor_app.desk.picture_file import make_ready, rendition_bytes
from editor_app.desk.publications import older_in_sight, verified_publications, withdrawn_texts
from editor_app.desk.site_settings import site_settings
from editor_app.desk.values import ExportOutlook, ExportResult
from editor_app.domain.article_query import ArticleQuery
from editor_app.domain.audit import Act, Head
from editor_app.domain.workflow import LiveSide, State
from editor_app.rendering.renditions import Rendition
from editor_app.rendering.templates import templates_in
from editor_app.site.build import build
from editor_app.site.plan import SiteContent, plan

# How far an export looks ahead for what comes next.
AHEAD = timedelta(days=31)


def outlook(holdings: Holdings, now: datetime) -> ExportOutlook:
    """Return how many articles an export at `now` would write, and what became of the others."""
    in_sight = [one.snapshot.article_id for one in older_in_sight(holdings, now)]
    states = holdings.publications.states_of_public(now, in_sight)
    return ExportOutlook(
        exported=states.total(),
        edited=states[State.DRAFT] + states[State.IN_REVIEW],
        waiting=holdings.publications.count_waiting(now) - len(in_sight),
        left_out=holdings.finding.count(ArticleQuery(live_sides=(LiveSide.NOT_PUBLISHED,)), me="", now=now),
    )


def export(archive: Archive, target: Path, *, by: str, now: datetime, templates: str = "") -> ExportResult:
    """Write the site as it is to be at `now`.

    The manifest names the head of the audit log, so that a log which is written anew shows. An export
    that changes no file is not in the log. `templates` is a folder of templates for this once. Raises
    NameMissing, HashMismatch, TemplateFolderMissing, BrokenTemplate and what `plan` and `build` raise.
    """
    name = require_name(by)
    if archive.damage is not None:
        # What could not be read would vanish from the website.
        raise ArchiveReadOnly(archive.damage.path)
    content = site_content(archive, now, templates)
    planned = plan(content, now)
    for publication in content.publications:
        if publication.is_public(now):
            make_ready(archive, publication.snapshot)
    with archive.reading() as holdings:
        came = due_since_export(holdings, now)
        coming = due(holdings, now, now + AHEAD)
    result = msgspec.structs.replace(build(planned, target), came=came, coming=coming)
    if result.added or result.changed or result.removed:
        _log(archive, result, content.log_head, by=name, now=now)
    return result


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


def site_content(archive: Archive, now: datetime, templates: str = "") -> SiteContent:
    """Return what the site is made of at `now`; `templates` is a folder instead of the one in the settings.

    Raises HashMismatch where an approved text was altered, and TemplateFolderMissing.
    """

    def page_image(rendition: Rendition) -> bytes:
        # Images never change, so each is read when its turn comes and not held with the others.
        return rendition_bytes(archive, rendition)

    with archive.reading() as holdings:
        publications = verified_publications(holdings, now)
        settings = site_settings(holdings)
        return SiteContent(
            profile=site_profile(holdings),
            settings=settings,
            contacts=holdings.contacts.all(),
            templates=templates_in(templates or settings.templates),
            categories=holdings.categories.ever(),
            former_sections=former_sections(holdings),
            publications=publications,
            withdrawn=withdrawn_texts(holdings, publications, now),
            images={row.id: (row.width, row.height) for row in holdings.images.all()},
            page_image=page_image,
            log_head=holdings.log.head(),
        )
