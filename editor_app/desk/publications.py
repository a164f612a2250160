"""What is live, for the site and for the preview's neighbours."""

from collections.abc import Callable, Iterable, Iterator
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
    return _publications(holdings, now, _verified)


def preview_context(holdings: Holdings, article: Article, now: datetime) -> PreviewContext:
    """Return what the preview of `article` needs from the archive."""
    needs = page_needs(article)
    others = [
        one for one in _publications(holdings, now, _unverified) if one.snapshot.article_id != article.id
    ]
    shown = (*_live(holdings, {article.id, *needs.article_ids}, now), *_neighbours(others, needs, now))
    publications = {one.snapshot.article_id: one for one in shown}
    heroes = (one.snapshot.hero for one in publications.values() if one.snapshot.hero is not None)
    return PreviewContext(
        profile=site_profile(holdings),
        needs=needs,
        categories=holdings.categories.all(),
        contacts=holdings.contacts.all(),
        images=holdings.images.named([*needs.image_ids, *(hero.image_id for hero in heroes)]),
        publications=tuple(publications.values()),
        section_ids=frozenset(
            one.snapshot.category.id
            for one in others
            if one.snapshot.category is not None and one.is_public(now)
        ),
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


def _unverified(published: PublishedRevision) -> PublishedRevision:
    return published


def _publications(
    holdings: Holdings, now: datetime, checked: Callable[[PublishedRevision], PublishedRevision]
) -> tuple[Publication, ...]:
    def counting(newest: PublishedRevision) -> Publication:
        upcoming = publication_of(checked(newest))
        if upcoming.has_begun(now):
            return upcoming
        # Few articles wait for their time, so that only theirs are the older revisions read.
        older = holdings.publications.since_withdrawal(newest.revision.article_id)
        return standing([publication_of(checked(one)) for one in older], now)

    return tuple(map(counting, holdings.publications.all_live()))


def _live(holdings: Holdings, article_ids: Iterable[str], now: datetime) -> Iterator[Publication]:
    for article_id in article_ids:
        published = holdings.publications.since_withdrawal(article_id)
        if published:
            yield standing(list(map(publication_of, published)), now)


def _neighbours(others: Iterable[Publication], needs: PageNeeds, now: datetime) -> tuple[Publication, ...]:
    """Return the newest public ones of `others` in the category that the page is filed under."""
    filed = (
        one
        for one in others
        if one.snapshot.category is not None
        and one.snapshot.category.id == needs.category_id
        and one.is_public(now)
    )
    return newest_first(filed)[:RELATED_LENGTH]
