"""What all articles share: categories, contacts, the site and the words to know."""

from collections.abc import Mapping

from editor_app.desk import card_changes, card_file
from editor_app.desk.acts.base import Acts
from editor_app.desk.policy import newsroom_policy
from editor_app.desk.site_settings import site_settings
from editor_app.desk.values import CardFile
from editor_app.domain.article import Category, Contact
from editor_app.domain.site_profile import SiteProfile


class CardActs(Acts):
    """What is done with the cards of the office."""

    def cards(self) -> CardFile:
        """Return all of them at once, with what the site says of its publisher and the rules."""
        with self._archive.reading() as holdings:
            return CardFile(
                card_file.site_profile(holdings),
                holdings.categories.all(),
                holdings.contacts.all(),
                newsroom_policy(holdings),
                holdings.categories.retired() | holdings.contacts.retired(),
                site_settings(holdings),
            )

    def categories(self) -> tuple[Category, ...]:
        """Return the categories by name."""
        with self._archive.reading() as holdings:
            return holdings.categories.all()

    def add_category(self, name: str, *, by: str = "") -> Category:
        """Return the category of that name, made if it is new; raises NameMissing."""
        with self._archive.writing() as holdings:
            return card_file.add_category(holdings, name, by=by, now=self._clock())

    def contacts(self) -> tuple[Contact, ...]:
        """Return the contacts by name."""
        with self._archive.reading() as holdings:
            return holdings.contacts.all()

    def save_contact(self, contact: Contact, *, by: str = "") -> Contact:
        """Store a new or changed contact, phone numbers grouped; raises NameMissing."""
        with self._archive.writing() as holdings:
            return card_changes.save_contact(holdings, contact, by=by, now=self._clock())

    def site_profile(self) -> SiteProfile:
        """Return what the site says of its publisher."""
        with self._archive.reading() as holdings:
            return card_file.site_profile(holdings)

    def save_site_profile(self, profile: SiteProfile, *, by: str) -> SiteProfile:
        """Store what the site says of its publisher, and return it tidied."""
        with self._archive.writing() as holdings:
            return card_file.save_site_profile(holdings, profile, by=by, now=self._clock())

    def words(self) -> Mapping[str, tuple[str, ...]]:
        """Return the words that the archive adds to the dictionaries, by language, in order."""
        with self._archive.reading() as holdings:
            return holdings.words.all()

    def add_word(self, language: str, word: str, *, by: str) -> Mapping[str, tuple[str, ...]]:
        """Add a word to the dictionary of `language` for all who use the archive; return all words."""
        with self._archive.writing() as holdings:
            return card_file.add_word(holdings, language, word, by=by, now=self._clock())

    def remove_word(self, language: str, word: str, *, by: str) -> Mapping[str, tuple[str, ...]]:
        """Take a word that was added back out of the dictionary of `language`; return all words."""
        with self._archive.writing() as holdings:
            return card_file.remove_word(holdings, language, word, by=by, now=self._clock())
