"""An article goes out to be read by an expert without the program, and the comments come back."""

from datetime import date, datetime
from functools import partial
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from editor_app.archive.archive import Archive, Holdings
from editor_app.archive.errors import ImageMissing
from editor_app.desk.card_file import site_profile
from editor_app.desk.commenting import file_comments, known_among, order_of
from editor_app.desk.errors import (
    ReplyToAnotherArchive,
    ReplyToOtherWords,
    ReplyWithoutComments,
    require_name,
)
from editor_app.desk.filing import fetch, says, snapshot_of
from editor_app.desk.history import keep
from editor_app.desk.incoming_values import IncomingReply
from editor_app.desk.picture_file import rendition_bytes
from editor_app.desk.values import PlacedComment
from editor_app.desk.whole_files import write_whole
from editor_app.domain.audit import Act
from editor_app.domain.codec import decode_snapshot
from editor_app.domain.comment import Comment, CommentOccasion, Passage
from editor_app.domain.document import Figure
from editor_app.domain.normalize import normalize_text
from editor_app.domain.passages import commented_texts, find_passage
from editor_app.domain.reply import Remark, Reply
from editor_app.domain.revision import Occasion, Revision, Snapshot, figures, verify
from editor_app.intake.replies import BrokenReply
from editor_app.rendering.body import PlacedImage
from editor_app.rendering.renditions import shown_figure
from editor_app.rendering.review import Review, render_review
from editor_app.rendering.self_contained import image_in_page
from editor_app.translation import _

Images = dict[Figure, PlacedImage]


def export_review(
    archive: Archive, article_id: str, target: Path, *, by: str, now: datetime, answer_by: date
) -> Revision:
    """Write the article to `target` for somebody to comment on, and return the version that was sent.

    What is sent is kept as a version. Raises ArticleMissing, NameMissing, ImageMissing, ImageAltered
    and FileNotWritten; then nothing is kept, and nothing logged.
    """
    name = require_name(by)
    with archive.reading() as holdings:
        snapshot = snapshot_of(holdings, fetch(holdings, article_id).article)
    images = _images_in(archive, snapshot)
    with archive.writing() as holdings:
        revision = _kept(holdings, snapshot, by=name, now=now)
        review = Review(
            snapshot=decode_snapshot(revision.content),
            number=revision.number,
            hash=revision.hash,
            publisher=site_profile(holdings).name,
            sent_by=name,
            sent_at=now,
            answer_by=answer_by,
        )
        holdings.log.append(
            Act.REVIEW_SENT,
            by=name,
            at=now,
            article_id=article_id,
            revision_hash=revision.hash,
            details={"version": str(revision.number), "answer_by": answer_by.isoformat()},
        )
        # The last thing: where it cannot be written, all of this was not.
        write_whole(render_review(review, images.get).encode(), target)
        return revision


def look_into_reply(holdings: Holdings, reply: Reply, now: datetime) -> IncomingReply:
    """Return what the reply says about which words of the present text.

    Where nobody put a name to it, it is by somebody unknown. Raises ReplyToAnotherArchive,
    ReplyToOtherWords, ReplyWithoutComments, HashMismatch, and BrokenReply where it is about passages that
    were not in the file.
    """
    stored = holdings.articles.get(reply.article_id)
    if stored is None:
        raise ReplyToAnotherArchive(reply.article_id)
    revision = holdings.revisions.numbered(reply.article_id, reply.number)
    if revision is None or not revision.hash.startswith(reply.hash):
        raise ReplyToOtherWords(stored.article.title, reply.number)
    verify(revision, revision.hash)
    if not reply.remarks:
        raise ReplyWithoutComments
    name = " ".join(normalize_text(reply.name).split()) or _("Unknown reader")
    read = commented_texts(decode_snapshot(revision.content))
    present = commented_texts(stored.article)
    comments = [_comment(remark, reply, revision, name, read, now) for remark in reply.remarks]
    placed = [
        PlacedComment(one, one.passage and find_passage(one.passage, present))
        for one in dict.fromkeys(comments)
    ]
    return IncomingReply(
        article_id=reply.article_id,
        title=stored.article.title,
        name=name,
        number=revision.number,
        revision_hash=revision.hash,
        comments=tuple(sorted(placed, key=order_of)),
        known_ids=known_among(holdings, placed),
        is_anonymous=not reply.name.strip(),
    )


def take_reply(holdings: Holdings, incoming: IncomingReply, *, by: str, now: datetime) -> int:
    """Store the comments that the archive has not, and return how many those were; raises NameMissing."""
    taker = require_name(by)
    new = file_comments(holdings, incoming.comments)
    if new:
        holdings.log.append(
            Act.REPLY_TAKEN,
            by=taker,
            at=now,
            article_id=incoming.article_id,
            revision_hash=incoming.revision_hash,
            details={"from": incoming.name, "comments": str(len(new)), "version": str(incoming.number)},
        )
    return len(new)


def _kept(holdings: Holdings, snapshot: Snapshot, *, by: str, now: datetime) -> Revision:
    latest = holdings.revisions.latest(snapshot.article_id)
    if latest is not None and says(latest, snapshot):
        return latest
    return keep(holdings, snapshot, Occasion.SAVED, by=by, now=now, name=_("Sent for review"))


def _images_in(archive: Archive, snapshot: Snapshot) -> Images:
    """Return the images of the text with their data in their addresses."""
    return {figure: _with_data(archive, figure) for figure in figures(snapshot)}


def _with_data(archive: Archive, figure: Figure) -> PlacedImage:
    with archive.reading() as holdings:
        image = holdings.images.get(figure.image_id)
    if image is None:
        raise ImageMissing(figure.image_id)
    shown = shown_figure(figure, (image.width, image.height))
    return image_in_page(shown, partial(rendition_bytes, archive))


def _comment(
    remark: Remark, reply: Reply, revision: Revision, name: str, read: dict[int, str], now: datetime
) -> Comment:
    passage = None
    if remark.block is not None:
        text = read.get(remark.block, "")
        if not text.strip():
            raise BrokenReply(f"block {remark.block} of version {revision.number} has no words")
        passage = Passage(remark.block, 0, len(text), text)
    # The same words of the same person on the same passage are the same comment, whenever they come.
    key = "\n".join((revision.hash, reply.name.strip() and name, str(remark.block), remark.words))
    written_at = reply.written_at
    return Comment(
        str(uuid5(NAMESPACE_URL, key)),
        reply.article_id,
        revision.id,
        CommentOccasion.REVIEW,
        remark.words,
        written_by=name,
        # A clock that is ahead would put the comment before what is said tomorrow.
        written_at=now if written_at is None or written_at > now else written_at,
        passage=passage,
    )
