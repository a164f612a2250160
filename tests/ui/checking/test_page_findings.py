"""What axe finds in the page, as findings of the article: how bad, where, and on what it rests."""

import pytest

from editor_app.checks.findings import Part, Place, Severity
from editor_app.checks.rule_book import explanation, message, source
from editor_app.domain.article import Article
from editor_app.domain.document import Document, Figure, ListItem, Quote, Span, Table, paragraph
from tests.ui.checking.conftest import WAIT
from tests.ui.checking.test_findings import SHORT, said, show_panel
from ui.checking.page_findings import page_findings
from ui.preview.accessibility import Fault, Looked, Unit

WORDS = "Vägen öppnar"
ARTICLE = Article(
    "a",
    title="Ny väg",
    body=Document(
        (
            paragraph(WORDS),
            Figure("a" * 64),
            ListItem(spans=(Span("Vägen\u00a0öppnar"),)),
            Table((((Span("Gata"),),),)),
            Quote((Span("Bra väg"),)),
            Figure("b" * 64),
        )
    ),
)
NOWHERE = Unit("", "", 0)


def fault(**others):
    usual = {
        "rule": "color-contrast",
        "impact": "serious",
        "help": "Färgen på <title>-element ska synas.",
        "reasons": ("Kontrasten är 2,3", "Den ska vara 4,5."),
        "tags": ("cat.color", "wcag2aa", "wcag143"),
        "target": "#body > p",
        "part": "body",
        "unit": Unit("text", WORDS, 0),
        "words": WORDS,
    }
    return Fault(**(usual | others))


def finding(**others):
    return page_findings(ARTICLE, [fault(**others)])[0]


@pytest.mark.parametrize(
    ("impact", "severity"),
    [
        ("critical", Severity.WARNS),
        ("serious", Severity.WARNS),
        ("moderate", Severity.HINTS),
        ("minor", Severity.HINTS),
    ],
)
def test_the_impact_says_how_bad_it_is_and_nothing_stops_an_approval(impact, severity):
    assert finding(impact=impact).severity is severity


def test_it_is_said_and_explained_in_words_that_are_no_markup():
    found = finding()

    assert message(found) == "Färgen på title-element ska synas"
    assert explanation(found) == "Kontrasten är 2,3. Den ska vara 4,5."


@pytest.mark.parametrize(
    ("tags", "rests_on"),
    [
        (("wcag2aa", "wcag143"), "WCAG 2.2, 1.4.3"),
        (("wcag21aa", "wcag1412", "wcag111"), "WCAG 2.2, 1.4.12, 1.1.1"),
        (("best-practice",), "axe-core"),
    ],
)
def test_its_source_is_the_criterion(tags, rests_on):
    assert source(finding(tags=tags)) == rests_on


@pytest.mark.parametrize(
    ("part", "unit", "place"),
    [
        ("title", NOWHERE, Place(Part.TITLE)),
        ("lead", NOWHERE, Place(Part.LEAD)),
        ("hero", NOWHERE, Place(Part.HERO)),
        ("", NOWHERE, Place(Part.DETAILS)),
        ("body", Unit("text", WORDS, 0), Place(Part.BODY, 0)),
        ("body", Unit("text", WORDS, 1), Place(Part.BODY, 2)),
        ("body", Unit("text", WORDS, 2), Place(Part.BODY)),
        ("body", Unit("text", "– Bra väg", 0), Place(Part.BODY, 4)),
        ("body", Unit("figure", "", 1), Place(Part.BODY, 5)),
        ("body", Unit("table", "Gata", 0), Place(Part.BODY, 3)),
    ],
)
def test_it_is_placed_where_the_page_shows_the_article(part, unit, place):
    assert finding(part=part, unit=unit).place == place


def test_what_a_rule_of_ours_tells_of_the_article_is_not_told_twice():
    faults = [fault(rule="image-alt"), fault(rule="image-alt", part="", unit=NOWHERE)]

    assert [found.place.part for found in page_findings(ARTICLE, faults)] == [Part.DETAILS]


def listed(window):
    return [one for one in window.article.checking.findings if one.rule == "axe color-contrast"]


def take(window, *faults, was_asked=False):
    article = window.article.editing.article()
    window.place.preview.accessibility.found.emit(Looked(article, faults, was_asked))


def test_it_is_listed_with_the_others_the_worst_first_and_marked(open_window):
    window = open_window(SHORT, WORDS, title="")

    take(window, fault(part="body", words=WORDS), fault(impact="minor", part="", unit=NOWHERE, words=""))

    checking = window.article.checking
    rows = [row for row in show_panel(window).rows() if row.finding in listed(window)]
    severities = [one.severity for one in checking.findings]
    assert severities == sorted(severities, key=list(Severity).index)
    assert [row.passage for row in rows] == [f"“{WORDS}”", "The page as it is shown"]
    assert [checking.marks.place_of(one) is not None for one in listed(window)] == [True, False]


def test_who_asked_sees_the_first_of_them(open_window):
    window = open_window(SHORT, WORDS)

    take(window, fault(), was_asked=True)

    panel = window.place.findings
    assert panel.current() == listed(window)[0]
    assert said(panel, "source") == "Source: WCAG 2.2, 1.4.3"


def test_who_asked_is_told_that_there_are_none(open_window):
    window = open_window(SHORT)

    take(window, was_asked=True)

    assert window.place.messages.texts() == ("No accessibility fault was found in the page",)


def test_a_page_that_could_not_be_looked_at_is_told_of(open_window):
    window = open_window(SHORT)

    window.place.preview.accessibility.failed.emit()

    assert window.place.messages.texts()[0].startswith("The page could not be looked at.")


def test_turning_to_it_selects_its_words(qtbot, open_window):
    window = open_window(SHORT, WORDS)
    take(window, fault())

    window.article.checking.visit(listed(window)[0])

    assert window.place.editor.body.textCursor().selectedText() == WORDS
    assert window.place.is_panel_shown("preview")


def test_it_is_dismissed_and_brought_back_as_any_other(qtbot, open_window):
    window = open_window(SHORT, WORDS)
    take(window, fault())
    checking, panel = window.article.checking, show_panel(window)
    checking._dismissing._dismiss(checking._page.article, listed(window)[0], "Pale", "Så ska det vara.")
    qtbot.waitUntil(lambda: not listed(window), timeout=WAIT)

    panel.dismissed.fold.click()
    qtbot.waitUntil(panel.dismissed.isVisible, timeout=WAIT)
    panel.dismissed.findChild(object, "bring_back").click()

    qtbot.waitUntil(lambda: len(listed(window)) == 1, timeout=WAIT)


def test_a_page_that_was_left_meanwhile_is_not_told_of(open_window):
    window = open_window(SHORT)

    window.place.preview.accessibility.found.emit(Looked(ARTICLE, (fault(),), False))

    assert listed(window) == []
