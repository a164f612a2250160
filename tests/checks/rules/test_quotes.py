"""Quotes: those of nobody, and the look-alikes that somebody says."""

import pytest

from editor_app.checks.context import Context
from editor_app.checks.rules.quotes import RULES
from editor_app.domain.article import Contact
from editor_app.domain.document import Quote, Span, paragraph
from tests.checks.rules.looking import KNOWN, TODAY, article, look_over

NEWS = paragraph("Bron öppnar i maj. Den är fyrtio meter lång.")


def quote(text):
    return Quote((Span(text),))


FOUND = [
    (article(quote("Det blir en fin bro.")), 0),
    (article(NEWS, quote("Vi är stolta över bron och alla som har byggt den."), NEWS), 1),
    (article(paragraph("– Äntligen kan barnen cykla själva.")), 0),
    (article(NEWS, paragraph("– Det blir bra."), NEWS), 1),
    (article(quote("Bra, säger Åsa Lind."), quote("Den är lång."), quote("Och ny.")), 2),
    (article(NEWS, paragraph("Vad betyder bron?"), quote("Kortare väg.")), 2),
]
SOUND = [
    article(quote("Det blir en fin bro, säger Åsa Lind.")),
    article(quote("Vi är stolta."), paragraph("Det sa kommundirektören vid invigningen.")),
    article(quote("Bra, säger Åsa Lind."), quote("Den är lång.")),
    article(paragraph("Åsa Lind berättar:"), quote("Den är lång.")),
    article(quote("Vi är stolta. Åsa Lind, projektledare")),
    article(paragraph("Åsa Lind lyfte att bron är lång."), quote("Äntligen är den här.")),
    article(NEWS, paragraph("Elevrådet höll i dagen:"), paragraph("– Välkomna till bron.")),
    article(quote("Bra, säger Åsa Lind."), paragraph("Vad betyder den?"), quote("Kortare väg.")),
    article(quote(" ")),
    article(NEWS, paragraph("Bron är ”lång och fin”.")),
    article(paragraph("–5 grader i natt."), NEWS),
]


@pytest.mark.parametrize(("text", "block"), FOUND)
def test_words_that_nobody_says_are_found(text, block):
    assert [finding.place.block for finding in look_over(RULES, text)] == [block]


@pytest.mark.parametrize("text", SOUND)
def test_words_that_somebody_says_are_left_alone(text):
    assert look_over(RULES, text) == ()


def test_a_contact_who_is_named_speaks():
    known = Context(TODAY, contacts=(Contact("1", "Åsa Lind"),))
    text = article(quote("Vi är stolta – Åsa Lind för alla på bygget"))

    assert look_over(RULES, text, known) == ()
    assert look_over(RULES, text, KNOWN)
