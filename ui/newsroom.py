"""What the window knows of the archive, fetched by the worker: the list, the cards and the images."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from editor_app.desk.values import ArticleSummary, CardFile
from editor_app.domain.article import Category, Contact
from editor_app.domain.article_query import ArticleQuery, ArticleSort, SortKey
from editor_app.domain.folding import sort_key
from editor_app.domain.policy import Policy
from editor_app.domain.query_parser import entered_terms, parse_query
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.site_settings import SiteSettings
from ui.archive_browser.finding import NEWEST_FIRST, ArticleSource, Finding, TextSource
from ui.cards.card_source import CardSource, card_source
from ui.desk_worker import DeskWorker, Failed
from ui.details.original_field import OriginalSource
from ui.pickers.image_source import ImageSource, as_png, decoded
from ui.pickers.related_picker import RelatedSource
from ui.preview.page_context import PageContext

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk

# Enough pixels of an image for the window, on a sharp screen too.
EDITOR_WIDTH, SMALL_WIDTH = 1280, 320
# As many articles are offered where one is looked for by its title.
MOST_SUGGESTIONS = 50


class Newsroom(QObject):
    """Asks the desk again when something has changed and tells the views what it said.

    `name` gives the person's name, for the articles that are theirs.
    `choices_changed` carries the categories, the contacts and the ids of what is retired, `policy_changed`
    the rules. `known_changed` comes when what the checks ask of the archive may be otherwise: cards, rules,
    or what is noted of an image. `cards_changed` comes when cards have changed, and articles with them,
    `articles_changed` when articles may be called otherwise or stand elsewhere, `look_changed` when the
    site looks otherwise.
    """

    opened = Signal()
    not_opened = Signal(object)
    choices_changed = Signal(object, object, object)
    cards_changed = Signal()
    known_changed = Signal()
    articles_changed = Signal()
    policy_changed = Signal(object)
    look_changed = Signal()
    failed = Signal(object)

    def __init__(self, worker: DeskWorker, name: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._name = name
        self._persons: tuple[str, ...] = ()
        self._cards: CardFile | None = None
        self.page_context = PageContext(worker, self)
        self.page_context.failed.connect(self.failed)
        self.finding = Finding(self.articles, self.texts, self)
        self.finding.failed.connect(self.failed)

    @property
    def profile(self) -> SiteProfile:
        """What the site says of its publisher."""
        return SiteProfile() if self._cards is None else self._cards.profile

    @property
    def site_settings(self) -> SiteSettings:
        """How the site looks and what it says beside its articles."""
        return SiteSettings() if self._cards is None else self._cards.settings

    @property
    def policy(self) -> Policy:
        """The rules of the newsroom."""
        return Policy() if self._cards is None else self._cards.policy

    @property
    def categories(self) -> tuple[Category, ...]:
        """The categories, by name."""
        return () if self._cards is None else self._cards.categories

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """The contacts, by name."""
        return () if self._cards is None else self._cards.contacts

    @property
    def articles(self) -> ArticleSource:
        """Where the list gets articles from."""
        return ArticleSource(
            ids=lambda query, sort, done, failed: self._worker.run(
                lambda desk: desk.find(parse_query(query, typing=True), sort, me=self._name(), typing=True),
                done,
                failed,
            ),
            rows=lambda ids, done, failed: self._worker.run(lambda desk: desk.rows(ids), done, failed),
        )

    @property
    def texts(self) -> TextSource:
        """Where the list looks for words in whole texts."""

        def order(sort: ArticleSort) -> ArticleSort:
            return ArticleSort(SortKey.RELEVANCE) if sort == NEWEST_FIRST else sort

        return TextSource(
            ids=lambda query, sort, done, failed: self._worker.run(
                lambda desk: desk.find_entered(query, order(sort), me=self._name()), done, failed
            ),
            snippets=lambda query, ids, done, failed: self._worker.run(
                lambda desk: desk.snippets(ArticleQuery(terms=entered_terms(query)), ids), done, failed
            ),
        )

    @property
    def related(self) -> RelatedSource:
        """Where articles to lead on to and to link to are found, and what they are called."""
        return RelatedSource(
            rows=self.articles.rows,
            find=lambda typed, done, failed: self._worker.run(partial(_beginning, typed), done, failed),
            suggest=lambda article_id, done, failed: self._worker.run(
                lambda desk: desk.suggest_related(article_id), done, failed
            ),
        )

    @property
    def originals(self) -> OriginalSource:
        """Where what an article is a translation of is found, and what it says."""
        return OriginalSource(
            titles=self.related,
            read=lambda article_id, done, failed: self._worker.run(
                lambda desk: desk.original(article_id), done, failed
            ),
        )

    @property
    def images(self) -> ImageSource:
        """Where the editor and the forms get images from."""
        return ImageSource(
            add_file=lambda path, done, failed: self._worker.run(
                lambda desk: desk.add_image_file(path, by=self._name()), self._then_show(done), failed
            ),
            stored=lambda done, failed: self._worker.run(lambda desk: desk.images(), done, failed),
            load=lambda image_id, done, failed: self._worker.run(
                lambda desk: decoded(desk.shown_image(image_id, EDITOR_WIDTH)), done, failed
            ),
            add_data=lambda data, name, done, failed: self._worker.run(
                lambda desk: desk.add_image(data, name=name, by=self._name()), self._then_show(done), failed
            ),
            add_picture=lambda picture, name, done, failed: self._worker.run(
                lambda desk: desk.add_image(as_png(picture), name=name, by=self._name()),
                self._then_show(done),
                failed,
            ),
            load_small=lambda image_id, done, failed: self._worker.run(
                lambda desk: decoded(desk.shown_image(image_id, SMALL_WIDTH)), done, failed
            ),
            describe=lambda image_id, details, done, failed: self._worker.run(
                lambda desk: desk.describe_image(image_id, details, by=self._name()),
                self._then_tell(done),
                failed,
            ),
            uses=lambda image_id, done, failed: self._worker.run(
                lambda desk: desk.image_uses(image_id), done, failed
            ),
        )

    @property
    def card_file(self) -> CardSource:
        """Where the dialogs of the card file get cards from."""
        return card_source(self._worker, self._name, self._note_cards)

    def _note_cards(self) -> None:
        self.refresh_cards()
        self.refresh_list()
        self.cards_changed.emit()

    def names(self) -> dict[str, tuple[str, ...]]:
        """Return the names that the list can be filtered by, by the fields of a query."""
        cards = self._cards or CardFile()
        return {
            "categories": tuple(category.name for category in cards.categories),
            "contacts": tuple(contact.name for contact in cards.contacts),
            "persons": self._persons,
        }

    def open(self) -> None:
        """Open the archive and fetch everything; ends in `opened` or in `not_opened` with the error."""
        self._fetch_all(self.opened.emit, self.not_opened.emit)

    def refresh_list(self) -> None:
        """Fetch the list of articles."""
        self.finding.refresh()
        self.articles_changed.emit()

    def refresh_cards(self) -> None:
        """Fetch categories, contacts and the site, and the page with them."""
        self._worker.run(lambda desk: desk.cards(), self._then_tell(self._take_cards), self.failed.emit)
        self.page_context.refresh()

    def refresh(self) -> None:
        """Fetch everything."""
        self._fetch_all(lambda: None, self.failed.emit)

    def refresh_before(self, then: Callable[[], Any]) -> None:
        """Fetch everything, and call `then` once the views know it."""
        self._fetch_all(then, self.failed.emit)

    def load_page_image(self, path: str, done: Callable[[bytes], Any], failed: Failed) -> None:
        """Give `done` the bytes of the WebP that is at `path` on the site."""
        # The browser engine may still ask while the window goes.
        if not self._worker.is_closed:
            self._worker.run(lambda desk: desk.page_image(path), done, failed)

    def make_images_ready(self, article_id: str) -> None:
        """Let the worker make what pages show of an article's images, before an export asks for it."""
        self._worker.run(lambda desk: desk.make_images_ready(article_id), None, self.failed.emit)

    def add_category(self, name: str, done: Callable[[Category], Any], failed: Failed) -> None:
        """Make a category; `done` gets it."""
        by = self._name()
        self._worker.run(lambda desk: desk.add_category(name, by=by), done, failed)

    def save_contact(self, contact: Contact, done: Callable[[Contact], Any], failed: Failed) -> None:
        """Store a contact, after a look at what that changes; `done` gets it as it was stored."""
        # What it takes is not loaded before the first paint.
        from ui.cards.changing import save_contact

        save_contact(self.card_file, contact, QApplication.activeWindow, done, failed)

    def save_site(
        self,
        profile: SiteProfile,
        settings: SiteSettings,
        base: SiteSettings,
        done: Callable[[], Any],
        failed: Failed,
    ) -> None:
        """Store what the site says of its publisher, and what became of the settings `base`."""
        by = self._name()

        def store(desk: "Desk") -> None:
            desk.save_site_settings(settings, by=by, base=base)
            desk.save_site_profile(profile, by=by)

        def take(_nothing: None) -> None:
            self.refresh_cards()
            done()

        self._worker.run(store, take, failed)

    def save_policy(self, policy: Policy) -> None:
        """Store the rules of the newsroom."""
        by = self._name()
        self._worker.run(
            lambda desk: desk.save_policy(policy, by=by), lambda _: self.refresh_cards(), self.failed.emit
        )

    def _then_show(self, done: Callable[[Any], Any]) -> Callable[[Any], None]:
        def both(result: Any) -> None:
            # The page may have been rendered without the image, while that was being stored.
            self.page_context.refresh()
            done(result)

        return both

    def _then_tell(self, done: Callable[[Any], Any]) -> Callable[[Any], None]:
        def both(result: Any) -> None:
            done(result)
            self.known_changed.emit()

        return both

    def _fetch_all(self, then: Callable[[], Any], failed: Failed) -> None:
        def take(cards: CardFile) -> None:
            self._take_cards(cards)
            then()
            self._worker.run(lambda desk: desk.persons(), self._take_persons)
            self.articles_changed.emit()

        # The list is what somebody waits for: it is asked for before all others, and painted meanwhile.
        self.finding.refresh_before(lambda: self._worker.run(lambda desk: desk.cards(), take, failed), failed)
        self.page_context.refresh()

    def _take_persons(self, persons: tuple[str, ...]) -> None:
        self._persons = tuple(sorted(persons, key=sort_key))

    def _take_cards(self, cards: CardFile) -> None:
        look = self.site_settings.appearance
        self._cards = cards
        if cards.settings.appearance != look:
            self.look_changed.emit()
        self.policy_changed.emit(cards.policy)
        self.choices_changed.emit(cards.categories, cards.contacts, cards.retired)


def _beginning(typed: str, desk: "Desk") -> tuple[ArticleSummary, ...]:
    """Return the newest articles whose titles or leads have words that begin as `typed`."""
    words = ArticleQuery(terms=parse_query(typed, typing=True).terms)
    return desk.rows(desk.find(words, limit=MOST_SUGGESTIONS, typing=True))
