"""Starts the window: painted first, the archive and the browser engine after that."""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from editor_app.translation import interface_language, use_language
from ui.desk_worker import OpenDesk
from ui.main_window import MainWindow
from ui.settings.preferences import PROGRAM, Preferences, user_settings
from ui.theme.application_look import Scheme, dress, wear

ENGINE_FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"
# Each key leaves a quarter of a megabyte of old layout to collect, and the engine collects when its
# heap has grown by half: without a bound that is put off for as long as somebody writes. In megabytes;
# the page of an article of 100,000 words takes 10.
ENGINE_HEAP = "--js-flags=--max-old-space-size=32"
# How long the checks or the desk may go on in their threads when the window wants to. Python lets it wait
# five times as long, and that each time that Qt asks something of Python.
TURN_SECONDS = 0.001


def start(
    open_desk: OpenDesk,
    archive_path: Path,
    language: str | None,
    *,
    painted: Callable[[], Any] | None = None,
) -> int:
    """Show the window on the archive and return the exit code when it was closed.

    `language` is one of LANGUAGES, None for what the person has set; `painted` is called once the
    window is on the screen.
    """
    application = make_application()
    preferences = Preferences(user_settings())
    windows = Windows(application, preferences, language)
    window = windows.open(open_desk, archive_path)
    if painted is not None:
        window.painted.connect(painted)
    sys.excepthook = windows.tell_of_bug
    try:
        return application.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        windows.close()


def make_application() -> QApplication:
    """Return the application, ready for a browser engine inside it."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium's sandbox does not work for root, and refuses to start without this.
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    bound_engine_heap()
    sys.setswitchinterval(TURN_SECONDS)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    application = QApplication(sys.argv[:1])
    application.setApplicationName(PROGRAM)
    application.setApplicationDisplayName(PROGRAM)
    application.setDesktopFileName(PROGRAM.lower())
    return application


def bound_engine_heap() -> None:
    """Let the browser engine collect what it no longer needs, unless its flags say how already."""
    flags = os.environ.get(ENGINE_FLAGS, "")
    if "--js-flags" not in flags:
        os.environ[ENGINE_FLAGS] = f"{flags} {ENGINE_HEAP}".lstrip()


def _look_for_garbage_again() -> None:
    # What another window left behind is looked for already, and must not be kept.
    if not gc.isenabled():
        _keep_what_is_loaded()
        gc.enable()


def _keep_what_is_loaded() -> None:
    # To search all libraries for garbage would stop the window for 80 ms.
    gc.freeze()


class Windows(QObject):
    """Keeps the one window, and puts another in its place where language or archive change."""

    def __init__(self, application: QApplication, preferences: Preferences, language: str | None) -> None:
        super().__init__(application)
        self._application = application
        self._preferences = preferences
        self._translators: list[QTranslator] = []
        self._window: MainWindow | None = None
        self._speak(language or preferences.spoken_language)
        dress(application, preferences.scheme)
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def window(self) -> MainWindow | None:
        """The window that is open."""
        return self._window

    def open(self, open_desk: OpenDesk, archive_path: Path, article_id: str | None = None) -> MainWindow:
        """Show a window on the archive, with the article open, in the place of the one before."""
        before = self._window
        if before is not None:
            before.keep_place()
        window = MainWindow(open_desk, archive_path, self._preferences, article_id)
        window.settings_changed.connect(self._settings_changed)
        window.archive_asked.connect(self.open)
        for answer in (window.newsroom.opened, window.newsroom.not_opened):
            answer.connect(_look_for_garbage_again)
        window.place.preview.updated.connect(_keep_what_is_loaded, Qt.ConnectionType.SingleShotConnection)
        self._window = window
        window.show()
        if before is not None:
            gc.unfreeze()
            before.dispose()
        return window

    def close(self) -> None:
        """Let the window and its browser engine go while the application still stands."""
        if self._window is not None:
            self._window.dispose()
            self._window = None
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def tell_of_bug(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Say in the window that something failed which should not, and keep what was typed."""
        sys.__excepthook__(kind, error, trace)
        if self._window is not None and not issubclass(kind, KeyboardInterrupt):
            self._window.tell_of_bug(error)

    def _settings_changed(self) -> None:
        wear(self._application, self._preferences.scheme)
        if self._preferences.spoken_language != interface_language() and self._window is not None:
            self._speak(self._preferences.spoken_language)
            self._window.leave_for(self.open)

    def _follow_system(self) -> None:
        if self._preferences.scheme is Scheme.SYSTEM:
            wear(self._application, Scheme.SYSTEM)

    def _speak(self, language: str) -> None:
        """Let our texts, Qt's own and the browser engine's be in `language`."""
        use_language(language)
        QLocale.setDefault(QLocale(language))
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators.clear()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for part in ("qtbase", "qtwebengine"):
            translator = QTranslator(self._application)
            if translator.load(f"{part}_{language}", folder):
                self._application.installTranslator(translator)
                self._translators.append(translator)
