"""Articles as text for people."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from editor_app.desk.language_versions import OriginalText
from editor_app.desk.stages import stage_of, stage_words
from editor_app.desk.values import ArticleSummary, WorkingCopy
from editor_app.domain.article import Contact
from editor_app.domain.document import Block, FactTitle, Heading, ListItem, Quote, plain_text
from editor_app.domain.list_numbers import item_numbers
from editor_app.domain.swedish_time import wall_time
from editor_app.domain.words import KIND_WORDS, LIVE_WORDS, STATE_WORDS, WITHDRAWAL_WORDS
from editor_app.translation import _

_MARKS: Mapping[type[Block], str] = {Heading: "## ", Quote: "– ", FactTitle: "## "}


def summary_lines(summaries: Iterable[ArticleSummary], now: datetime) -> list[str]:
    """Return a line for each article: id, where it stands at `now`, day of the last edit and title."""
    rows = [
        (
            summary.id,
            stage_words(stage_of(summary, now), _day),
            _day(summary.updated_at),
            summary.title or _("Untitled"),
        )
        for summary in summaries
    ]
    width = max((len(row[1]) for row in rows), default=0)
    return [f"{id_}  {stage:<{width}}  {day}  {title}" for id_, stage, day, title in rows]


def article_lines(
    copy: WorkingCopy, category: str, contacts: Iterable[Contact], original: OriginalText | None = None
) -> list[str]:
    """Return the article as it is read, with where it stands above it.

    `original` is what it is a translation of.
    """
    article = copy.article
    lines = [
        article.title or _("Untitled"),
        "",
        " · ".join(
            (
                _(STATE_WORDS[copy.state]),
                _(LIVE_WORDS[copy.standing.live]),
                _(KIND_WORDS[article.kind]),
                category or _("No category"),
            )
        ),
        _("Saved {day} by {name}").format(day=_day(copy.updated_at), name=copy.updated_by),
    ]
    lines += _standing_lines(copy)
    if original is not None:
        title = original.title or _("Untitled")
        lines.append(
            _("Translation of “{title}” ({language})").format(title=title, language=original.language)
        )
    blocks = article.body.blocks
    body = (
        block_mark(*pair) + plain_text(pair[0]) for pair in zip(blocks, item_numbers(blocks), strict=True)
    )
    for text in (article.lead, *body):
        lines += ["", text] if text else []
    for correction in article.corrections:
        lines += ["", _("Correction {day}: {words}").format(day=correction.day, words=correction.words)]
    for contact in contacts:
        lines += ["", contact.name, *contact.position, *contact.ways]
    if article.internal_note:
        lines += ["", _("Internal note:"), article.internal_note]
    return lines


def _standing_lines(copy: WorkingCopy) -> Iterator[str]:
    """Yield who approved, published and withdrew which words, and why."""
    approvals = {one.number: one for one in (copy.live, copy.approval) if one is not None}
    for number, one in sorted(approvals.items()):
        yield _("Version {number} was approved {day} by {name}").format(
            number=number, day=_day(one.approved_at), name=one.approved_by
        )
        if one.forced_reason:
            yield _("Forced approval: {reason}").format(reason=one.forced_reason)
    if copy.live is not None:
        yield _("Version {number} was published {day} by {name}").format(
            number=copy.live.number, day=_day(copy.live.published_at), name=copy.live.published_by
        )
    if copy.withdrawal is not None:
        yield _("Withdrawn {day} by {name}: {reason}").format(
            day=_day(copy.withdrawal.withdrawn_at),
            name=copy.withdrawal.withdrawn_by,
            reason=_(WITHDRAWAL_WORDS[copy.withdrawal.reason]),
        )
        yield from filter(None, (copy.withdrawal.words, copy.withdrawal.replacement_id))


def block_mark(block: Block, number: int) -> str:
    """Return what stands before the words of `block` and tells its kind; `number` is that of an item."""
    if isinstance(block, ListItem):
        return "  " * (block.level - 1) + (f"{number}. " if block.ordered else "• ")
    return _MARKS.get(type(block), "")


def _day(moment: datetime) -> str:
    return f"{wall_time(moment):%Y-%m-%d}"
