"""A review file goes out, and what the expert says comes back beside the words it is about."""

import html
import re
from datetime import UTC, date, datetime

import msgspec
import pytest

from editor_app.desk.errors import (
    FileNotWritten,
    ReplyToAnotherArchive,
    ReplyToOtherWords,
    ReplyWithoutComments,
)
from editor_app.domain.comment import LEAD, CommentOccasion
from editor_app.domain.document import Document, FactTitle, ListItem, Paragraph, Quote, Span, paragraph
from editor_app.domain.reply import Remark, Reply
from editor_app.domain.revision import Occasion
from editor_app.intake.replies import BrokenReply, read_reply
from tests.blank_archives import new_desk

FRIDAY = date(2026, 3, 6)
BODY = Document(
    (
        paragraph("Vägen blir fyra kilometer lång."),
        ListItem(spans=(Span("Räls"),)),
        ListItem(spans=(Span("Bänkar"),)),
        Quote(spans=(Span("Det blir bra"),)),
        FactTitle(spans=(Span("Fakta"),)),
        Paragraph(spans=(Span("Klart 2027."),), boxed=True),
    )
)


@pytest.fixture
def article(desk, draft, image):
    """An article with everything that must, and must not, leave the archive."""
    changed = msgspec.structs.replace(
        draft.article,
        body=Document((*BODY.blocks, image)),
        hero=image,
        internal_note="Ring inte före tio.",
    )
    return desk.save(changed, version=draft.version, by="Ada").article


@pytest.fixture
def sent(desk, article, tmp_path):
    """The file, and the version that it is about."""
    target = tmp_path / "granskning.html"
    number = desk.export_review(article.id, target, by="Ada", answer_by=FRIDAY)
    return target.read_text(encoding="utf-8"), number


@pytest.fixture
def reply(article, sent):
    """What an expert answers on the lead, the first paragraph and the whole."""
    page, number = sent
    return Reply(
        article.id,
        number,
        re.search('data-hash="([0-9a-f]{64})"', page)[1],
        "Maria Ek",
        (Remark("Bra!"), Remark("Fem, väl?", 0), Remark("Är det i maj?", LEAD)),
        datetime(2026, 3, 1, 12, tzinfo=UTC),
    )


def acts(desk, article_id):
    with desk._archive.reading() as holdings:
        return [(entry.act, entry.details) for entry in holdings.log.of_article(article_id)][::-1]


def edit(desk, article, *blocks):
    copy = desk.open(article.id)
    return desk.save(
        msgspec.structs.replace(copy.article, body=Document(blocks)), version=copy.version, by="Ada"
    )


def test_what_is_sent_is_kept_as_a_version_and_logged(desk, article, sent):
    page, number = sent

    (version,) = desk.versions(article.id)
    assert (number, version.occasion, version.name) == (1, Occasion.SAVED, "Sent for review")
    assert version.is_present and f'data-hash="{version.hash}"' in page
    assert acts(desk, article.id)[-1] == ("review_sent", {"version": "1", "answer_by": "2026-03-06"})


def test_the_same_words_sent_again_are_the_same_version(desk, article, sent, tmp_path):
    assert desk.export_review(article.id, tmp_path / "igen.html", by="Ada", answer_by=FRIDAY) == 1


def test_the_file_has_the_whole_text_and_nothing_that_must_not_leave(sent):
    page = html.unescape(sent[0])

    for words in ("Ny cykelväg längs ån", "Bygget börjar i maj.", "Räls", "Det blir bra", "Klart 2027."):
        assert words in page
    assert "fredag 6 mars 2026" in page
    assert "Ada på" in page
    assert page.count("data:image/webp;base64,") == 2
    assert "Ring inte" not in page
    assert "legal" not in page and "consent" not in page


def test_the_file_asks_the_network_for_nothing(sent):
    page = sent[0]

    addresses = re.findall(r'(?:src|srcset|href|action)="([^"]*)"|url\("?([^")]*)', page)
    assert {
        one or other for one, other in addresses if not (one or other).startswith(("data:", "tel:"))
    } == set()
    assert "default-src 'none'" in page
    assert page.count("<script>") == 1
    assert "unsafe" not in page


def test_every_block_with_words_can_be_commented_on(sent):
    fields = set(re.findall(r'data-block="(-?\d*)"', sent[0]))
    parts = re.findall(r'<option value="(\d+)">([^<]*)', sent[0])

    assert fields == {"", "-2", "-1", "0", "1", "3", "4", "6"}
    assert parts == [("1", "Räls"), ("2", "Bänkar"), ("4", "Fakta"), ("5", "Klart 2027.")]


