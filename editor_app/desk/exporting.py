"""From the archive to the site: approved revisions, checked against what was approved."""

from datetime import datetime
from pathlib import Path

from editor_app.archive.archive import Archive
from editor_app.desk.card_file import site_profile
from editor_app.desk.picture_file import make_ready, rendition_bytes
from editor_app.desk.publications import verified_publications
from editor_app.desk.values import ExportResult
from editor_app.rendering.renditions import Rendition
from editor_app.site.build import build
from editor_app.site.plan import SiteContent, plan


def export(archive: Archive, target: Path, *, now: datetime) -> ExportResult:
    """Write the site as it is to be at `now`; raises HashMismatch and what `plan` and `build` raise."""
    content = site_content(archive, now)
    planned = plan(content, now)
    for publication in content.publications:
        if publication.is_public(now):
            make_ready(archive, publication.snapshot)
    return build(planned, target)


def site_content(archive: Archive, now: datetime) -> SiteContent:
    """Return what the site is made of at `now`; raises HashMismatch where an approved text was altered."""

    def page_image(rendition: Rendition) -> bytes:
        # Images never change, so each is read when its turn comes and not held with the others.
        return rendition_bytes(archive, rendition)

    with archive.reading() as holdings:
        return SiteContent(
            profile=site_profile(holdings),
            categories=holdings.categories.all(),
            publications=verified_publications(holdings, now),
            images={row.id: (row.width, row.height) for row in holdings.images.all()},
            page_image=page_image,
        )
