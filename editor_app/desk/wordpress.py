"""Many approved articles as one file that WordPress imports."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from editor_app.archive.archive import Archive, Holdings
from editor_app.desk.approved_words import Approved, public_address, standing_approved
from editor_app.desk.card_file import site_profile
from editor_app.desk.errors import NothingApproved, require_name
from editor_app.desk.whole_files import write_whole_by
from editor_app.domain.addresses import make_slug
from editor_app.domain.article import Category
from editor_app.domain.audit import Act
from editor_app.domain.document import Crop, Figure
from editor_app.domain.revision import Snapshot, figures
from editor_app.rendering.body import PlacedImage
from editor_app.rendering.clean_body import in_language, render_contacts
from editor_app.rendering.languages import SITE_LANGUAGE, frame_language
from editor_app.rendering.page_paths import article_path
from editor_app.rendering.place import canonical_address
from editor_app.rendering.plain import plain
from editor_app.rendering.renditions import shown_figure
from editor_app.site.handover.kit import clean_text
from editor_app.site.handover.links import lost_links
from editor_app.site.handover.wxr import Named, WxrImage, WxrPost, WxrSite, write_wxr
from editor_app.translation import translations

LOGIN = "pressklar"
# So many are read with one query, and held in memory.
AT_ONCE = 100
Part = tuple[str, Crop | None]


class WxrOutcome(Struct, frozen=True):
    """How many articles were written, `drafts` among them, and how many are not approved or left the site.

    `with_images` are articles whose images WordPress is to fetch, `without_images` those whose images
    have no public address, `lost_links` those with links to articles that have none.
    """

    path: Path
    articles: int
    drafts: int
    left_out: int
    with_images: int
    without_images: int
    lost_links: int


def write_for_wordpress(
    archive: Archive, ids: Sequence[str], path: Path, *, by: str, now: datetime
) -> WxrOutcome:
    """Write the articles to the file `path`, whole or not at all, and note that in the log.

    Raises NameMissing, FileNotWritten and HashMismatch.
    """
    name = require_name(by)
    with archive.reading() as holdings:
        # In an order that no edit changes: the next file gives articles that share a title the same times.
        posts = _Posts(holdings, sorted(ids), now)
        site = _site(holdings)
        write_whole_by(lambda file: write_wxr(posts, site, file), path)
    outcome = posts.outcome(path)
    with archive.writing() as holdings:
        details = {"file": path.name, "articles": str(outcome.articles)}
        holdings.log.append(Act.HANDED_OVER, by=name, at=now, details=details)
    return outcome


class _Posts:
    """Makes the posts one by one, and counts what could not be in them."""

    def __init__(self, holdings: Holdings, ids: Sequence[str], now: datetime) -> None:
        self._holdings = holdings
        self._ids = ids
        self._now = now
        self._base = site_profile(holdings).base_url
        self._articles = self._drafts = self._lost_links = 0
        self._with_images = self._without_images = 0

    def __iter__(self) -> Iterator[WxrPost]:
        for start in range(0, len(self._ids), AT_ONCE):
            ids = self._ids[start : start + AT_ONCE]
            live = self._holdings.publications.live_of(ids)
            for article_id in ids:
                try:
                    approved = standing_approved(self._holdings, article_id, live.get(article_id), self._now)
                except NothingApproved:
                    continue
                self._articles += 1
                self._drafts += approved.publication is None
                yield self._post(approved)

    def outcome(self, path: Path) -> WxrOutcome:
        """Return what was done, once all were asked for."""
        return WxrOutcome(
            path=path,
            articles=self._articles,
            drafts=self._drafts,
            left_out=len(self._ids) - self._articles,
            with_images=self._with_images,
            without_images=self._without_images,
            lost_links=self._lost_links,
        )

    def _post(self, approved: Approved) -> WxrPost:
        snapshot = approved.snapshot
        address = self._own_address(approved)
        placed = self._images(snapshot) if address else {}
        self._lost_links += bool(lost_links(snapshot.body, self._address))
        self._with_images += bool(placed)
        self._without_images += any(_part(figure) not in placed for figure in figures(snapshot))
        body = clean_text(snapshot, lambda figure: placed.get(_part(figure)), self._address, marks_words=True)
        frame = frame_language(snapshot.language)
        contacts = render_contacts(snapshot.contacts, translations(frame).gettext)
        # It has one language for the whole website.
        parts = (
            in_language(body.html, snapshot.language, SITE_LANGUAGE),
            in_language(contacts, frame, SITE_LANGUAGE),
        )
        slug = make_slug(snapshot.slug or snapshot.title)
        category = snapshot.category
        return WxrPost(
            id=snapshot.article_id,
            title=plain(snapshot.title),
            lead=plain(snapshot.lead),
            body="\n".join(filter(None, parts)),
            slug=slug,
            dated_at=_dated_at(approved),
            address=address,
            category=None if category is None else _named(category),
            is_draft=approved.publication is None,
            is_undated=approved.publication is None and snapshot.publish_at is None,
            images=tuple(_wxr_images(snapshot, placed, slug)),
            details=tuple(_details(approved)),
        )

    def _own_address(self, approved: Approved) -> str:
        publication = approved.publication
        if publication is None or not publication.is_public(self._now):
            return ""
        return canonical_address(self._base, article_path(approved.snapshot))

    def _address(self, article_id: str) -> str | None:
        return public_address(self._holdings, self._base, article_id, self._now)

    def _images(self, snapshot: Snapshot) -> dict[Part, PlacedImage]:
        """Return where the website has the images, by the parts that are shown of them."""
        shown_figures = figures(snapshot)
        if not shown_figures:
            return {}
        known = self._holdings.images.named([figure.image_id for figure in shown_figures])
        placed = {}
        for figure in shown_figures:
            if figure.image_id in known:
                image = known[figure.image_id]
                shown = shown_figure(figure, (image.width, image.height))
                file = shown.usual
                placed[_part(figure)] = PlacedImage(
                    canonical_address(self._base, file.path), file.width, shown.height_at(file.width)
                )
        return placed


def _site(holdings: Holdings) -> WxrSite:
    profile = site_profile(holdings)
    return WxrSite(
        name=plain(profile.name),
        address=canonical_address(profile.base_url, ""),
        login=LOGIN,
        email=plain(profile.email),
        categories=tuple(map(_named, holdings.categories.all())),
    )


def _named(category: Category) -> Named:
    return plain(category.name), make_slug(category.slug or category.name)


def _part(figure: Figure) -> Part:
    return figure.image_id, figure.crop


def _dated_at(approved: Approved) -> datetime:
    """Return when WordPress is to show it: not before our own website would."""
    publication = approved.publication
    if publication is None:
        return approved.snapshot.publish_at or approved.given.approved_at
    return max(filter(None, (publication.published_at, publication.begins_at)))


def _wxr_images(snapshot: Snapshot, placed: Mapping[Part, PlacedImage], slug: str) -> Iterator[WxrImage]:
    for number, figure in enumerate(figures(snapshot), 1):
        if _part(figure) in placed:
            yield WxrImage(
                name=f"{slug}-{number:02}",
                address=placed[_part(figure)].src,
                alt="" if figure.decorative else plain(figure.alt),
                caption=" ".join(filter(None, map(plain, (figure.caption, figure.credit)))),
                is_hero=figure is snapshot.hero,
            )


def _details(approved: Approved) -> Iterator[Named]:
    snapshot = approved.snapshot
    yield "pressklar_id", snapshot.article_id
    yield "pressklar_hash", approved.given.hash
    yield "pressklar_kind", snapshot.kind.value
    yield "pressklar_language", snapshot.language
    if snapshot.record_number:
        yield "pressklar_record_number", plain(snapshot.record_number)
    if snapshot.unpublish_at is not None:
        yield "pressklar_unpublish_at", snapshot.unpublish_at.isoformat()
