"""Where Swedish sentences end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.checks.swedish.sentences import sentences


def split(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ta med t.ex. Ada och frukt.",
        "Mötet är kl. 18.00 i Klarebro.",
        "Mötet är kl. 18.00–20.00 i sal 3.",
        "Se s. 4 och kap. 2 i planen.",
        "Fråga A. Ek eller J.P. Lind i dag.",
        "Vi ses den 3. maj vid bron.",
        "Bron kostar ca 3.5 miljoner.",
        "”Kom hit!” sa hon till alla.",
        "– Är den klar? undrade hon.",
        "Bron, d.v.s. Klarebron, är ny.",
        "Skolor, bibliotek m.m. öppnar.",
        "Han läste www.example.se. och log",
        "Rum nr. 12 är ledigt.",
        "Öppet kl. 08.00–16.30 den 2. april och 3. maj.",
        "Fråga A. Ek, B. Lind m.fl. på plats.",
        "Hon heter Anna K. Berg.",
        "Dr. Ek och prof. Lind talar.",
        "Enl. Skolverket den 1 jan. 2026.",
        "Se bl.a. Lagen om valfrihet.",
    ],
)
def test_one_sentence_stays_whole(text):
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Bron är klar. Den är ny.", ["Bron är klar.", "Den är ny."]),
        ("Mötet är kl. 18. Alla får komma.", ["Mötet är kl. 18.", "Alla får komma."]),
        ("Det gäller skolor m.m. Kommunen betalar.", ["Det gäller skolor m.m.", "Kommunen betalar."]),
        ("Hon har en bil. Den är röd.", ["Hon har en bil.", "Den är röd."]),
        ("”Kom hit!” Sedan gick hon.", ["”Kom hit!”", "Sedan gick hon."]),
        ("Är den klar? Ja! Den är klar…", ["Är den klar?", "Ja!", "Den är klar…"]),
        ("Det blev 12. Ett år senare 20.", ["Det blev 12.", "Ett år senare 20."]),
        ("En rad\nEn till", ["En rad", "En till"]),
        ("Mötet är i sal 4 B. Alla får komma.", ["Mötet är i sal 4 B.", "Alla får komma."]),
        ("Anmäl dig senast den 3. maj. Välkommen!", ["Anmäl dig senast den 3. maj.", "Välkommen!"]),
        ("”Vi börjar kl. 9. Ta med fika”, säger Åsa.", ["”Vi börjar kl. 9.", "Ta med fika”, säger Åsa."]),
        ("Läs mer på klarebro.se. Där finns allt.", ["Läs mer på klarebro.se.", "Där finns allt."]),
        (
            "Vi ses (kl. 18). Hon sa: ”Kom!” Och vi kom.",
            ["Vi ses (kl. 18).", "Hon sa: ”Kom!”", "Och vi kom."],
        ),
        ("Den öppnar i maj. – Äntligen, säger Åsa.", ["Den öppnar i maj.", "– Äntligen, säger Åsa."]),
        ("  Luft.   Mer luft.  ", ["Luft.", "Mer luft."]),
        ("", []),
        ("   ", []),
    ],
)
def test_sentences_are_told_apart(text, parts):
    assert split(text) == parts


@given(st.text(alphabet="aÅ .!?…”\n1", max_size=60))
def test_nothing_but_space_is_outside_of_sentences(text):
    found = sentences(text)

    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    covered = {place for start, end in found for place in range(start, end)}
    assert all(text[place].isspace() for place in set(range(len(text))) - covered)
