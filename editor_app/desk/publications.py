"""What is live, for the site and for the preview's neighbours."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import partial

from editor_app.archive.archive import Holdings
from editor_app.archive.rows import PublishedRevision
from editor_app.desk.card_file import site_profile
from editor_app.desk.preview import PreviewContext
from editor_app.desk.site_settings import site_settings
from editor_app.domain.article import Article
from editor_app.domain.codec import decode_snapshot
from editor_app.domain.page_needs import PageNeeds, page_needs
from editor_app.domain.publication import Publication, standing
from editor_app.domain.revision import HashMismatch, verify
from editor_app.domain.site_lists import ORIGINAL, Mention
from editor_app.domain.site_settings import notice_article_ids
from editor_app.domain.withdrawal import WithdrawnText, public_instead
from editor_app.rendering.surroundings import RELATED_LENGTH


def withdrawn_text(holdings: Holdings, article_id: str, now: datetime) -> WithdrawnText | None:
    """Return what left the website when the article was withdrawn, None where it is there or never was."""

    def is_public(other_id: str) -> bool:
        return any(one.is_public(now) for one in _standing(holdings, [other_id], now))

    if any(one.has_begun(now) for one in _standing(holdings, [article_id], now)):
        return None
    return _withdrawn_text(holdings, article_id, is_public)


def _withdrawn_text(
    holdings: Holdings, article_id: str, is_public: Callable[[str], bool]
) -> WithdrawnText | None:
    withdrawal = holdings.publications.newest_withdrawal(article_id)
    if withdrawal is None:
        return None
    published = holdings.publications.until(article_id, withdrawal.withdrawn_at)
    last = standing([publication_of(verified(one)) for one in published], withdrawal.withdrawn_at)
    if not last.has_begun(withdrawal.withdrawn_at):
        # Nobody has seen it.
        return None
    return WithdrawnText(
        last.snapshot, withdrawal, public_instead(article_id, partial(_replacement, holdings), is_public)
    )


def _replacement(holdings: Holdings, article_id: str) -> str:
    withdrawal = holdings.publications.newest_withdrawal(article_id)
    return "" if withdrawal is None else withdrawal.replacement_id


def preview_context(holdings: Holdings, article: Article, now: datetime) -> PreviewContext:
    """Return what the preview of `article` needs from the archive, however large that is."""
    needs = page_needs(article)
    withdrawn = withdrawn_text(holdings, article.id, now)
    instead = () if withdrawn is None or not withdrawn.instead_id else (withdrawn.instead_id,)
    versions = (needs.original_id, *holdings.site_texts.naming(Mention(ORIGINAL, needs.original_id)))
    own_and_chosen = _standing(holdings, {article.id, *needs.article_ids, *instead, *versions}, now)
    in_sight = [one for one in older_in_sight(holdings, now) if one.snapshot.article_id != article.id]
    neighbours = _neighbours(holdings, needs, in_sight, now)
    publications = {one.snapshot.article_id: one for one in (*own_and_chosen, *neighbours)}
    heroes = (one.snapshot.hero for one in publications.values() if one.snapshot.hero is not None)
    settings = site_settings(holdings).at(now)
    led_to = _standing(holdings, notice_article_ids(settings), now)
    publications |= {one.snapshot.article_id: one for one in led_to}
    images = [*needs.image_ids, *(hero.image_id for hero in heroes), settings.appearance.logo_id]
    sections = (one.snapshot.category.id for one in in_sight if one.snapshot.category is not None)
    return PreviewContext(
        profile=site_profile(holdings),
        settings=settings,
        needs=needs,
        categories=holdings.categories.ever(),
        contacts=holdings.contacts.ever(),
        images=holdings.images.named(images),
        publications=tuple(publications.values()),
        section_ids=holdings.live_pages.sections(now, without=article.id).union(sections),
        withdrawn=withdrawn,
    )


def older_in_sight(holdings: Holdings, now: datetime) -> tuple[Publication, ...]:
    """Return the public pages that stay until a newer revision, published already, begins."""
    waiting = holdings.live_pages.in_the_place_of_others(now)
    return tuple(one for one in _standing(holdings, waiting, now) if one.is_public(now))


def publication_of(published: PublishedRevision) -> Publication:
    """Return what the website sees of a published revision."""
    return Publication(
        snapshot=decode_snapshot(published.revision.content),
        revision_hash=published.revision.hash,
        released_at=published.released_at,
        first_released_at=published.first_released_at,
    )


def verified(published: PublishedRevision) -> PublishedRevision:
    """Return `published`; raises HashMismatch where its words are not those that were approved."""
    revision = published.revision
    if not published.approvals:
        # Only by another hand than the program's.
        raise HashMismatch(revision.article_id, revision.number)
    for approval in published.approvals:
        verify(revision, approval.hash)
    return published


def _standing(holdings: Holdings, article_ids: Iterable[str], now: datetime) -> list[Publication]:
    """Return what counts at `now` of those of the articles that are live."""
    published = map(holdings.publications.since_withdrawal, article_ids)
    return [standing(list(map(publication_of, some)), now) for some in published if some]


def _neighbours(
    holdings: Holdings, needs: PageNeeds, in_sight: Sequence[Publication], now: datetime
) -> tuple[Publication, ...]:
    """Return the public articles of the page's category that are next to it, all of `in_sight` among them.

    Where it is alone there, they are those of all categories.
    """
    page = holdings.publications.page(needs.article_id)
    around = (needs.publish_at or (now if page is None else page.first_released_at), needs.article_id)

    def nearest(category_id: str | None, others: Iterable[Publication]) -> tuple[Publication, ...]:
        ids = holdings.live_pages.nearest_in(category_id, now, around=around, limit=RELATED_LENGTH)
        live = holdings.publications.live_of([id_ for id_ in ids if id_ != needs.article_id])
        return (*map(publication_of, live.values()), *others)

    of_category = [
        one
        for one in in_sight
        if one.snapshot.category is not None and one.snapshot.category.id == needs.category_id
    ]
    return nearest(needs.category_id, of_category) or nearest("", in_sight)
