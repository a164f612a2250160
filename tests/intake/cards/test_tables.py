"""Tables of contacts in every way that Excel and others write them, and back."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.domain.article import Category, Contact, Phone
from editor_app.domain.card_table import with_guard, without_guard
from editor_app.intake.cards.card_text import (
    CardFileProblem,
    Column,
    SkippedCard,
    Unusable,
    UnusableCardFile,
)
from editor_app.intake.cards.files import read_card_file, read_category_file
from editor_app.rendering.cards.tables import category_table, contact_table

SWEDISH = (
    "Förnamn;Efternamn;Befattning;Avdelning;Företag;Telefon, arbete;Mobiltelefon;E-postadress;Skostorlek\r\n"
    "Åsa;Åkesson;Enhetschef;Väg och park;Klarebro kommun;08-465 004 00;070-174 06 05;"
    "asa@klarebro.example;38\r\n"
)
ASA = Contact(
    "",
    "Åsa Åkesson",
    roles=("Enhetschef",),
    unit="Väg och park",
    organisation="Klarebro kommun",
    phones=(Phone("08-465 004 00"), Phone("070-174 06 05", "mobil")),
    emails=("asa@klarebro.example",),
)


@pytest.fixture
def stored(tmp_path):
    def store(data):
        path = tmp_path / "kontakter.csv"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return store


@pytest.mark.parametrize(
    "data",
    [
        SWEDISH.encode("cp1252"),
        SWEDISH.encode("utf-8"),
        SWEDISH.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + SWEDISH.encode("utf-16-le"),
        SWEDISH.replace("Telefon, arbete", "Tel").replace(";", ",").encode(),
        SWEDISH.replace(";", "\t").encode(),
        b"sep=;\r\n" + SWEDISH.encode("cp1252"),
        SWEDISH.replace("\r\n", "\n").encode(),
    ],
    ids=["windows-1252", "utf-8", "bom", "utf-16", "comma", "tab", "sep line", "unix"],
)
def test_a_table_is_read_however_it_was_written(stored, data):
    sheet = read_card_file(stored(data))

    assert [card.contact for card in sheet.cards] == [ASA]
    assert [use.column for use in sheet.columns][-2:] == [Column.EMAIL, None]
    assert sheet.columns[-1].heading == "Skostorlek"


def test_english_headings_and_several_values_in_a_cell_are_read(stored):
    text = (
        "Name,Job Title,Phone,Mobile Phone,E-mail 1,E-mail 2\n"
        'Bo Ek,"Chef | Press","jour: 08-465 004 01|1177",,bo@k.example,press@k.example\n'
    )

    (card,) = read_card_file(stored(text)).cards

    assert card.contact == Contact(
        "",
        "Bo Ek",
        roles=("Chef", "Press"),
        phones=(Phone("08-465 004 01", "jour"), Phone("1177")),
        emails=("bo@k.example", "press@k.example"),
    )


def test_rows_that_cannot_be_used_are_told_by_their_lines(stored):
    text = 'Namn;Telefon\n"Bo\nEk";112\n;113 13\n\nCy;1;2;3\nDag;1177\n'

    sheet = read_card_file(stored(text))

    assert [(card.line, card.contact.name) for card in sheet.cards] == [(2, "Bo Ek"), (7, "Dag")]
    assert sheet.skipped == (
        SkippedCard(4, Unusable.NO_NAME, "113 13"),
        SkippedCard(6, Unusable.TOO_MANY_CELLS, "Cy, 1, 2, 3"),
    )


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        ("Namn;Telefon\n", CardFileProblem.NO_CARDS, 0),
        ("\n\n", CardFileProblem.NO_CARDS, 0),
        ("\nTelefon;Färg\n112;röd\n", CardFileProblem.NO_NAME_COLUMN, 2),
        ('Namn;Telefon\nBo;112\n"Cy;1177\n', CardFileProblem.BROKEN, 3),
    ],
)
def test_a_table_that_cannot_be_read_is_told_with_its_line(stored, text, problem, line):
    with pytest.raises(UnusableCardFile) as refused:
        read_card_file(stored(text))

    assert (refused.value.problem, refused.value.line) == (problem, line)


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+46 8 465 004 00", "-1", "@SUM(A1)", "'=1", "''-1"])
def test_no_cell_is_a_formula_and_each_comes_back(text):
    assert with_guard(text).startswith("'")
    assert without_guard(with_guard(text)) == text


@pytest.mark.parametrize("text", ["Åsa", "'t Hart", "", "a=1"])
def test_what_is_no_formula_stays_as_it_is(text):
    assert with_guard(text) == text
    assert without_guard(text) == text


def test_swedish_excel_opens_what_is_written():
    data = contact_table([Contact("c", "=cmd|'/C calc'", phones=(Phone("+46 70"),))])

    assert data.startswith(codecs.BOM_UTF8 + b"Name;Role;Unit;Organisation;Phone;E-mail\r\n")
    assert data.decode("utf-8-sig").splitlines()[1] == "'=cmd|'/C calc';;;;'+46 70;"


def test_a_formula_in_a_later_value_of_a_cell_is_harmless():
    data = contact_table([Contact("c", "Bo", roles=("Chef", "=1+1"))])

    assert ";Chef | =1+1;" in data.decode("utf-8-sig")


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P"), exclude_characters="|:"), min_size=1)


@given(
    st.builds(
        Contact,
        id=st.just(""),
        name=WORDS,
        roles=st.lists(WORDS, max_size=3).map(tuple),
        unit=WORDS | st.just(""),
        organisation=WORDS | st.just(""),
        phones=st.lists(st.builds(Phone, st.just("070-174 06 05"), st.sampled_from(["", "jour"]))).map(tuple),
        emails=st.lists(WORDS, max_size=2).map(tuple),
    )
)
def test_what_is_written_is_read_again(tmp_path_factory, contact):
    path = tmp_path_factory.mktemp("table") / "kontakter.csv"
    path.write_bytes(contact_table([contact]))

    (card,) = read_card_file(path).cards

    assert card.contact == contact


def test_categories_are_read_by_name_and_written_with_their_address(stored):
    path = stored(
        category_table([(Category("1", "Trafik", "trafik"), False), (Category("2", "Vård", "v"), True)])
    )

    assert path.read_text("utf-8-sig").splitlines() == [
        "Name;Address;Retired",
        "Trafik;trafik;",
        "Vård;v;yes",
    ]
    assert read_category_file(path) == ((2, "Trafik"), (3, "Vård"))
