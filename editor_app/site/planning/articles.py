"""The pages of articles, the pages at addresses that they had, and the images that they show."""

from collections.abc import Iterable, Iterator, Sequence

from editor_app.domain.language_versions import Version
from editor_app.domain.live_text import ListedText, LiveText
from editor_app.domain.site_lists import IMAGE, LINKED, RELATED, Listing, Mention, Place, place_in_lists
from editor_app.rendering.logo import logo_rendition
from editor_app.rendering.news_item import body_in_gap, ninjs
from editor_app.rendering.open_links import close_found
from editor_app.rendering.open_texts import fill
from editor_app.rendering.page_paths import NINJS, beside
from editor_app.rendering.pages import VERSIONS_ANCHOR, versions_part
from editor_app.rendering.surroundings import RELATED_LENGTH, nearest
from editor_app.rendering.withdrawn import render_withdrawn
from editor_app.site.pages.fixed import render_moved_page
from editor_app.site.planning.families import ALL, Extent, Files
from editor_app.site.planning.site import Site
from editor_app.site.planning.values import ArticleChange, Known, Unit

ARTICLE = "article"
# So many of the oldest of a category decide what the very oldest lead on to.
_OLDEST = RELATED_LENGTH + 1


class Articles:
    """The page of each public article."""

    name = ARTICLE

    def units(self, site: Site) -> Iterator[Unit]:
        """Yield none: there may be so many that the planner has them made in stretches."""
        del site
        return iter(())

    def touched(self, site: Site, change: ArticleChange) -> Iterator[tuple[Unit, Extent]]:
        yield Unit(self.name, change.article_id), ALL
        ids: list[str] = []
        if change.is_shown_anew:
            ids += site.texts.naming(Mention(RELATED, change.article_id))
            ids += site.texts.naming(Mention(LINKED, change.article_id))
        if change.is_shown_anew or change.is_moved:
            for side in change.sides:
                ids += _neighbours(site, change, side)
                others = site.together(side.original_id or change.article_id)
                ids += (listed.article_id for listed in others)
        for id_ in dict.fromkeys(ids):
            yield Unit(self.name, id_), ALL

    def paths(self, site: Site, unit: Unit) -> set[str]:
        listed = site.listed(unit.subject)
        if listed is None:
            return set()
        return {listed.path, *([beside(listed.path, NINJS)] if site.source.settings.has_ninjs else [])}

    def files(self, site: Site, unit: Unit, extent: Extent) -> Files:
        del extent
        text = site.source.whole([unit.subject]).get(unit.subject)
        if text is not None:
            yield from files_of(site, text, related_to(site, text))


def files_of(site: Site, text: LiveText, related: Iterable[ListedText]) -> Files:
    """Yield the page of an article, which leads on to `related`, and its news item if there is to be one."""
    yield page_of(site, text, related)
    if site.source.settings.has_ninjs:
        yield item_of(site, text)


def page_of(site: Site, text: LiveText, related: Iterable[ListedText]) -> tuple[str, bytes]:
    """Return where the page of an article is, and the page, which leads on to `related`."""
    listed, fragment = text.listed, text.fragment
    place = site.frame.place(listed.path, fragment.labels)
    versions = site.versions(listed)
    before = versions_part(listed.article_id, versions, place)
    own_part = close_found(fragment.html, fragment.links, site, place.link)
    onward = site.frame.onward(related, place)
    page = site.frame.article_page(
        place,
        before.encode() + own_part + onward.encode(),
        title=fragment.title,
        description=fragment.description,
        more=site.frame.filled_head(fragment.head, place)
        if _is_kept(site, versions)
        else site.frame.article_head(fragment.facts, versions, place),
        translate=VERSIONS_ANCHOR if versions else "",
    )
    return listed.path, page


def item_of(site: Site, text: LiveText) -> tuple[str, bytes]:
    """Return where the news item of an article is, and the item."""
    listed, fragment = text.listed, text.fragment
    place = site.frame.place(listed.path, fragment.labels)
    versions = site.versions(listed)
    body = close_found(fragment.html, fragment.links, site, place.link, fragment.body_at).decode()
    if _is_kept(site, versions):
        item = fill(fragment.item, {**site.publisher_in_gaps, **body_in_gap(body, site.publisher)})
    else:
        item = ninjs(fragment.facts, body, site.publisher, versions)
    return beside(listed.path, NINJS), item


def _is_kept(site: Site, versions: Sequence[Version]) -> bool:
    """Tell whether what is kept for machines serves: that of one language, on a site with an address."""
    return bool(site.publisher.base) and not versions


def related_to(site: Site, text: LiveText) -> Sequence[ListedText]:
    """Return the public articles that the page of `text` leads on to."""
    chosen = chosen_for(site, text)
    if chosen or text.listed.category_id is None:
        return chosen
    listing = Listing(category_id=text.listed.category_id)
    return _nearest_in(site, listing, text.listed) or nearest_of_all(site, text.listed)


def nearest_of_all(site: Site, listed: ListedText) -> Sequence[ListedText]:
    """Return what the page of an article leads on to that is alone in its category."""
    return _nearest_in(site, Listing(), listed)


def _nearest_in(site: Site, listing: Listing, listed: ListedText) -> Sequence[ListedText]:
    place = place_in_lists(listed)
    older = site.lists.newest(listing, site.now, RELATED_LENGTH, before=place)
    newer: tuple[ListedText, ...] = ()
    if len(older) < RELATED_LENGTH:
        newer = site.lists.after(listing, place, site.now, RELATED_LENGTH)
    return nearest(older, newer)


