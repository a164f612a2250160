"""What is said about an article, where that stands in its text, and what became of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from editor_app.archive.archive import Holdings
from editor_app.desk.errors import CommentMissing, NoSuchComment, PassageGone, require_name
from editor_app.desk.filing import fetch, present_snapshot, says
from editor_app.desk.values import PlacedComment
from editor_app.domain.article import Article, new_id
from editor_app.domain.audit import Act
from editor_app.domain.comment import Comment, CommentOccasion, Passage
from editor_app.domain.normalize import normalize_text
from editor_app.domain.passages import commented_texts, find_passage


def comments(holdings: Holdings, article_id: str) -> tuple[PlacedComment, ...]:
    """Return what was said about the article: open before settled, then as the text is read.

    What is about the whole comes first, what is about words that are gone last. Raises ArticleMissing.
    """
    texts = commented_texts(fetch(holdings, article_id).article)
    sending_back = holdings.comments.sending_back(article_id)
    placed = (
        PlacedComment(
            comment, comment.passage and find_passage(comment.passage, texts), comment.id in sending_back
        )
        for comment in holdings.comments.of_article(article_id)
    )
    return tuple(sorted(placed, key=order_of))


def add_comment(
    holdings: Holdings, article_id: str, words: str, *, by: str, now: datetime, passage: Passage | None = None
) -> Comment:
    """Store what somebody has to say about the article, or about a passage of its present text.

    Raises ArticleMissing, NameMissing, CommentMissing, and PassageGone where the text has no such words.
    """
    article = fetch(holdings, article_id).article
    name = require_name(by)
    said = require_words(words)
    revision_id, revision_hash = _kept_version(holdings, article)
    comment = Comment(
        new_id(),
        article_id,
        revision_id,
        CommentOccasion.NOTE,
        said,
        written_by=name,
        written_at=now,
        passage=passage and _standing(article, passage),
    )
    holdings.comments.add(comment)
    _log(holdings, Act.COMMENTED, comment, by=name, now=now, revision_hash=revision_hash)
    return comment


def known_among(holdings: Holdings, placed: Iterable[PlacedComment]) -> frozenset[str]:
    """Return the ids of those of the comments that the archive has."""
    ids = (one.comment.id for one in placed)
    return frozenset(one for one in ids if holdings.comments.get(one) is not None)


def file_comments(holdings: Holdings, placed: Sequence[PlacedComment]) -> tuple[Comment, ...]:
    """Store those of the comments that the archive has not, and return them."""
    known = known_among(holdings, placed)
    new = tuple(one.comment for one in placed if one.comment.id not in known)
    for comment in new:
        holdings.comments.add(comment)
    return new


def settle_comment(holdings: Holdings, comment_id: str, *, by: str, now: datetime) -> Comment:
    """Note that a comment is dealt with; one that is so already stays as it is.

    Raises NoSuchComment and NameMissing.
    """
    name = require_name(by)
    if holdings.comments.settle(comment_id, by=name, at=now):
        _log(holdings, Act.COMMENT_SETTLED, _fetch_comment(holdings, comment_id), by=name, now=now)
    return _fetch_comment(holdings, comment_id)


def reopen_comment(holdings: Holdings, comment_id: str, *, by: str, now: datetime) -> Comment:
    """Note that a comment is not dealt with after all; an open one stays as it is.

    Raises NoSuchComment and NameMissing.
    """
    name = require_name(by)
    if holdings.comments.reopen(comment_id):
        _log(holdings, Act.COMMENT_REOPENED, _fetch_comment(holdings, comment_id), by=name, now=now)
    return _fetch_comment(holdings, comment_id)


def require_words(words: str) -> str:
    """Return `words` in their canonical form; raises CommentMissing where nothing is left."""
    said = normalize_text(words).strip()
    if not said:
        raise CommentMissing()
    return said


def order_of(placed: PlacedComment) -> tuple[bool, bool, tuple[int, int], datetime]:
    """Return what sorts comments: open before settled, then as the text is read, lost ones last."""
    place = (-3, 0) if placed.place is None else (placed.place.block, placed.place.start)
    return not placed.comment.is_open, placed.is_lost, place, placed.comment.written_at


def _kept_version(holdings: Holdings, article: Article) -> tuple[str | None, str]:
    """Return the id and the hash of the newest version, where it says what the article says now."""
    latest = holdings.revisions.latest(article.id)
    if latest is None or not says(latest, present_snapshot(holdings, article)):
        return None, ""
    return latest.id, latest.hash


def _standing(article: Article, passage: Passage) -> Passage:
    found = find_passage(passage, commented_texts(article))
    if found is None:
        raise PassageGone(passage.quoted)
    return found


def _fetch_comment(holdings: Holdings, comment_id: str) -> Comment:
    comment = holdings.comments.get(comment_id)
    if comment is None:
        raise NoSuchComment(comment_id)
    return comment


def _log(
    holdings: Holdings, act: Act, comment: Comment, *, by: str, now: datetime, revision_hash: str = ""
) -> None:
    holdings.log.append(
        act,
        by=by,
        at=now,
        article_id=comment.article_id,
        revision_hash=revision_hash,
        details={"comment": comment.id},
    )
