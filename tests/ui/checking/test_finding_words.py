"""What the window says of findings."""

import pytest

from editor_app.checks.findings import (
    Finding,
    MarkLanguage,
    Part,
    Place,
    ReplaceBlocks,
    ReplaceText,
    SetLanguage,
    Severity,
)
from editor_app.domain.document import Heading, ListItem, Span, Table
from ui.checking.finding_words import fix_words


@pytest.mark.parametrize(
    ("fix", "words"),
    [
        (ReplaceText("cirka"), "Change to “cirka”"),
        (ReplaceText(" "), "Put one space there"),
        (ReplaceText(""), "Take it out"),
        (ReplaceBlocks(()), "Take it out"),
        (ReplaceBlocks((Heading(3, (Span("Tider"),)),)), "Make it a subheading 3"),
        (ReplaceBlocks((ListItem(spans=(Span("Fika"),)),), 2), "Make it a list"),
        (ReplaceBlocks((Table((((Span("Dag"),),),)),)), "Let the first row be headings"),
        (SetLanguage("sv"), "Choose Swedish"),
        (MarkLanguage("en"), "Mark as English"),
    ],
)
def test_a_button_says_what_it_will_do(fix, words):
    assert fix_words(Finding("X", Severity.WARNS, Place(Part.BODY), fix=fix)) == words
