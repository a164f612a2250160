"""The words of the search box, in Swedish and English: both are understood, whatever the interface speaks."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from editor_app.domain.article import Kind
from editor_app.domain.article_query import PageTime
from editor_app.domain.languages import LANGUAGE_WORDS
from editor_app.domain.workflow import LiveSide, State
from editor_app.translation import LANGUAGES, translations


class Key(StrEnum):
    """What stands before the colon of a filter."""

    CATEGORY = "category"
    CONTACT = "contact"
    STATUS = "status"
    KIND = "type"
    LANGUAGE = "language"
    PERSON = "person"
    FROM = "from"
    TO = "to"


class BoxWord(Struct, frozen=True):
    """How something is written in the search box in either language, and what is understood as well."""

    sv: str
    en: str
    also: tuple[str, ...] = ()

    def written(self, language: str) -> str:
        """Return the word in `language`, one of LANGUAGES."""
        return self.sv if language == "sv" else self.en

    def __iter__(self) -> Iterator[str]:
        yield from (self.sv, self.en, *self.also)


KEY_WORDS: Mapping[Key, BoxWord] = {
    Key.CATEGORY: BoxWord("kategori", "category"),
    Key.CONTACT: BoxWord("kontakt", "contact"),
    Key.STATUS: BoxWord("status", "status"),
    Key.KIND: BoxWord("typ", "type", ("kind", "slag")),
    Key.LANGUAGE: BoxWord("språk", "language"),
    Key.PERSON: BoxWord("person", "person"),
    Key.FROM: BoxWord("från", "from"),
    Key.TO: BoxWord("till", "to"),
}
STATE_VALUES: Mapping[State | LiveSide | PageTime, BoxWord] = {
    State.DRAFT: BoxWord("utkast", "draft"),
    State.IN_REVIEW: BoxWord("granskas", "in review", ("granskning", "review")),
    State.APPROVED: BoxWord("godkänd", "approved", ("godkänt", "godkända")),
    LiveSide.NOT_PUBLISHED: BoxWord("opublicerad", "unpublished", ("not published", "ej publicerad")),
    LiveSide.LIVE: BoxWord("publicerad", "published", ("live",)),
    LiveSide.WITHDRAWN: BoxWord("tillbakadragen", "withdrawn", ("indragen",)),
    PageTime.PLANNED: BoxWord("planerad", "planned", ("planerat", "planerade")),
    PageTime.TAKEN_DOWN: BoxWord("nedtagen", "taken down", ("nedtaget", "nedtagna")),
}
KIND_VALUES: Mapping[Kind, BoxWord] = {
    Kind.NEWS: BoxWord("nyhet", "news", ("nyheter",)),
    Kind.PRESS_RELEASE: BoxWord("pressmeddelande", "press release", ("pressmeddelanden",)),
    Kind.INFORMATION: BoxWord("information", "information"),
    Kind.SERVICE_NOTICE: BoxWord("driftinformation", "service notice", ("drift",)),
    Kind.CRISIS: BoxWord("krisinformation", "crisis information", ("kris", "crisis")),
}
# Several words, so they are no keys; what is written so as a word is put into quotation marks.
MINE = BoxWord("mina", "mine")
WAITS_FOR_ME = BoxWord("väntar på mig", "waits for me")


def language_values() -> Mapping[str, tuple[str, ...]]:
    """Return what each language that has a name is called in the box, by its tag."""
    return {
        tag: tuple(translations(language).gettext(word).casefold() for language in LANGUAGES)
        for tag, word in LANGUAGE_WORDS.items()
    }
