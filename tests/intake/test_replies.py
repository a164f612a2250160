"""Replies to review files: read as they come, and believed in nothing but a person's words."""

import base64
import json
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.domain.comment import TITLE
from editor_app.domain.reply import Remark
from editor_app.intake.replies import BrokenReply, ReviewFileItself, read_reply

ARTICLE, HASH = "130210ba-5ffa-4842-a57a-cba21f700a92", "ab" * 32


def reply_json(**changes):
    fields = {
        "format": "pressklar-reply",
        "schema": 1,
        "article": ARTICLE,
        "number": 2,
        "hash": HASH,
        "name": "  Maria  Ek ",
        "written": "2026-03-01T10:00:00.000Z",
        "comments": [
            {"block": 3, "words": " Stämmer det?\r\n"},
            {"block": TITLE, "words": "Kortare!"},
            {"block": None, "words": "Bra 😀"},
            {"block": 1, "words": "  "},
        ],
    }
    return json.dumps(fields | changes)


def mail(text=None, around="", check=None):
    data = (text or reply_json()).encode()
    packed = base64.b64encode(data).decode()
    lines = [packed[at : at + 64] for at in range(0, len(packed), 64)]
    check = check or f"{crc32(data):08x}"
    block = "\n".join((f"[PRESSKLAR-SVAR {check}]", *lines, "[SLUT PRESSKLAR-SVAR]"))
    return f"Hej!\n{block}\nHälsningar\n" if not around else around.join(("Hej!", *block.split("\n")))


def test_a_file_says_who_said_what_about_which_words():
    reply = read_reply(reply_json())

    assert (reply.article_id, reply.number, reply.hash, reply.name) == (ARTICLE, 2, HASH, "Maria Ek")
    assert reply.remarks == (
        Remark("Stämmer det?", 3),
        Remark("Kortare!", TITLE),
        Remark("Bra 😀", None),
    )
    assert reply.written_at.isoformat() == "2026-03-01T10:00:00+00:00"


@pytest.mark.parametrize("around", ["\n> ", "\r\n", "\n> > ", "\n\n    ", "\u00a0\n"])
def test_a_block_in_a_mail_says_the_same_however_it_was_quoted_or_broken(around):
    assert read_reply(mail(around=around)) == read_reply(reply_json())


def test_other_texts_are_no_replies():
    for text in ("", "En vanlig text.", '{"format": "other"}', "<p>pressklar-reply</p>"):
        assert read_reply(text) is None


@pytest.mark.parametrize(
    "text",
    [
        reply_json()[:-20],
        reply_json(format="pressklar-reply", schema=2),
        reply_json(hash="ab"),
        reply_json(number=0),
        reply_json(number="2"),
        reply_json(name="x" * 1000),
        reply_json(comments=[{"block": -9, "words": "x"}]),
        reply_json(comments=[{"block": 1, "words": "x" * 30_000}]),
        reply_json(comments=[{"block": 1, "words": "x"}] * 600),
        mail(check="00000000"),
        mail()[:-60],
        "[PRESSKLAR-SVAR 00000000] åäö [SLUT PRESSKLAR-SVAR]",
        "[PRESSKLAR-FORMULÄR nonsense]",
    ],
)
def test_what_is_cut_off_altered_or_hostile_is_refused(text):
    with pytest.raises(BrokenReply):
        read_reply(text)


def test_the_file_that_was_sent_out_is_told_from_the_one_that_comes_back():
    with pytest.raises(ReviewFileItself):
        read_reply('<!DOCTYPE html><html lang="sv" data-pressklar="review"><p>…')


def test_markup_in_a_reply_is_words():
    reply = read_reply(reply_json(name="<b>x</b>", comments=[{"block": 0, "words": "<script>x</script>"}]))

    assert (reply.name, reply.remarks[0].words) == ("<b>x</b>", "<script>x</script>")


def test_a_time_that_is_none_is_not_believed():
    assert read_reply(reply_json(written="i går")).written_at is None
    assert read_reply(reply_json(written="2026-03-01T10:00:00")).written_at is None


@pytest.mark.parametrize("quote", ["", "> "])
def test_a_form_that_was_filled_in_by_hand_is_read(quote):
    form = f"""\
[PRESSKLAR-FORMULÄR {ARTICLE} 2 {HASH[:16]}]
Artikel: Ny väg
Ditt namn:  Maria Ek

Hela artikeln: Bra text!

[1] Ny väg
Kommentar:

[3] Vägen blir fyra kilometer lång.
Kommentar: Stämmer det?
Jag tror inte det.

[SLUT PRESSKLAR-FORMULÄR]
Hälsningar Maria"""
    reply = read_reply("Hej!\n" + "".join(quote + line + "\n" for line in form.split("\n")))

    assert (reply.name, reply.hash, reply.number) == ("Maria Ek", HASH[:16], 2)
    assert reply.remarks == (Remark("Bra text!", None), Remark("Stämmer det?\nJag tror inte det.", 0))


@given(st.text(max_size=200), st.integers(0, 400))
def test_nothing_that_is_put_into_a_reply_stops_the_program(noise, at):
    for text in (reply_json(), mail()):
        try:
            read_reply(text[:at] + noise + text[at:])
        except (BrokenReply, ReviewFileItself):
            continue
