"""The comments of a Word document: what they say, who wrote them, and what each is about."""

from collections.abc import Collection, Iterator
from datetime import datetime
from xml.etree.ElementTree import Element

from editor_app.domain.normalize import normalize_text
from editor_app.domain.swedish_time import moment_at
from editor_app.intake.pieces import SourceComment
from editor_app.intake.taken_text import TakenComment


class CommentRanges:
    """Follows which comments are open as a document is read; `quoted` has the words that each is about."""

    def __init__(self) -> None:
        self.quoted: dict[str, str] = {}
        self._open: dict[str, None] = {}

    @property
    def open(self) -> tuple[str, ...]:
        """The ids of the comments that are about what comes now."""
        return tuple(self._open)

    def step(self, mark: Element) -> None:
        """Take the beginning or the end of what a comment is about."""
        if mark.tag == "commentRangeStart":
            self._open[mark.get("id", "")] = None
        else:
            self._open.pop(mark.get("id", ""), None)

    def add(self, text: str) -> None:
        """Take the next words of the document."""
        for comment_id in self._open:
            self.quoted[comment_id] = self.quoted.get(comment_id, "") + text


def read_comments(
    comments: Element | None, extended: Element | None, ranges: CommentRanges
) -> Iterator[SourceComment]:
    """Yield the comments that say anything, in the order of their part; `extended` tells which are done."""
    done = _done([] if extended is None else list(extended.iter("commentEx")))
    for comment in () if comments is None else comments.iter("comment"):
        words = normalize_text("\n".join(map(_line, comment.iter("p")))).strip()
        if words:
            yield SourceComment(
                comment.get("id", ""),
                ranges.quoted.get(comment.get("id", ""), ""),
                TakenComment(
                    words=words,
                    written_by=" ".join(normalize_text(comment.get("author", "")).split()),
                    written_at=_moment(comment.get("date", "")),
                    is_settled=any(paragraph.get("paraId") in done for paragraph in comment.iter("p")),
                ),
            )


def _done(threads: Collection[Element]) -> set[str | None]:
    """Return the ids of the paragraphs of what is dealt with: an answer is where what it answers is."""
    done = {one.get("paraId") for one in threads if one.get("done") in {"1", "true"}}
    answers = {one.get("paraId") for one in threads if one.get("paraIdParent") in done}
    return done | answers


def _line(paragraph: Element) -> str:
    return "".join("\n" if part.tag == "br" else part.text or "" for part in paragraph.iter() if _says(part))


def _says(part: Element) -> bool:
    return part.tag in {"t", "br"}


def _moment(date: str) -> datetime | None:
    """Return when a comment was written, None where that cannot be read.

    Word writes the time on the wall, and calls it UTC.
    """
    try:
        return moment_at(datetime.fromisoformat(date).replace(tzinfo=None))
    except (ValueError, OverflowError):
        return None
