"""vCards of every version that is met, and back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.domain.article import Contact, Phone, new_id
from editor_app.intake.cards.card_text import (
    CardFileProblem,
    SkippedCard,
    Unusable,
    UnusableCardFile,
)
from editor_app.intake.cards.files import read_card_file
from editor_app.intake.cards.vcards import read_vcards
from editor_app.rendering.cards.vcards import write_vcards

HERE = Path("cards.vcf")
OUTLOOK = """BEGIN:VCARD
VERSION:2.1
N;LANGUAGE=sv;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:=C5kesson;=C5sa
FN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:=C5sa =C5kes=
son
ORG;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:Klarebro kommun;V=E4g och park
TITLE;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:Enhetschef f=F6r v=E4g
TEL;WORK;VOICE:08-465 004 00
TEL;CELL;VOICE:070-174 06 05
EMAIL;PREF;INTERNET:asa.akesson@klarebro.example
PHOTO;TYPE=JPEG;ENCODING=BASE64:
 /9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAUDBAQEAwUEBAQFBQUGBwwIBwcHBw8LCwkM

END:VCARD
"""
APPLE = r"""BEGIN:VCARD
VERSION:3.0
N:Ek;Bo;;;
FN:Bo Ek
ORG:Klarebro kommun\, stab;Press
TITLE:Chef\; press
item1.TEL;type=pref:08-465 004 01
item1.X-ABLabel:jour
TEL;TYPE=WORK,FAX:08-465 004 02
item2.EMAIL;type=INTERNET:bo.ek@klarebro.example
item2.X-ABLabel:_$!<Work>!$_
NOTE:rad\nrad
END:VCARD
"""
NEWEST = """BEGIN:VCARD
VERSION:4.0
UID:urn:uuid:4FBE8971-0bc3-424c-9c26-36c3e1eff6b1
FN:Cy Ek
TITLE:Kommunikatör
ROLE:Presskontakt
ORG;SORT-AS="k":Klarebro kommun
TEL;VALUE=uri;TYPE="voice,cell":tel:+46-70-174-06-07
EMAIL:mailto:cy%2Bek@klarebro.example
END:VCARD
"""


def read_one(text: str) -> Contact:
    (card,) = read_vcards(text.replace("\n", "\r\n"), HERE).cards
    return card.contact


def test_outlooks_quoted_printable_is_read():
    assert read_one(OUTLOOK) == Contact(
        "",
        "Åsa Åkesson",
        roles=("Enhetschef för väg",),
        unit="Väg och park",
        organisation="Klarebro kommun",
        phones=(Phone("08-465 004 00"), Phone("070-174 06 05", "mobil")),
        emails=("asa.akesson@klarebro.example",),
    )


def test_labels_and_escaped_signs_are_read():
    assert read_one(APPLE) == Contact(
        "",
        "Bo Ek",
        roles=("Chef; press",),
        unit="Press",
        organisation="Klarebro kommun, stab",
        phones=(Phone("08-465 004 01", "jour"), Phone("08-465 004 02", "fax")),
        emails=("bo.ek@klarebro.example",),
    )


def test_addresses_and_the_id_of_the_newest_version_are_read():
    assert read_one(NEWEST) == Contact(
        "4fbe8971-0bc3-424c-9c26-36c3e1eff6b1",
        "Cy Ek",
        roles=("Kommunikatör", "Presskontakt"),
        organisation="Klarebro kommun",
        phones=(Phone("+46-70-174-06-07", "mobil"),),
        emails=("cy+ek@klarebro.example",),
    )


def test_a_function_without_a_name_of_its_own_is_called_after_its_organisation():
    assert read_one("BEGIN:VCARD\nVERSION:3.0\nORG:Kontaktcenter\nTEL:1177\nEND:VCARD\n").name == (
        "Kontaktcenter"
    )


def test_a_broken_card_is_told_by_its_line_and_spoils_no_other():
    cut_off = "BEGIN:VCARD\nVERSION:3.0\nFN:Dag Ö\n"
    nameless = "BEGIN:VCARD\nVERSION:3.0\nTEL:112\nEND:VCARD\n"

    sheet = read_vcards("\n" + cut_off + APPLE + nameless, HERE)

    assert [(card.line, card.contact.name) for card in sheet.cards] == [(5, "Bo Ek")]
    assert sheet.skipped == (
        SkippedCard(2, Unusable.BROKEN, "Dag Ö"),
        SkippedCard(18, Unusable.NO_NAME, "112"),
    )


TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=40)


@given(
    st.builds(
        Contact,
        id=st.just("4fbe8971-0bc3-424c-9c26-36c3e1eff6b1"),
        name=TEXTS,
        roles=st.lists(TEXTS, max_size=3, unique=True).map(tuple),
        unit=TEXTS | st.just(""),
        organisation=TEXTS | st.just(""),
        phones=st.lists(st.builds(Phone, TEXTS.map("0{}".format), TEXTS | st.just("")), max_size=3).map(
            tuple
        ),
    )
)
def test_what_is_written_is_read_again(contact):
    assert read_vcards(write_vcards([contact]).decode(), HERE).cards[0].contact == contact


def test_what_is_written_is_folded_as_the_standard_asks_and_no_letter_is_cut():
    contact = Contact(new_id(), "Å" * 120, roles=("ö" * 200,), emails=("a@klarebro.example",))

    data = write_vcards([contact])

    assert data.endswith(b"END:VCARD\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert read_vcards(data.decode(), HERE).cards[0].contact == contact


@given(st.text())
def test_any_text_gives_cards_or_a_sentence(text):
    try:
        sheet = read_vcards("BEGIN:VCARD\n" + text + "\nEND:VCARD\n", HERE)
    except UnusableCardFile:
        return
    assert sheet.cards or sheet.skipped


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\x89PNG\r\n", CardFileProblem.NOT_TEXT),
        (b"", CardFileProblem.NO_CARDS),
        ("Färg;Form\nröd;rund".encode(), CardFileProblem.NO_NAME_COLUMN),
    ],
)
def test_a_file_without_cards_is_told(tmp_path, data, problem):
    path = tmp_path / "cards"
    path.write_bytes(data)

    with pytest.raises(UnusableCardFile) as refused:
        read_card_file(path)

    assert refused.value.problem is problem
