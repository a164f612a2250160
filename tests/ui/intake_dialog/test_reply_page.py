"""A reply to a review file, before its comments are put beside the words."""

from datetime import UTC, datetime

from editor_app.desk.incoming_values import IncomingReply
from editor_app.desk.values import PlacedComment
from editor_app.domain.comment import Comment, CommentOccasion
from ui.intake_dialog.reply_page import ReplyPage

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


def test_a_reply_without_a_name_says_by_which_name_it_is_kept(qtbot):
    comment = Comment("c", "a", "r", CommentOccasion.REVIEW, "När?", "Unknown reader", NOON)
    reply = IncomingReply("a", "Ny väg", "Unknown reader", 2, "hash", (PlacedComment(comment),))
    page = ReplyPage()
    qtbot.addWidget(page)

    page.show_reply(reply)
    named = page.sentence()
    page.show_reply(IncomingReply("a", "Ny väg", "Unknown reader", 2, "hash", (), is_anonymous=True))

    assert "No name" not in named
    assert page.sentence().endswith("No name was given: they are kept as those of “Unknown reader”.")