def test_a_file_that_cannot_be_written_leaves_nothing_kept_and_nothing_logged(desk, article, tmp_path):
    before = acts(desk, article.id)

    with pytest.raises(FileNotWritten):
        desk.export_review(article.id, tmp_path / "nowhere" / "x.html", by="Ada", answer_by=FRIDAY)

    assert desk.versions(article.id) == ()
    assert acts(desk, article.id) == before


def test_a_reply_is_shown_before_anything_is_stored_and_then_stands_beside_its_words(desk, article, reply):
    incoming = desk.look_into_reply(reply)
    nothing = desk.comments(article.id)

    assert desk.take_reply(incoming, by="Ada") == 3

    assert nothing == ()
    assert not incoming.is_known
    placed = desk.comments(article.id)
    assert placed == incoming.comments
    assert [(one.comment.words, one.place and one.place.quoted) for one in placed] == [
        ("Bra!", None),
        ("Är det i maj?", "Bygget börjar i maj."),
        ("Fem, väl?", "Vägen blir fyra kilometer lång."),
    ]
    comment = placed[0].comment
    assert (comment.occasion, comment.written_by) == (CommentOccasion.REVIEW, "Maria Ek")
    assert comment.written_at == reply.written_at
    assert acts(desk, article.id)[-1] == (
        "reply_taken",
        {"from": "Maria Ek", "comments": "3", "version": "1"},
    )


def test_comments_find_their_words_in_a_text_that_was_changed_since(desk, article, reply):
    edit(desk, article, paragraph("Nytt."), paragraph("Hela vägen blir fem kilometer lång."))

    desk.take_reply(desk.look_into_reply(reply), by="Ada")

    placed = {one.comment.words: one for one in desk.comments(article.id)}
    assert placed["Fem, väl?"].place.block == 1
    assert placed["Fem, väl?"].comment.passage.quoted == "Vägen blir fyra kilometer lång."


def test_the_same_reply_is_taken_once_and_of_a_longer_one_only_what_is_new(desk, article, reply):
    desk.take_reply(desk.look_into_reply(reply), by="Ada")
    log = acts(desk, article.id)

    again = desk.look_into_reply(reply)
    assert again.is_known
    assert desk.take_reply(again, by="Ada") == 0
    assert acts(desk, article.id) == log

    longer = msgspec.structs.replace(reply, remarks=(*reply.remarks, Remark("En sak till", 3)))
    assert desk.take_reply(desk.look_into_reply(longer), by="Ada") == 1
    assert len(desk.comments(article.id)) == 4


def test_two_experts_may_say_the_same(desk, article, reply):
    other = msgspec.structs.replace(reply, name="Bo Ek")

    desk.take_reply(desk.look_into_reply(reply), by="Ada")

    assert desk.take_reply(desk.look_into_reply(other), by="Ada") == 3


def test_a_clock_that_is_ahead_is_not_believed(desk, reply, clock):
    late = msgspec.structs.replace(reply, written_at=datetime(2040, 1, 1, tzinfo=UTC))

    assert all(one.comment.written_at <= clock.now for one in desk.look_into_reply(late).comments)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"article_id": "elsewhere"}, ReplyToAnotherArchive),
        ({"hash": "00" * 32}, ReplyToOtherWords),
        ({"number": 7}, ReplyToOtherWords),
        ({"remarks": ()}, ReplyWithoutComments),
        ({"remarks": (Remark("Hm", 99),)}, BrokenReply),
    ],
)
def test_a_reply_to_something_else_is_refused(desk, reply, changes, error):
    with pytest.raises(error):
        desk.look_into_reply(msgspec.structs.replace(reply, **changes))


def test_a_reply_without_a_name_is_kept_as_that_of_somebody_unknown(desk, article, reply):
    nameless = desk.look_into_reply(msgspec.structs.replace(reply, name=" "))

    desk.take_reply(nameless, by="Ada")

    assert (nameless.name, nameless.is_anonymous) == ("Unknown reader", True)
    assert {one.comment.written_by for one in desk.comments(article.id)} == {"Unknown reader"}
    assert desk.look_into_reply(msgspec.structs.replace(reply, name="")).is_known


def test_a_reply_means_nothing_in_another_archive(reply, tmp_path):
    other = new_desk(tmp_path / "other.sqlite3")
    try:
        with pytest.raises(ReplyToAnotherArchive):
            other.look_into_reply(reply)
    finally:
        other.close()


def test_the_form_for_mails_comes_back_with_what_was_written_in_it(desk, article, sent):
    form = html.unescape(re.search("<pre>(.*?)</pre>", sent[0], re.DOTALL)[1])
    form = form.replace("Ditt namn:", "Ditt namn: Maria Ek").replace(
        "Räls\nKommentar:", "Räls\nKommentar: Varför?"
    )

    desk.take_reply(desk.look_into_reply(read_reply(form)), by="Ada")

    (placed,) = desk.comments(article.id)
    assert (placed.comment.words, placed.place.quoted) == ("Varför?", "Räls")
