"""What is said of a comment beside its own words."""

from collections.abc import Sequence
from datetime import datetime

from editor_app.desk.values import PlacedComment
from editor_app.domain.comment import Comment, CommentOccasion
from editor_app.translation import _, ngettext
from ui.widgets.date_words import clock_text, short_date

MOST_QUOTED = 100


def count_words(count: int) -> str:
    """Return how many comments are open, as a button says it."""
    if not count:
        return _("Comments")
    return ngettext("{count} open comment", "{count} open comments", count).format(count=count)


def open_count(placed: Sequence[PlacedComment]) -> int:
    """Return how many of the comments wait for somebody."""
    return sum(one.comment.is_open for one in placed)


def time_words(moment: datetime, now: datetime) -> str:
    """Return the day, with the time of day where it is not today's."""
    day, clock = short_date(moment, now), clock_text(moment)
    return day if day == clock else f"{day} {clock}"


def origin_words(placed: PlacedComment, now: datetime) -> str:
    """Return when the comment was written, and on which occasion."""
    time = time_words(placed.comment.written_at, now)
    if placed.comment.occasion is CommentOccasion.RETURNED:
        return _("{time}, sent back").format(time=time)
    if placed.comment.occasion is CommentOccasion.REVIEW:
        return _("{time}, in a review file").format(time=time)
    if placed.comment.occasion is CommentOccasion.WORD:
        return _("{time}, in a Word document").format(time=time)
    return time


def done_words(comment: Comment) -> str:
    """Return who says that a settled comment is dealt with."""
    if comment.settled_by:
        return _("Done, says {name}.").format(name=comment.settled_by)
    return _("Marked as done in the document.")


def quoted_words(placed: PlacedComment) -> str:
    """Return the words that the comment is about, as they are now where they are there; empty for none."""
    passage = placed.place or placed.comment.passage
    return "" if passage is None else shortened(passage.quoted)


def shortened(quoted: str) -> str:
    """Return quoted words between quotation marks, cut where they are many."""
    words = " ".join(quoted.split())
    cut = f"{words[: MOST_QUOTED - 1]}…" if len(words) > MOST_QUOTED else words
    return _("“{words}”").format(words=cut)


def spoken_words(placed: PlacedComment, now: datetime) -> str:
    """Return the whole of a comment as a screen reader says it."""
    comment = placed.comment
    quoted = quoted_words(placed)
    about = _("on {quoted}").format(quoted=quoted) if quoted else _("on the whole article")
    parts = [f"{comment.written_by}, {origin_words(placed, now)}, {about}: {comment.words}"]
    if placed.is_lost:
        parts.append(_("The passage is gone from the text."))
    if not comment.is_open:
        parts.append(done_words(comment))
    return " ".join(parts)
