"""The comments in a document that was written from an article come to stand beside the article's words."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from editor_app.archive.archive import Holdings
from editor_app.desk.commenting import file_comments, order_of
from editor_app.desk.errors import ArticleMissing, require_name
from editor_app.desk.filing import fetch
from editor_app.desk.incoming_values import Incoming
from editor_app.desk.values import PlacedComment
from editor_app.domain.article import Article
from editor_app.domain.audit import Act
from editor_app.domain.comment import Comment, CommentOccasion
from editor_app.domain.passages import commented_texts, find_passage
from editor_app.intake.account import LeftOut, Omission
from editor_app.intake.taken_text import TakenComment, TakenText
from editor_app.translation import _


def take_word_comments(holdings: Holdings, incoming: Incoming, *, by: str, now: datetime) -> int:
    """Store the comments of a document that the archive has not, and return how many those were.

    Raises NameMissing, and ArticleMissing where the article is gone or `incoming` comes back to none.
    """
    returning = incoming.returning
    if returning is None:
        raise ArticleMissing("")
    taker = require_name(by)
    fetch(holdings, returning.article.id)
    new = file_comments(holdings, returning.comments)
    if new:
        writers = dict.fromkeys(comment.written_by for comment in new)
        holdings.log.append(
            Act.REPLY_TAKEN,
            by=taker,
            at=now,
            article_id=returning.article.id,
            details={"from": ", ".join(writers), "comments": str(len(new)), "file": incoming.name},
        )
    return len(new)


def word_comments(taken: TakenText, article: Article, now: datetime) -> tuple[PlacedComment, ...]:
    """Return the comments of a document that comes back, where they stand in `article`."""
    texts = commented_texts(article)
    said: Counter[tuple[str, str, datetime | None]] = Counter()
    placed = []
    for one in taken.comments:
        # Word numbers its comments anew: who said what and when tells that it is the same one.
        key = (one.written_by, one.words, one.written_at)
        said[key] += 1
        comment = _comment(one, article.id, said[key], now)
        placed.append(PlacedComment(comment, comment.passage and find_passage(comment.passage, texts)))
    return tuple(sorted(placed, key=order_of))


def _comment(one: TakenComment, article_id: str, occurrence: int, now: datetime) -> Comment:
    moment = "" if one.written_at is None else one.written_at.isoformat()
    key = "\n".join((article_id, one.written_by, moment, str(occurrence), one.words))
    # A clock that is ahead would put the comment before what is said tomorrow.
    written_at = now if one.written_at is None else min(one.written_at, now)
    return Comment(
        str(uuid5(NAMESPACE_URL, key)),
        article_id,
        None,
        CommentOccasion.WORD,
        one.words,
        written_by=one.written_by or _("Somebody in Word"),
        written_at=written_at,
        passage=one.passage,
        settled_at=written_at if one.is_settled else None,
    )


def left_out_beside_comments(taken: TakenText) -> Iterator[LeftOut]:
    """Yield what is left out of an article to which the comments in the document come."""
    for one in taken.left_out:
        if one.what is not Omission.COMMENTS:
            yield one
        elif one.count > len(one.words):
            yield LeftOut(one.what, one.count - len(one.words))
