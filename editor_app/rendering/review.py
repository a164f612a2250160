"""An article as one file that an expert without the program can comment on, offline and in any browser."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache
from hashlib import sha256

from babel.dates import format_date
from markupsafe import Markup
from msgspec import Struct

from editor_app.domain.addresses import make_slug
from editor_app.domain.article import Kind
from editor_app.domain.comment import LEAD, TITLE
from editor_app.domain.document import Figure
from editor_app.domain.languages import direction
from editor_app.domain.passages import commented_texts
from editor_app.domain.reply import SHORT_HASH, form_number
from editor_app.domain.revision import Snapshot
from editor_app.domain.words import KIND_WORDS
from editor_app.rendering.body import BodySurroundings, PlacedImage, render_figure, render_runs
from editor_app.rendering.contact_cards import contact_card
from editor_app.rendering.inline import render_spans
from editor_app.rendering.languages import SITE_LANGUAGE, language_attributes, language_tag, time_text
from editor_app.rendering.plain import plain
from editor_app.rendering.self_contained import style_in_page
from editor_app.rendering.templates import OWN_TEMPLATES
from editor_app.resource_files import RESOURCES
from editor_app.translation import translations

MOST_SHOWN = 70
# The letters of Swedish and its neighbours; those beyond come from the reader's own fonts.
_FONTS = frozenset({"source-sans-3-normal.woff2", "source-sans-3-italic.woff2"})


class Review(Struct, frozen=True):
    """What a review file is made of: the words of revision `number`, and who sends them to be read."""

    snapshot: Snapshot
    number: int
    hash: str
    publisher: str
    sent_by: str
    sent_at: datetime
    answer_by: date


class Part(Struct, frozen=True):
    """A block among several that are commented on in one place."""

    block: int
    words: str


class Target(Struct, frozen=True):
    """What a field for comments is about; without `words` there is nothing to point at."""

    block: int
    words: str
    parts: tuple[Part, ...] = ()

    @property
    def number(self) -> int:
        """The number in the form, from 1."""
        return form_number(self.block)


class Run(Struct, frozen=True):
    """Elements of the body that belong together, and the field below them."""

    html: Markup
    target: Target


def render_review(review: Review, image: Callable[[Figure], PlacedImage | None]) -> str:
    """Return the file as HTML; `image` gives figures with their data in the address itself."""
    snapshot = review.snapshot
    gettext = translations(SITE_LANGUAGE).gettext
    tag = language_tag(snapshot.language) or SITE_LANGUAGE
    labels = language_attributes(SITE_LANGUAGE, tag)
    around = BodySurroundings(lambda spans: render_spans(spans, _nowhere), image, gettext, labels)
    texts = commented_texts(snapshot)
    style, script = _style(), (RESOURCES / "review" / "review.js").read_text(encoding="utf-8")
    return OWN_TEMPLATES.render(
        "review.html",
        _=gettext,
        language=SITE_LANGUAGE,
        tag=tag,
        direction=direction(tag),
        labels=labels,
        kind=gettext(KIND_WORDS[snapshot.kind]),
        is_crisis=snapshot.kind is Kind.CRISIS,
        title=plain(snapshot.title) or gettext("Untitled"),
        lead=plain(snapshot.lead),
        category=plain(snapshot.category.name) if snapshot.category else "",
        hero=render_figure(snapshot.hero, around, hero=True) if snapshot.hero else "",
        head=Target(TITLE, _shortened(texts[TITLE])),
        lead_target=Target(LEAD, _shortened(texts[LEAD])),
        runs=tuple(_runs(snapshot, around, texts)),
        contacts=[contact_card(contact) for contact in snapshot.contacts],
        article_id=snapshot.article_id,
        number=review.number,
        hash=review.hash,
        publisher=review.publisher or gettext("The municipality"),
        sent_by=review.sent_by,
        sent=time_text(review.sent_at, SITE_LANGUAGE),
        answer_by=format_date(review.answer_by, "EEEE d MMMM y", locale=SITE_LANGUAGE),
        answer_by_day=review.answer_by.isoformat(),
        file=f"kommentarer-{make_slug(snapshot.title)}.json",
        form=_form(review, texts),
        style=Markup(style),
        style_hash=_hash(style),
        script=Markup(script),
        script_hash=_hash(script),
    )


def _runs(snapshot: Snapshot, around: BodySurroundings, texts: dict[int, str]) -> Iterator[Run]:
    for start, end, elements in render_runs(snapshot.body, around):
        parts = tuple(
            Part(block, _shortened(texts[block])) for block in range(start, end) if texts[block].strip()
        )
        if not elements:
            continue
        target = Target(parts[0].block, parts[0].words, parts[1:] and parts) if parts else Target(start, "")
        yield Run(Markup("\n").join(elements), target)


def _form(review: Review, texts: dict[int, str]) -> str:
    """Return the form for mail programs that run no scripts, which a person fills in."""
    snapshot = review.snapshot
    lines = [
        f"[PRESSKLAR-FORMULÄR {snapshot.article_id} {review.number} {review.hash[:SHORT_HASH]}]",
        f"Artikel: {plain(snapshot.title)}",
        "Ditt namn: ",
        "",
        "Hela artikeln: ",
    ]
    for block, text in texts.items():
        if text.strip():
            lines += ["", f"[{form_number(block)}] {_shortened(text)}", "Kommentar: "]
    return "\n".join((*lines, "", "[SLUT PRESSKLAR-FORMULÄR]"))


def _shortened(text: str) -> str:
    words = plain(text)
    # What stands in brackets would be read as the beginning of another answer.
    words = words.replace("[", "(").replace("]", ")")
    return f"{words[: MOST_SHOWN - 1]}…" if len(words) > MOST_SHOWN else words


@cache
def _style() -> str:
    """Return the stylesheet of the site, its fonts in it, and that of review files."""
    return style_in_page(_FONTS) + "\n" + (RESOURCES / "review" / "review.css").read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _nowhere(_article_id: str) -> None:
    return None
