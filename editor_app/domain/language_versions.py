"""The same article in several languages: which of its pages lead to each other."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct


class Version(Struct, frozen=True):
    """The public page of an article in the language `tag`, at `path` on the site.

    `original_id` is the article that it is a version of, empty for one that is none.
    """

    article_id: str
    path: str
    title: str
    tag: str
    original_id: str = ""

    @property
    def group_id(self) -> str:
        """The id of the article that it and its other versions go back to."""
        return self.original_id or self.article_id


def versions_together(group: Iterable[Version]) -> tuple[Version, ...]:
    """Return which of a group lead to each other, its original first, then in the order of their tags.

    `group` are the public pages that have one `group_id`. Of two in one language the original counts, or
    the one with the lesser id, so that whatever leads somewhere is led back to. None where there is no
    other language.
    """
    by_tag: dict[str, Version] = {}
    for version in sorted(group, key=lambda one: (bool(one.original_id), one.article_id)):
        by_tag.setdefault(version.tag.lower(), version)
    together = sorted(by_tag.values(), key=lambda one: (bool(one.original_id), one.tag.lower()))
    return tuple(together) if len(together) > 1 else ()


def versions_by_article(versions: Iterable[Version]) -> Mapping[str, tuple[Version, ...]]:
    """Return what each article's page leads to, itself among it, for those that have other versions."""
    groups: dict[str, list[Version]] = {}
    for version in versions:
        groups.setdefault(version.group_id, []).append(version)
    return {
        version.article_id: together
        for group in groups.values()
        for together in (versions_together(group),)
        for version in together
    }


def alternates(versions: tuple[Version, ...]) -> Iterator[tuple[str, Version]]:
    """Yield the pages of one article with their languages; who reads none of them gets the first."""
    yield from ((version.tag, version) for version in versions)
    if versions:
        yield "x-default", versions[0]
