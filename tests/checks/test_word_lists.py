"""Word lists: plain files, those of the municipality beside ours."""

import os

import msgspec
import pytest

from editor_app.checks.context import OwnRule
from editor_app.checks.example_words import example_files
from editor_app.checks.findings import ReplaceText
from editor_app.checks.rule_book import RULES, explanation, message
from editor_app.checks.word_lists import (
    EMPTY_SIDE,
    NO_FOLDER,
    NO_SIGN,
    NOT_TEXT,
    OWN_FILES,
    TWICE,
    UNEVEN,
    BrokenLine,
    shipped_words,
    words_of,
)
from editor_app.domain.document import paragraph
from tests.checks.rules.looking import KNOWN, look


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "ord"
    folder.mkdir()
    return folder


def found(folder, text, *rules):
    context = msgspec.structs.replace(KNOWN, words=words_of(folder).words)
    return look([rule for rule in RULES if rule.id in rules], paragraph(text), context=context)


def test_what_the_municipality_adds_holds_beside_what_is_there(folder):
    (folder / "acronyms.txt").write_text("# Våra egna\n\nBMN\n", encoding="utf-8")
    (folder / "abbreviations.txt").write_text("bfk = beslut från kommunen\n", encoding="utf-8")
    (folder / "passives.txt").write_text("asfalteras asfalterades\n", encoding="utf-8")

    words, broken, lines = words_of(folder)

    assert broken == ()
    assert lines == {"acronyms.txt": 1, "abbreviations.txt": 1, "passives.txt": 1}
    assert words.acronyms == shipped_words().acronyms | {"BMN"}
    assert words.abbreviations == shipped_words().abbreviations | {"bfk": "beslut från kommunen"}
    assert words.passives >= {"asfalteras", "byggdes"} - {"byggdes"}
    assert found(folder, "BMN säger att vägen asfalteras efter bfk.", "K04", "K05", "K06")
    assert found(folder, "Fråga BMN.", "K06") == ()


def test_a_rule_of_the_municipality_needs_no_code(folder):
    (folder / "rules.txt").write_text(
        "handikapp | handikappade = funktionsnedsättning | personer med funktionsnedsättning"
        " ; Så har kommunstyrelsen beslutat 2025.\n",
        encoding="utf-8",
    )

    (one,) = found(folder, "Handikappade reser gratis.", "M01")

    assert message(one) == "Replace “Handikappade” with “Personer med funktionsnedsättning”"
    assert explanation(one) == "Så har kommunstyrelsen beslutat 2025."
    assert found(folder, "En handikappanpassad buss.", "M01") == ()
    assert found(folder, "Hon sa ”vi handikappade reser gratis”.", "M01") == ()


def test_a_rule_without_a_reason_says_whose_it_is(folder):
    (folder / "rules.txt").write_text("vaktmästare = fastighetsskötare\n", encoding="utf-8")

    (one,) = found(folder, "Ring vår vaktmästare.", "M01")

    assert explanation(one) == "The municipality has agreed on other words; take them where they fit."


def test_a_rule_of_the_municipality_stands_in_the_place_of_ours(folder):
    (folder / "rules.txt").write_text("erhålla = ta emot\n", encoding="utf-8")

    words = words_of(folder).words

    assert words.rules == {"erhålla": OwnRule("ta emot")}
    assert "erhålla" not in words.plainer


def test_a_name_that_is_right_is_not_called_a_slip(folder):
    (folder / "names.txt").write_text("Erik Ekborg\nFRI\n", encoding="utf-8")
    text = "Erik Ekberg och Erik Ekborg bokar i FRI."

    assert found(folder, text, "K06", "K07") == ()
    assert len(found(folder.parent, text, "K06", "K07")) == 2


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("erhålla få", NO_SIGN),
        ("erhålla=få", NO_SIGN),
        ("erhålla | = få", EMPTY_SIDE),
        ("erhålla | erhåller = få | får | fått", UNEVEN),
        ("ok = bra", TWICE),
    ],
)
def test_a_broken_line_is_told_with_its_file_its_line_and_the_reason(folder, line, reason):
    (folder / "plainer.txt").write_text(f"# Egna ord\nok = bra\n{line}\nkul = roligt\n", encoding="utf-8")

    words, broken, lines = words_of(folder)

    assert broken == (BrokenLine("plainer.txt", 3, reason, line),)
    assert (words.plainer["ok"], words.plainer["kul"]) == ("bra", "roligt")
    assert lines == {"plainer.txt": 2}


def test_a_file_that_is_no_text_is_told(folder):
    (folder / "acronyms.txt").write_bytes("KÅL".encode("latin-1"))

    assert words_of(folder) == (shipped_words(), (BrokenLine("acronyms.txt", 0, NOT_TEXT),), {})


def test_a_folder_that_is_not_there_is_told(tmp_path):
    gone = tmp_path / "borta"

    assert words_of(gone) == (shipped_words(), (BrokenLine(str(gone), 0, NO_FOLDER),), {})


def test_a_changed_file_is_read_again(folder):
    file = folder / "acronyms.txt"
    file.write_text("BMN\n", encoding="utf-8")
    before = words_of(folder).words
    file.write_text("SBN\n", encoding="utf-8")
    os.utime(file, (1, 1))

    assert "BMN" in before.acronyms
    assert "SBN" in words_of(folder).words.acronyms
    assert "BMN" not in words_of(folder).words.acronyms


def test_nobody_has_to_have_words_of_their_own():
    assert words_of(None) == (shipped_words(), (), {})


def test_the_files_to_begin_with_say_nothing_until_their_examples_do(folder):
    for name, text in example_files():
        (folder / name).write_text(text, encoding="utf-8")
    before = words_of(folder)
    for name, text in example_files():
        how, _sign, example = text.rstrip().rpartition("\n# ")
        (folder / name).write_text(f"{how}\n{example}\n", encoding="utf-8")
    after = words_of(folder)

    assert before == (shipped_words(), (), dict.fromkeys(OWN_FILES, 0))
    assert (after.broken, after.lines) == ((), dict.fromkeys(OWN_FILES, 1))


OWN = "vaktmästare | vaktmästaren = fastighetsskötare | fastighetsskötaren\nköra ut = leverera\n"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Vaktmästaren öppnar.", "Fastighetsskötaren"),
        ("Ring en vaktmästare i dag.", "fastighetsskötare"),
        ("Vi ska köra ut maten.", "leverera"),
    ],
)
def test_a_rule_of_ones_own_finds_its_words_in_their_forms(folder, text, mended):
    (folder / "rules.txt").write_text(OWN, encoding="utf-8")

    (one,) = found(folder, text, "M01")

    assert one.fix == ReplaceText(mended)


@pytest.mark.parametrize(
    "text", ["Vaktmästarbostaden är ny.", "Vi ska köra maten ut.", "Hon sa ”ring vår vaktmästare nu” igen."]
)
def test_what_only_looks_like_the_words_of_a_rule_is_left_alone(folder, text):
    (folder / "rules.txt").write_text(OWN, encoding="utf-8")

    assert found(folder, text, "M01") == ()