def chosen_for(site: Site, text: LiveText) -> Sequence[ListedText]:
    """Return the public articles that were chosen for the end of the page."""
    ids = [id_ for id_ in text.fragment.related_ids if id_ != text.listed.article_id]
    return site.in_order(ids)[:RELATED_LENGTH] if ids else ()


def _neighbours(site: Site, change: ArticleChange, side: Known) -> Iterator[str]:
    """Yield the articles that lead on, or led on, to what stands or stood there."""
    place = change.place(side)
    if side.category_id is not None:
        in_category = _leading_to(site, Listing(category_id=side.category_id), place)
        yield from (one.article_id for one in in_category)
    for one in _leading_to(site, Listing(), place):
        if one.category_id is not None and _is_alone(site, one.category_id):
            yield one.article_id


def _leading_to(site: Site, listing: Listing, place: Place) -> Iterator[ListedText]:
    """Yield those of a list to which what stands at `place` is among the nearest."""
    yield from site.lists.after(listing, place, site.now, RELATED_LENGTH)
    oldest = site.lists.stretch(listing, site.now, 0, _OLDEST)
    if len(oldest) < _OLDEST or place <= place_in_lists(oldest[-1]):
        yield from oldest


def _is_alone(site: Site, category_id: str) -> bool:
    return len(site.lists.newest(Listing(category_id=category_id), site.now, 2)) == 1


class MovedPages:
    """The pages at addresses that public articles had: they lead on to the present ones."""

    name = "moved"

    def units(self, site: Site) -> Iterator[Unit]:
        public = site.texts.public(site.texts.moved(), site.now)
        return (Unit(self.name, id_) for id_ in sorted(public))

    def touched(self, site: Site, change: ArticleChange) -> Iterator[tuple[Unit, Extent]]:
        for id_ in _holders(site, change):
            yield Unit(self.name, id_), ALL

    def paths(self, site: Site, unit: Unit) -> set[str]:
        return set() if site.listed(unit.subject) is None else set(_free_paths(site, unit.subject))

    def files(self, site: Site, unit: Unit, extent: Extent) -> Files:
        del extent
        listed = site.listed(unit.subject)
        if listed is not None:
            for path in _free_paths(site, unit.subject):
                page = render_moved_page(path, listed.path, listed.title, site.frame)
                yield path, page.html.encode()


class WithdrawnPages:
    """The pages that tell readers at its addresses that an article was withdrawn."""

    name = "withdrawn"

    def units(self, site: Site) -> Iterator[Unit]:
        return (Unit(self.name, id_) for id_ in site.source.withdrawn_ids())

    def touched(self, site: Site, change: ArticleChange) -> Iterator[tuple[Unit, Extent]]:
        ids = list(_holders(site, change))
        if change.is_shown_anew:
            ids += site.source.replaced_by(change.article_id)
        for id_ in dict.fromkeys(ids):
            yield Unit(self.name, id_), ALL

    def paths(self, site: Site, unit: Unit) -> set[str]:
        text = site.source.withdrawn(unit.subject)
        return set() if text is None else set(_free_paths(site, unit.subject))

    def files(self, site: Site, unit: Unit, extent: Extent) -> Files:
        del extent
        text = site.source.withdrawn(unit.subject)
        if text is None:
            return
        instead = site.listed(text.instead_id) if text.instead_id else None
        for path in _free_paths(site, unit.subject):
            yield path, render_withdrawn(text, site.frame, instead, path).html.encode()


class Images:
    """The renditions that pages show. Their bytes never change, so that a run makes only new ones."""

    name = "image"

    def units(self, site: Site) -> Iterator[Unit]:
        return (Unit(self.name, path) for path in sorted({*site.texts.image_paths(site.now), *_logo(site)}))

    def touched(self, site: Site, change: ArticleChange) -> Iterator[tuple[Unit, Extent]]:
        del site
        old = () if change.before is None else change.before.images
        new = () if change.after is None else change.after.images
        for path in sorted(set(old) ^ set(new)):
            yield Unit(self.name, path), ALL

    def paths(self, site: Site, unit: Unit) -> set[str]:
        path = unit.subject
        naming = site.texts.naming(Mention(IMAGE, path))
        is_shown = path in _logo(site) or any(
            path in text.fragment.images for text in site.source.whole(naming).values()
        )
        return {path} if is_shown else set()

    def files(self, site: Site, unit: Unit, extent: Extent) -> Files:
        """Yield nothing: the desk makes images when the planner is done."""
        del site, unit, extent
        return iter(())


def _logo(site: Site) -> set[str]:
    logo = logo_rendition(site.source.settings.appearance, site.source.image_size)
    return set() if logo is None else {logo.path}


def _holders(site: Site, change: ArticleChange) -> Iterator[str]:
    """Yield the article, and those that had its addresses before."""
    yield change.article_id
    for path in dict.fromkeys(side.path for side in change.sides):
        holder = site.texts.formerly_at(path)
        if holder is not None and holder != change.article_id:
            yield holder


def _free_paths(site: Site, article_id: str) -> Iterator[str]:
    """Yield the addresses that an article had at which no other is now."""
    return (path for path in site.texts.former_paths(article_id) if not site.texts.at_path(path, site.now))
