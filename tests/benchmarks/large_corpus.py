"""Articles as many as wanted, always the same ones, some of them in clusters about the same thing."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import islice
from math import log
from random import Random
from uuid import UUID

from editor_app.archive.rows import StoredArticle
from editor_app.domain.addresses import make_slug
from editor_app.domain.article import Article, Category, Contact, Kind, Phone
from editor_app.domain.document import (
    Block,
    Document,
    FactTitle,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Table,
)
from editor_app.domain.workflow import LiveSide, State
from tests.benchmarks.municipal_words import cumulative_weights, topic_words, vocabulary

FIRST_DAY = datetime(2018, 1, 2, 8, 0, tzinfo=UTC)
YEARS = 8
PERSONS = tuple(
    f"{first} {last}" for first in ("Ada", "Bo", "Cia", "Dan", "Eva") for last in ("Ek", "Lind", "Ås", "Öst")
)
SUBJECTS = (
    "Barn och utbildning", "Bygga och bo", "Demokrati", "Energi", "Fritid", "Hållbarhet", "Kultur", "Miljö",
    "Natur", "Näringsliv", "Omsorg", "Parker", "Säkerhet", "Trafik", "Vatten", "Val", "Äldre", "Återvinning",
)  # fmt: skip
UNITS = (
    "Servicecenter",
    "Gatuenheten",
    "Barn- och utbildningsförvaltningen",
    "Kulturenheten",
    "Krisberedskapen",
)
# One article in five belongs to a cluster of ten about the same thing, as follow-ups do.
CLUSTER_SIZE = 10
CLUSTERED = 5
CLUSTERS_AT_A_TIME = 10
TOPIC_NAMES = 6
TOPIC_WORDS = 2
TOPIC_SHARE = 0.05
WORDS_AT_A_TIME = 650


@cache
def categories() -> tuple[Category, ...]:
    """Return what the articles are filed under."""
    return tuple(Category(fixed_id(f"category {name}"), name, make_slug(name, ())) for name in SUBJECTS)


@cache
def contacts() -> tuple[Contact, ...]:
    """Return whom the articles name."""
    return tuple(
        Contact(
            fixed_id(f"contact {unit} {name}"),
            name,
            roles=("Informatör",),
            unit=unit,
            phones=(Phone("08-465 004 10"),),
            emails=("info@klarebro.example",),
        )
        for unit in UNITS
        for name in PERSONS[:12]
    )


def article_id(number: int) -> str:
    """Return the id of the article with `number`, from 0 for the oldest."""
    return fixed_id(f"article {number}")


def cluster_of(number: int) -> int | None:
    """Return which cluster the article with `number` belongs to, None for the others.

    The articles of a cluster lie far apart in time.
    """
    block, place = divmod(number, CLUSTERED * CLUSTER_SIZE * CLUSTERS_AT_A_TIME)
    if place % CLUSTERED:
        return None
    return block * CLUSTERS_AT_A_TIME + place // CLUSTERED % CLUSTERS_AT_A_TIME


def stored_article(number: int, count: int) -> StoredArticle:
    """Return the article with `number` of `count`, as it stands in the archive."""
    random = Random(f"article {number}")
    begun = FIRST_DAY + timedelta(days=365 * YEARS) * (number / count)
    state = random.choices((State.APPROVED, State.DRAFT, State.IN_REVIEW), (80, 15, 5))[0]
    by, asked_by = random.sample(PERSONS, 2)
    return StoredArticle(
        article=_article(number, random, begun if state is State.APPROVED else None),
        state=state,
        version=random.randint(1, 40),
        updated_at=begun + timedelta(minutes=random.randint(0, 60 * 24 * 20)),
        updated_by=by,
        created_at=begun,
        created_by=by,
        submitted_by="" if state is State.DRAFT else asked_by,
        live=LiveSide.LIVE if state is State.APPROVED else LiveSide.NOT_PUBLISHED,
    )


def _article(number: int, random: Random, publish_at: datetime | None) -> Article:
    words = _words(number, random)
    title = _sentence(words, random.randint(3, 7)).rstrip(".")
    return Article(
        id=article_id(number),
        kind=random.choices(tuple(Kind), (60, 8, 15, 14, 3))[0],
        title=title,
        lead=" ".join(_sentence(words, random.randint(9, 14)) for _ in range(2)),
        body=Document(tuple(_blocks(words, random))),
        language=random.choices(("sv", "en", "fi", "ar"), (94, 3, 2, 1))[0],
        category_id=random.choice(categories()).id,
        contact_ids=tuple(contact.id for contact in random.sample(contacts(), random.randint(1, 2))),
        publish_at=publish_at,
        record_number=f"KS {FIRST_DAY.year + number % YEARS}/{number:05d}",
        slug=f"artikel-{number}" if publish_at else "",
    )


def _words(number: int, random: Random) -> Iterator[str]:
    """Yield words without end, those of the article's own topic among them."""
    topic = _topic(number)
    # Nobody uses every name of a thing: those who write of the same use some of the same words.
    topic = random.sample(topic, len(topic) * 3 // 4)
    while True:
        words = random.choices(vocabulary(), cum_weights=cumulative_weights(), k=WORDS_AT_A_TIME)
        # Every word has the same chance to be one of the topic, and so has every gap its length.
        place = _gap(random)
        while place < len(words):
            words[place] = random.choice(topic)
            place += 1 + _gap(random)
        yield from words


def _gap(random: Random) -> int:
    return int(log(1 - random.random()) / log(1 - TOPIC_SHARE))


def _topic(number: int) -> list[str]:
    cluster = cluster_of(number)
    seed = f"article {number} alone" if cluster is None else f"cluster {cluster}"
    # A topic has names of its own and words that others use too, for some other thing.
    random = Random(seed)
    return random.sample(topic_words(), TOPIC_NAMES) + random.sample(vocabulary()[400:4000], TOPIC_WORDS)


def _blocks(words: Iterator[str], random: Random) -> Iterator[Block]:
    for _ in range(4):
        yield Heading(spans=_spans(_sentence(words, 4).rstrip(".")))
        for _paragraph in range(3):
            yield Paragraph(spans=_spans(" ".join(_sentence(words, random.randint(6, 14)) for _ in range(4))))
    yield Quote(spans=_spans(_sentence(words, 12)))
    for _item in range(3):
        yield ListItem(spans=_spans(_sentence(words, 5)))
    if random.random() < 0.2:
        yield Table(rows=tuple(tuple(_spans(next(words)) for _ in range(3)) for _row in range(4)))
    if random.random() < 0.3:
        yield FactTitle(spans=_spans(_sentence(words, 3).rstrip(".")))
        yield Paragraph(spans=_spans(_sentence(words, 12)), boxed=True)


def _sentence(words: Iterator[str], length: int) -> str:
    first, *others = islice(words, length)
    return " ".join((first[:1].upper() + first[1:], *others)) + "."


def _spans(text: str) -> tuple[Span, ...]:
    return (Span(text),)


def fixed_id(name: str) -> str:
    """Return the id that goes by `name` in every archive that is made."""
    return str(UUID(int=Random(name).getrandbits(128), version=4))
