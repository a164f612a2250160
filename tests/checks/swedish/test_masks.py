"""What is masked before numbers are looked at."""

import pytest

from editor_app.checks.swedish.masks import MASK, masked


def hidden(text):
    shown = masked(text)
    assert len(shown) == len(text)
    pieces, piece = [], ""
    for sign, mask in zip(text, shown, strict=True):
        if mask == MASK:
            piece += sign
        elif piece:
            pieces.append(piece)
            piece = ""
    return [*pieces, piece] if piece else pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Se https://www.example.se/a-1_2?x=1-3.", ["https://www.example.se/a-1_2?x=1-3"]),
        ("Se www.example.se, eller example.se/bro.", ["www.example.se", "example.se/bro"]),
        ("Mejla asa.lind@example.se i dag.", ["asa.lind@example.se"]),
        ("Ring 070-174 06 05 eller 08-465 004 00.", ["070-174 06 05", "08-465 004 00"]),
        ("Ring 0701740605 eller +46 70 174 06 05.", ["0701740605", "+46 70 174 06 05"]),
        ("Ärendet KS 2026/123 och dnr 2026-00123.", ["KS 2026/123", "dnr 2026-00123"]),
        ("Lagen (2018:1937) gäller.", ["(2018:1937)"]),
        ("Torget 1, 123 45 Klarebro.", ["123 45"]),
        ("Organisationsnummer 212000-1234.", ["212000-1234"]),
        ("Den 2026-03-02.", ["2026-03-02"]),
    ],
)
def test_what_is_no_number_is_masked(text, pieces):
    assert hidden(text) == pieces


@pytest.mark.parametrize(
    "text", ["Sidorna 1-3.", "Kl. 18.00–20.00.", "12 500 kronor.", "År 2026 är 3 av 10.", "Den 3 maj 2026."]
)
def test_numbers_are_left(text):
    assert hidden(text) == []
