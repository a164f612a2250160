"""The article read aloud, and what is said where the system has no voice."""

from enum import Enum

import pytest
from PySide6.QtCore import QLocale, QObject, QSettings, Signal
from shiboken6 import delete

from editor_app.domain.article import Article
from editor_app.domain.document import Document, Figure, Heading, Span, Table, paragraph
from ui.preview.phone_preview import PhonePreview
from ui.preview.reading_aloud import ReadingAloud, spoken

ARTICLE = Article(
    "a",
    title="Ny väg",
    lead="Den öppnar i maj.",
    hero=Figure("a" * 64, alt="En grävmaskin", caption="Arbetet pågår"),
    body=Document(
        (
            paragraph("Vägen är lång."),
            Heading(2, (Span("Pris"),)),
            paragraph(""),
            Figure("b" * 64, alt="En linje", decorative=True),
            Table((((Span("Gata"),), (Span("Pris"),)),)),
        )
    ),
)


class Voice(QObject):
    """Speaks as Qt's voices do, without a sound."""

    State = Enum("State", "Ready Speaking Error")
    engines = ("speechd", "mock")
    starts_as = State.Ready
    languages = ("sv_SE", "en_GB")

    stateChanged = Signal(object)  # noqa: N815 - Qt's name

    def __init__(self, parent):
        super().__init__(parent)
        self.locale = None
        self.said = []

    @classmethod
    def availableEngines(cls):
        return cls.engines

    def availableLocales(self):
        return [QLocale(name) for name in self.languages]

    def errorString(self):
        return "no connection"

    def state(self):
        return self.starts_as

    def setLocale(self, locale):
        self.locale = locale

    def say(self, words):
        self.said.append(words)
        self.stateChanged.emit(self.State.Speaking)

    def stop(self):
        self.stateChanged.emit(self.State.Ready)


class Mute(Voice):
    engines = ("mock",)


class Unconnected(Voice):
    starts_as = Voice.State.Error


class English(Voice):
    languages = ("en_GB",)


def lacking():
    raise ImportError("libpulse.so.0: cannot open shared object file: No such file or directory")


@pytest.fixture
def reading(qapp):
    owner = QObject()
    reading = ReadingAloud(lambda: Voice, owner)
    yield reading
    delete(owner)


def test_all_that_has_words_is_spoken_in_the_order_of_the_page():
    assert list(spoken(ARTICLE)) == [
        "Ny väg",
        "Den öppnar i maj.",
        "En grävmaskin",
        "Arbetet pågår",
        "Vägen är lång.",
        "Pris",
        "Gata\tPris",
    ]


def test_it_is_read_in_its_language_until_it_is_stopped(reading):
    told = []
    reading.speaking.connect(told.append)

    reading.read(ARTICLE)
    reading.stop()

    voice = reading.findChild(Voice)
    assert voice.locale.language() == QLocale.Language.Swedish
    assert voice.said == ["\n".join(spoken(ARTICLE))]
    assert told == [True, False]


@pytest.mark.parametrize(
    ("other", "told"), [(ARTICLE, [True]), (Article("b"), [True, False]), (None, [True, False])]
)
def test_another_article_ends_it(reading, other, told):
    heard = []
    reading.speaking.connect(heard.append)
    reading.read(ARTICLE)

    reading.keep_to(other)

    assert heard == told


@pytest.mark.parametrize(
    ("load", "reason"),
    [
        (lacking, "(libpulse.so.0). On Debian or Ubuntu install libpulse0 libspeechd2 "),
        (lambda: Mute, "(a speech engine). On Debian"),
        (lambda: Unconnected, "(no connection). On Debian"),
        (lambda: English, "no voice for the language of the article: Swedish"),
    ],
)
def test_what_is_missing_is_said_plainly(qapp, load, reason):
    owner = QObject()
    reading = ReadingAloud(load, owner)
    told, heard = [], []
    reading.failed.connect(told.append)
    reading.speaking.connect(heard.append)

    reading.read(ARTICLE)
    delete(owner)

    assert reason in told[0]
    assert heard == [False]


@pytest.fixture
def preview(tmp_path, qapp):
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    preview = PhonePreview(lambda _path: None, lambda *_image: None, settings, speech=lambda: Voice)
    yield preview
    delete(preview)


def test_the_menu_of_the_phone_begins_and_ends_it(preview):
    preview.follow(lambda: ARTICLE)
    action = preview.findChild(object, "read_aloud")

    action.trigger()
    is_reading = action.isChecked(), len(preview.findChild(Voice).said)
    action.trigger()

    assert is_reading == (True, 1)
    assert not action.isChecked()


def test_the_menu_says_when_the_voice_has_ended(preview):
    preview.follow(lambda: ARTICLE)
    action = preview.findChild(object, "read_aloud")
    action.trigger()

    preview.findChild(Voice).stateChanged.emit(Voice.State.Ready)

    assert not action.isChecked()


def test_nothing_is_read_while_nothing_is_open(preview):
    action = preview.findChild(object, "read_aloud")

    action.trigger()

    assert not action.isChecked()
