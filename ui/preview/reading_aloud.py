"""An article read aloud by the voice of the system, as somebody hears it who does not see it."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from editor_app.domain.article import Article
from editor_app.domain.document import Figure, plain_text
from editor_app.translation import _
from ui.editor.language_menu import language_words

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

# As Debian and Ubuntu name what speaks on Linux; elsewhere the system has it.
PACKAGES = "libpulse0 libspeechd2 speech-dispatcher-espeak-ng"
# Qt's own for tests, which says nothing.
SILENT = "mock"

_LIBRARY = re.compile(r"\blib[\w.+-]+")


class ReadingAloud(QObject):
    """Speaks with what `load` returns. `speaking` carries whether it does; `failed` a sentence on why not.

    `load` raises ImportError where the system lacks a library.
    """

    speaking = Signal(bool)
    failed = Signal(str)

    def __init__(self, load: "Callable[[], type[QTextToSpeech]]", parent: QObject) -> None:
        super().__init__(parent)
        self._load = load
        self._voice: QTextToSpeech | None = None
        self._article_id = ""

    def read(self, article: Article | None) -> None:
        """Read `article` from its title on, or tell why that cannot be."""
        if article is None:
            self.speaking.emit(False)
            return
        problem = self._problem(article.language)
        if problem or self._voice is None:
            self.speaking.emit(False)
            self.failed.emit(problem)
            return
        self._article_id = article.id
        self._voice.say("\n".join(spoken(article)))

    def stop(self) -> None:
        """Say no more."""
        self._article_id = ""
        if self._voice is not None:
            self._voice.stop()

    def keep_to(self, article: Article | None) -> None:
        """Say no more of another article than `article`."""
        if self._article_id and (article is None or article.id != self._article_id):
            self.stop()

    def _problem(self, language: str) -> str:
        """Get a voice for `language` ready; return why there is none, empty where there is one."""
        try:
            speech = self._load()
        except ImportError as error:
            library = _LIBRARY.search(str(error))
            return _missing_words(str(error) if library is None else library[0])
        if self._voice is None:
            if set(speech.availableEngines()) <= {SILENT}:
                return _missing_words(_("a speech engine"))
            voice = speech(self)
            if voice.state() == speech.State.Error:
                voice.deleteLater()
                return _missing_words(voice.errorString())
            voice.stateChanged.connect(lambda state: self._tell(state == speech.State.Speaking))
            self._voice = voice
        tag = QLocale(language).language()
        locale = next((one for one in self._voice.availableLocales() if one.language() == tag), None)
        if locale is None:
            return _(
                "Nothing can be read aloud. The system has no voice for the language of the article:"
                " {language}"
            ).format(language=language_words(language))
        self._voice.setLocale(locale)
        return ""

    def _tell(self, is_speaking: bool) -> None:
        self.speaking.emit(is_speaking)


def load_speech() -> "type[QTextToSpeech]":
    """Return what speaks; raises ImportError where a library that it takes is missing."""
    from PySide6.QtTextToSpeech import QTextToSpeech

    return QTextToSpeech


def spoken(article: Article) -> Iterator[str]:
    """Yield what is said of `article`, in the order of its page; of an image its alt text and caption."""
    for words in (article.title, article.lead):
        if words.strip():
            yield words
    for block in (article.hero, *article.body.blocks):
        if isinstance(block, Figure):
            texts = ("" if block.decorative else block.alt, block.caption)
            yield from (words for words in texts if words.strip())
        elif block is not None and (words := plain_text(block)).strip():
            yield words


def _missing_words(what: str) -> str:
    return _(
        "Nothing can be read aloud: the system lacks what speaks ({what}). On Debian or Ubuntu install"
        " {packages}, and start Pressklar again."
    ).format(what=what, packages=PACKAGES)
