"""Words, characters and reading time."""

import pytest

from editor_app.domain.document import Document, Figure, Heading, Span, Strong, Table, paragraph
from editor_app.domain.text_length import TextLength, document_length, length_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", TextLength(0, 0, 0)),
        ("Nya träd på torget.", TextLength(4, 19, 16)),
        ("Klockan 10.30–12 – välkommen!", TextLength(3, 29, 26)),
        ("ett\ntvå\ttre", TextLength(3, 9, 9)),
        ("”Ja”, 😀 …", TextLength(1, 9, 7)),
        ("  två  ord  ", TextLength(2, 12, 6)),
    ],
)
def test_words_and_characters_are_counted(text, expected):
    assert length_of([text]) == expected


def test_tables_and_captions_count_and_alternative_texts_do_not():
    document = Document(
        (
            Heading(2, (Span("En "), Span("rub", (Strong(),)), Span("rik"))),
            Table(rows=(((Span("cell ett"),), (Span("två"),)),), caption="Om tabellen"),
            Figure("a" * 64, alt="Ett långt ord som ingen läser", caption="Bron"),
            paragraph("Slut."),
        )
    )

    assert document_length(document).words == 2 + 5 + 1 + 1


@pytest.mark.parametrize(("words", "minutes"), [(0, 0), (1, 1), (200, 1), (201, 2), (1000, 5)])
def test_a_part_of_a_minute_is_a_minute(words, minutes):
    assert TextLength(words=words).minutes == minutes
