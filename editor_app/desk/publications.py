"""What is live, for the site and for the preview's neighbours."""

from collections.abc import Iterable
from datetime import datetime

from editor_app.archive.archive import Holdings
from editor_app.archive.rows import PublishedRevision
from editor_app.desk.card_file import site_profile
from editor_app.desk.preview import PreviewContext
from editor_app.domain.article import Article
from editor_app.domain.codec import decode_snapshot
from editor_app.domain.page_needs import PageNeeds, page_needs
from editor_app.domain.publication import Publication, standing
from editor_app.domain.revision import HashMismatch, verify
from editor_app.rendering.surroundings import RELATED_LENGTH, newest_first


def verified_publications(holdings: Holdings, now: datetime) -> tuple[Publication, ...]:
    """Return the revision of each article that counts at `now`; raises HashMismatch if one was altered."""

    def counting(newest: PublishedRevision) -> Publication:
        upcoming = publication_of(_verified(newest))
        if upcoming.has_begun(now):
            return upcoming
        # Few articles wait for their time, so that only theirs are the older revisions read.
        older = holdings.publications.since_withdrawal(newest.revision.article_id)
        return standing([publication_of(_verified(one)) for one in older], now)

    return tuple(map(counting, holdings.publications.all_live()))


def preview_context(holdings: Holdings, article: Article, now: datetime) -> PreviewContext:
    """Return what the preview of `article` needs from the archive, however large that is."""
    needs = page_needs(article)
    own_and_chosen = _standing(holdings, {article.id, *needs.article_ids}, now)
    waiting = [one for one in holdings.publications.in_the_place_of_others(now) if one != article.id]
    in_sight = [one for one in _standing(holdings, waiting, now) if one.is_public(now)]
    neighbours = _neighbours(holdings, needs, in_sight, now)
    publications = {one.snapshot.article_id: one for one in (*own_and_chosen, *neighbours)}
    heroes = (one.snapshot.hero for one in publications.values() if one.snapshot.hero is not None)
    sections = (one.snapshot.category.id for one in in_sight if one.snapshot.category is not None)
    return PreviewContext(
        profile=site_profile(holdings),
        needs=needs,
        categories=holdings.categories.ever(),
        contacts=holdings.contacts.all(),
        images=holdings.images.named([*needs.image_ids, *(hero.image_id for hero in heroes)]),
        publications=tuple(publications.values()),
        section_ids=holdings.publications.sections(now, without=article.id).union(sections),
    )


def publication_of(published: PublishedRevision) -> Publication:
    """Return what the website sees of a published revision."""
    return Publication(
        snapshot=decode_snapshot(published.revision.content),
        revision_hash=published.revision.hash,
        released_at=published.released_at,
        first_released_at=published.first_released_at,
    )


def _verified(published: PublishedRevision) -> PublishedRevision:
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
    holdings: Holdings, needs: PageNeeds, in_sight: Iterable[Publication], now: datetime
) -> tuple[Publication, ...]:
    """Return the newest public articles of the page's category, those of `in_sight` among them."""
    newest = holdings.publications.newest_in(
        needs.category_id, now, without=needs.article_id, limit=RELATED_LENGTH
    )
    others = (
        one
        for one in in_sight
        if one.snapshot.category is not None and one.snapshot.category.id == needs.category_id
    )
    return newest_first((*map(publication_of, newest), *others))[:RELATED_LENGTH]
