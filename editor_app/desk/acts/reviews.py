"""Reading by experts without the program."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from editor_app.desk.acts.base import Acts
from editor_app.desk.incoming_values import IncomingReply
from editor_app.desk.later import Later
from editor_app.domain.reply import Reply

if TYPE_CHECKING:
    from editor_app.desk import reviewing
else:
    reviewing = Later("editor_app.desk.reviewing")


class ReviewActs(Acts):
    """What is done to have an article commented on by somebody without the program."""

    def export_review(self, article_id: str, target: Path, *, by: str, answer_by: date) -> int:
        """Write the article as a file to comment on, and return the number of the version that was sent.

        What is sent is kept as a version first. Raises FileNotWritten, ImageMissing, ImageAltered,
        NameMissing and ArticleMissing.
        """
        revision = reviewing.export_review(
            self._archive, article_id, target, by=by, now=self._clock(), answer_by=answer_by
        )
        return revision.number

    def look_into_reply(self, reply: Reply) -> IncomingReply:
        """Return what a reply says about which words, and store nothing.

        Raises ReplyToAnotherArchive, ReplyToOtherWords, ReplyWithoutComments, BrokenReply, NameMissing
        and HashMismatch.
        """
        with self._archive.reading() as holdings:
            return reviewing.look_into_reply(holdings, reply, self._clock())

    def take_reply(self, incoming: IncomingReply, *, by: str) -> int:
        """Store the comments of a reply beside their passages, and return how many are new.

        Raises NameMissing.
        """
        with self._archive.writing() as holdings:
            return reviewing.take_reply(holdings, incoming, by=by, now=self._clock())
