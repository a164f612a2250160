"""A website made of values alone: the planner at work, with an archive and an output in memory."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from sqlalchemy import create_engine

from editor_app.archive.site_lists import SiteLists
from editor_app.archive.site_tables import (
    article_addresses,
    live_fragments,
    live_pages,
    site_mentions,
    site_texts,
)
from editor_app.archive.site_texts import SiteTexts
from editor_app.archive.tables import categories
from editor_app.domain.article import Category, Contact
from editor_app.domain.audit import Head
from editor_app.domain.live_text import ImageSize, LiveText
from editor_app.domain.publication import Publication
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.site_settings import NOTHING_SET, SiteSettings
from editor_app.domain.withdrawal import WithdrawnText
from editor_app.rendering.fragments import live_text
from editor_app.rendering.page_paths import article_path
from editor_app.rendering.renditions import Rendition, rendition_at
from editor_app.rendering.templates import OWN_TEMPLATES, Templates
from editor_app.site.output.values import Change
from editor_app.site.planning.planner import plan as plan_site

TABLES = [categories, live_pages, site_texts, live_fragments, site_mentions, article_addresses]


class SiteContent(Struct, frozen=True):
    """What a website is made of; `images` are the sizes of the originals by id, upright, in pixels."""

    profile: SiteProfile
    categories: tuple[Category, ...]
    publications: tuple[Publication, ...]
    images: Mapping[str, ImageSize]
    page_image: Callable[[Rendition], bytes]
    log_head: Head = Head()
    former_sections: Mapping[str, str] = {}
    withdrawn: tuple[WithdrawnText, ...] = ()
    settings: SiteSettings = NOTHING_SET
    contacts: tuple[Contact, ...] = ()
    former_contacts: Mapping[str, tuple[str, ...]] = {}
    templates: Templates = OWN_TEMPLATES


class ArticlePage(Struct, frozen=True):
    """Whose page it is and which words it shows."""

    article: str
    revision: str


class SitePlan(Struct, frozen=True):
    """The files of a website by path, and which of them are pages of articles."""

    files: Mapping[str, Callable[[], bytes]]
    articles: Mapping[str, ArticlePage]
    not_due: int
    withdrawn: int
    pages: int


class ContentSource:
    """What the planner asks, answered from values."""

    maker = "a test"
    head = Head()

    def __init__(self, content: SiteContent, now: datetime, connection) -> None:
        self.now = now
        self.profile = content.profile
        self.settings = content.settings.at(now)
        self.templates = content.templates
        self.categories = {category.id: category for category in content.categories}
        self.former_sections = content.former_sections
        self.contacts = {contact.id: contact for contact in content.contacts}
        self.former_contacts = content.former_contacts
        self.image_size = content.images.get
        self.texts = SiteTexts(connection)
        self.lists = SiteLists(connection)
        self._withdrawn = {text.snapshot.article_id: text for text in content.withdrawn}
        for one in content.publications:
            text = live_text(one, self.image_size, self.templates)
            self.texts.put(one.snapshot.article_id, [(one.revision_hash or "r", text)], (), self.maker)
            connection.execute(live_pages.insert().values(_page(one)))
        for one in sorted(content.withdrawn, key=lambda text: text.withdrawal.withdrawn_at):
            self.texts.note_address(article_path(one.snapshot), one.snapshot.article_id)

    def whole(self, article_ids: Iterable[str]) -> dict[str, LiveText]:
        return self.texts.texts(article_ids, self.now)

    def withdrawn_ids(self) -> tuple[str, ...]:
        return tuple(self._withdrawn)

    def withdrawn(self, article_id: str) -> WithdrawnText | None:
        return self._withdrawn.get(article_id)

    def replaced_by(self, _article_id: str) -> tuple[str, ...]:
        return ()

    def goes_on_from(self, _head: Head) -> bool:
        return True

    def changed_since(self, _head: Head) -> tuple[str, ...]:
        return ()

    def cards_changed_since(self, _head: Head) -> tuple[str, ...]:
        return ()


def _page(publication: Publication) -> dict[str, object]:
    snapshot = publication.snapshot
    return {
        "article_id": snapshot.article_id,
        "revision_id": publication.revision_hash or "r",
        "title": snapshot.title,
        "kind": snapshot.kind,
        "language": snapshot.language,
        "dated_at": publication.published_at,
        "released_at": publication.released_at,
        "first_released_at": publication.first_released_at,
    }


class OutputInMemory:
    """An output where nothing was before."""

    state = None

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.articles: dict[str, ArticlePage] = {}

    def put(self, path: str, data: bytes, *, owner: str = "", revision: str = "") -> None:
        assert path not in self.files
        self.files[path] = data
        if owner.startswith("article:") and path.endswith(".html"):
            self.articles[path] = ArticlePage(owner.removeprefix("article:"), revision)

    @property
    def stage(self) -> "OutputInMemory":
        return self

    def add(self, path: str, data: bytes, owner: str, revision: str) -> str:
        self.put(path, data, owner=owner, revision=revision)
        return path

    def take_over(self, files: Sequence[str]) -> None:
        assert all(path in self.files for path in files)

    def article(self, _article_id: str) -> None:
        return None

    def article_ids(self) -> Iterator[str]:
        return iter(())

    def file(self, _path: str) -> None:
        return None

    def replace_all(self) -> None:
        """There is nothing to be replaced."""

    def remember(self, articles: Sequence[tuple[str, bytes | None]]) -> None:
        """Nobody asks."""

    def changes(self) -> Iterator[Change]:
        return iter(())


def plan(content: SiteContent, now: datetime) -> SitePlan:
    """Return the website as it is to be at `now`."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        for table in TABLES:
            table.create(connection)
        for one in content.categories:
            values = {"id": one.id, "name": one.name, "folded_name": one.id, "slug": one.id}
            connection.execute(categories.insert().values(**values))
        output = OutputInMemory()
        made = plan_site(ContentSource(content, now, connection), output, lambda _done, _whole: None)
    engine.dispose()
    for path in made.images:
        output.files[path] = content.page_image(rendition_at(path))
    return SitePlan(
        files={path: lambda data=data: data for path, data in sorted(output.files.items())},
        articles=dict(sorted(output.articles.items())),
        not_due=made.record.not_due,
        withdrawn=made.record.withdrawn,
        pages=made.record.pages,
    )


def write(made: SitePlan, folder: Path) -> None:
    """Write the files of a website to a folder."""
    for path, source in made.files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(source())
