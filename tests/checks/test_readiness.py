"""What stands in the way of approval, and the look-alikes that do not."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from editor_app.checks.checker import Checker
from editor_app.checks.context import Context
from editor_app.checks.findings import Severity
from editor_app.checks.readiness import NotReady, require_ready
from editor_app.checks.rule_book import RULES
from editor_app.domain.article import Article, Contact, Kind, Phone
from editor_app.domain.document import (
    Document,
    FactTitle,
    Figure,
    Heading,
    Link,
    Paragraph,
    Quote,
    Span,
    Table,
    paragraph,
)
from editor_app.domain.image_details import ImageDetails, LegalBasis, Persons

TODAY = date(2026, 5, 4)
MAY, JUNE, JULY = (datetime(2026, month, 1, tzinfo=UTC) for month in (5, 6, 7))
PICTURE = "a" * 64
READY = Article(
    "1",
    title="Ny bro",
    lead="Bron öppnar i maj.",
    body=Document((paragraph("Den är lång."),)),
    category_id="2",
)


def article(**changes):
    return msgspec.structs.replace(READY, **changes)


def with_body(*blocks):
    return article(body=Document(blocks))


def heading(level, text="Rubrik", boxed=False):
    return Heading(level, (Span(text),) if text else (), boxed)


def linked(href):
    return Paragraph((Span("Läs om bron", (Link(href),)),))


def boxed(text):
    return Paragraph((Span(text),), boxed=True)


CARD = Contact("1", "Åsa Lind", phones=(Phone("070-174 06 05"),))


def blocking(article, **known):
    findings = Checker(RULES).check(article, Context(TODAY, **({"contacts": (CARD,)} | known)))
    return [finding for finding in findings if finding.severity is Severity.BLOCKS]


def found(article):
    return [(finding.rule, finding.place.block) for finding in blocking(article)]


TITLE = FactTitle((Span("Fakta"),))
ALT = Figure("0" * 64, alt="En bro")
DECORATIVE = Figure("0" * 64, decorative=True)
SILENT = Figure("0" * 64, alt=" ")


@pytest.mark.parametrize(
    ("faulty", "expected"),
    [
        (article(title="  "), [("S01", None)]),
        (article(title="\u200b\u00ad"), [("S01", None)]),
        (article(lead=""), [("S04", None)]),
        (article(kind=Kind.PRESS_RELEASE, lead=" "), [("S04", None)]),
        (article(category_id=None), [("S14", None)]),
        (article(language=""), [("S15", None)]),
        (with_body(paragraph("Text"), heading(2, "")), [("S08", 1)]),
        (with_body(linked("https://namn:ord@klara.example/")), [("L05", 0)]),
        (with_body(heading(3)), [("S07", 0)]),
        (with_body(heading(2), heading(4)), [("S07", 1)]),
        (with_body(heading(3), heading(3)), [("S07", 0)]),
        (with_body(TITLE, heading(4, boxed=True), boxed("Innehåll")), [("S07", 1)]),
        (with_body(TITLE, paragraph("Utanför")), [("S12", 0)]),
        (with_body(TITLE), [("S12", 0)]),
        (with_body(FactTitle(), boxed("Innehåll")), [("S12", 0)]),
        (with_body(TITLE, TITLE, boxed("Innehåll")), [("S12", 0)]),
        (with_body(linked("javascript:alert(1)")), [("L05", 0)]),
        (with_body(linked("file:///h/bro.pdf")), [("L05", 0)]),
        (with_body(linked("www.example.se")), [("L05", 0)]),
        (with_body(linked("https://")), [("L05", 0)]),
        (with_body(linked("mailto:")), [("L05", 0)]),
        (with_body(SILENT), [("I01", 0)]),
        (article(publish_at=MAY, embargo_until=JUNE), [("D06", None)]),
        (article(publish_at=JUNE, unpublish_at=JUNE), [("D06", None)]),
        (article(hero=SILENT), [("I01", None)]),
    ],
)
def test_what_is_missing_is_found_where_it_is(faulty, expected):
    assert found(faulty) == expected


@pytest.mark.parametrize(
    "sound",
    [
        READY,
        article(kind=Kind.INFORMATION, lead=""),
        article(kind=Kind.CRISIS, lead=""),
        article(contact_ids=()),
        article(hero=ALT),
        article(publish_at=JUNE, embargo_until=MAY, unpublish_at=JULY),
        article(hero=DECORATIVE),
        with_body(),
        with_body(heading(2), heading(3), heading(4), heading(2)),
        with_body(TITLE, boxed("Innehåll")),
        with_body(TITLE, heading(2, boxed=True), heading(3, boxed=True), boxed("Innehåll"), heading(2)),
        with_body(TITLE, heading(3, boxed=True), heading(4, boxed=True), boxed("Innehåll")),
        with_body(TITLE, boxed("Innehåll"), ALT, DECORATIVE),
        with_body(linked("https://www.example.se/bro")),
        with_body(linked("mailto:a@example.se")),
        with_body(linked("tel:+4631-390-06-00")),
        with_body(linked("article:65f7ecd8-015a-4668-a75d-fc5f8048ff85")),
        with_body(Quote((Span("Se https: och javascript: i texten"),))),
    ],
)
def test_what_is_in_order_passes(sound):
    assert found(sound) == []


def test_the_places_are_those_of_the_normalised_body():
    assert found(with_body(paragraph(" "), paragraph(""), heading(3))) == [("S07", 0)]


def test_everything_that_is_missing_is_told_at_once():
    with pytest.raises(NotReady) as not_ready:
        require_ready(Checker(RULES).check(Article("1", language=""), Context(TODAY)))

    assert [finding.rule for finding in not_ready.value.findings] == ["S01", "S04", "S13", "S14", "S15"]


def test_what_only_warns_or_hints_stands_in_nobodys_way():
    require_ready(Checker(RULES).check(article(title="Ny bro!!"), Context(TODAY, contacts=(CARD,))))


@pytest.mark.parametrize("heads", [{"header_row": True}, {"header_row": False, "header_column": True}])
def test_a_table_needs_cells_that_head_the_others(heads):
    rows = (((Span("Dag"),), (Span("Tid"),)),)

    assert found(with_body(Table(rows, **heads))) == []
    assert found(with_body(Table(rows, header_row=False))) == [("S18", 0)]


@pytest.mark.parametrize(
    ("details", "rules"),
    [
        (ImageDetails(), []),
        (ImageDetails(persons=Persons.NONE), []),
        (ImageDetails(persons=Persons.IDENTIFIABLE), ["I04"]),
        (ImageDetails(persons=Persons.IDENTIFIABLE, legal_basis=LegalBasis.PUBLIC_TASK), []),
        (ImageDetails(legal_basis=LegalBasis.CONSENT), []),
        (ImageDetails(legal_basis=LegalBasis.CONSENT, consent_until=TODAY), []),
        (ImageDetails(legal_basis=LegalBasis.CONSENT, consent_until=TODAY - timedelta(days=1)), ["I05"]),
        (ImageDetails(legal_basis=LegalBasis.CONSENT_WITHDRAWN), ["I05"]),
        (ImageDetails(legal_basis=LegalBasis.CONTRACT, consent_until=TODAY - timedelta(days=1)), []),
    ],
)
def test_an_image_needs_what_allows_its_use_wherever_it_stands(details, rules):
    figure = Figure(PICTURE, alt="En bro")
    shown = msgspec.structs.replace(with_body(paragraph("Text"), figure), hero=figure)

    findings = blocking(shown, images={PICTURE: details})

    assert [(one.rule, one.place.block) for one in findings] == [
        (rule, at) for rule in rules for at in (None, 1)
    ]
