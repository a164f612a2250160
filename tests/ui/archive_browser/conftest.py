"""A list on an archive that answers at once."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QSettings

from editor_app.domain.query_parser import parse_query
from editor_app.domain.snippets import Snippet
from ui.archive_browser.filter_choices import FilterChoices
from ui.archive_browser.finding import ArticleSource, Finding, TextSource
from ui.archive_browser.saved_filters import SavedFilters
from ui.widgets.folding import matches

TODAY = date(2026, 3, 5)


class Archive:
    """Answers as the desk does after a while: to words by the title, to filters by the state."""

    def __init__(self):
        self.summaries = ()
        self.questions = []
        self.searches = []
        self.texts = {}
        self.sorts = []

    def ids(self, text, sort, done, _failed):
        self.questions.append(text)
        self.sorts.append(sort)
        query = parse_query(text)
        words = " ".join(term.text for term in query.terms)
        done(
            [
                one.id
                for one in self.summaries
                if matches(words, one.title) and (not query.states or one.state in query.states)
            ]
        )

    def whole(self, text, _sort, done, _failed):
        self.searches.append(text)
        done([one.id for one in self.summaries if text in self.texts.get(one.id, "")])

    def snippets(self, text, ids, done, _failed):
        places = {id_: self.texts[id_].index(text) for id_ in ids if text in self.texts.get(id_, "")}
        done({id_: Snippet(self.texts[id_], ((at, at + len(text)),)) for id_, at in places.items()})

    def rows(self, ids, done, _failed):
        done([one for one in self.summaries if one.id in ids])


@pytest.fixture
def archive():
    return Archive()


@pytest.fixture
def finding(qtbot, archive):
    finding = Finding(ArticleSource(archive.ids, archive.rows), TextSource(archive.whole, archive.snippets))
    yield finding
    finding.deleteLater()


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def choices(settings):
    names = {"categories": ("Barn och utbildning", "Miljö"), "contacts": ("Åsa Ek",), "persons": ("Bo Lind",)}
    return FilterChoices(SavedFilters(settings), lambda: names, lambda: TODAY)


@pytest.fixture
def show(qtbot, archive, finding):
    """Let the archive hold some articles, and the list know it."""

    def now(summaries):
        archive.summaries = summaries
        finding.refresh()
        QCoreApplication.processEvents()

    return now
