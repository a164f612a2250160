"""As many articles as a small municipality has after three years, of every kind, block and language."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from typing import Any

from msgspec.structs import replace

from editor_app.domain.article import Article, Category, Contact, Kind
from editor_app.domain.codec import encode
from editor_app.domain.document import (
    HEADING_LEVELS,
    Block,
    Document,
    Figure,
    Heading,
    Span,
    is_boxed,
    paragraph,
)
from editor_app.domain.publication import Publication
from editor_app.domain.revision import content_hash, take_snapshot

COUNT = 290
# Five days apart they reach over four years; in one month there are more than one page holds.
_DAYS_BETWEEN = 5
_BUSY_FIRST, _BUSY_LAST, _BUSY_MONTH = 20, 130, datetime(2024, 10, 1, 6, 0, tzinfo=UTC)
_SUBJECTS = (
    "Ny gång- och cykelväg längs {place}",
    "Vattnet stängs av vid {place} natten mot torsdag",
    "Så vill invånarna utveckla {place}",
    "{place} får nya lekredskap och fler sittplatser",
    "Sommarlovet är fullt av aktiviteter vid {place}",
    "Kommunstyrelsen säger ja till detaljplanen för {place}",
    "Samråd om översiktsplanens fördjupning för {place} och Hallonbergsområdet",
    "Halkbekämpningen vid {place} är igång",
    "Biblioteket vid {place} får meröppet",
    "Hemtjänsten börjar med digital nyckelhantering vid {place}",
    "Skolskjutsarna till {place} ändras under vägarbetet",
    "Återvinningscentralen vid {place} öppnar igen",
)
_PLACES = ("Ängsviken", "Kvarnbacken", "Stenhagen", "Björkudden", "Klockartorp", "Norra hamnen", "Åsby")
_LEADS = (
    "Arbetet börjar i mars och är klart före sommaren. Under tiden leds trafiken om.",
    "Berörda hushåll har fått ett brev. Här svarar vi på de vanligaste frågorna.",
    "",
    "Förslaget finns att läsa på biblioteket och i kommunhuset till och med den sista i månaden.",
)
_ELSEWHERE = {
    "en": ("New walking path at {place}", "The work begins in March and takes two months."),
    "fi": ("Uusi kävelytie: {place}", "Työ alkaa maaliskuussa ja kestää kaksi kuukautta."),
    "ar": ("ممر جديد للمشاة في {place}", "يبدأ العمل في شهر مارس."),
    "so": ("Waddo cusub oo {place} ah", "Shaqadu waxay bilaabmaysaa bisha Maarso."),
    "uk": ("Нова пішохідна доріжка: {place}", "Роботи починаються в березні."),
    "fa": ("مسیر پیاده‌روی تازه در {place}", "کار در ماه مارس آغاز می‌شود."),
    "se": ("Ođđa geaidnu: {place}", "Bargu álgá njukčamánus."),
}


def many_articles(
    now: datetime,
    blocks: Sequence[Block],
    images: Sequence[str],
    categories: Sequence[Category],
    contacts: Sequence[Contact],
) -> tuple[Publication, ...]:
    """Return COUNT articles from before `now`; each has some of `blocks`, and one in three an image."""
    kinds = cycle(kind for kind in Kind if kind is not Kind.CRISIS)
    return tuple(
        _article(number, kind, now, blocks, images, categories, contacts)
        for number, kind in zip(range(COUNT), kinds, strict=False)
    )


def _article(
    number: int,
    kind: Kind,
    now: datetime,
    blocks: Sequence[Block],
    images: Sequence[str],
    categories: Sequence[Category],
    contacts: Sequence[Contact],
) -> Publication:
    place = _PLACES[number % len(_PLACES)]
    language = list(_ELSEWHERE)[number // 9 % len(_ELSEWHERE)] if number % 9 == 4 else "sv"
    title, lead = _ELSEWHERE.get(language, (_SUBJECTS[number % len(_SUBJECTS)], _LEADS[number % 4]))
    plain = [block for block in blocks if not isinstance(block, Heading)]
    some = tuple(islice(cycle(plain), number, number + 6))
    article = Article(
        f"many-{number}",
        kind=kind if number % 41 else Kind.CRISIS,
        title=title.format(place=place),
        lead=lead,
        language=language,
        body=Document((paragraph(lead or title.format(place=place)), *_with_headings(some))),
        slug=f"artikel-{number}",
        hero=Figure(images[number % len(images)], alt="Platsen sedd från vägen") if not number % 3 else None,
        related_ids=(f"many-{number - 3}",) if number % 5 == 3 else (),
    )
    snapshot = take_snapshot(
        article, categories[number % len(categories)], [contacts[number % len(contacts)]]
    )
    return _published(snapshot, _date(number, now))


def _with_headings(some: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks with a heading before every second of them."""
    for place, block in enumerate(some):
        if place % 2 == 0 and not is_boxed(block):
            yield Heading(HEADING_LEVELS[0], (Span("Så går det till"),))
        yield block


def _date(number: int, now: datetime) -> datetime:
    if _BUSY_FIRST <= number < _BUSY_LAST:
        return _BUSY_MONTH + timedelta(hours=6 * (_BUSY_LAST - number))
    return now - timedelta(days=_DAYS_BETWEEN * (number + 2))


def _published(snapshot: Any, at: datetime) -> Publication:
    dated = replace(snapshot, publish_at=at)
    return Publication(dated, content_hash(encode(dated)), at, at)
