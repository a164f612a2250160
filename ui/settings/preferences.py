"""What one person has set, kept in an ini file in their own folder."""

import getpass
import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings

from editor_app.translation import LANGUAGES, system_language
from ui.theme.application_look import Scheme

SYSTEM = "system"
PROGRAM = "Pressklar"

NAME, LANGUAGE, SCHEME, CORRECTIONS, SPELLING, EXPORT_FOLDER = (
    "person/name",
    "interface/language",
    "interface/scheme",
    "editor/correct_typing",
    "editor/check_spelling",
    "export/folder",
)


def user_settings() -> QSettings:
    """Return the settings of the person who is logged in."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, PROGRAM, PROGRAM)


def system_name() -> str:
    """Return the full name that the system has for the person, else the login name."""
    if sys.platform != "win32":
        # Windows has no such module.
        import pwd

        try:
            full_name = pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0].strip()
        except KeyError:
            # A container may run as a number that no account belongs to.
            return ""
        if full_name:
            return full_name
    return getpass.getuser()


class Preferences:
    """Reads and writes what one person has set; `settings` also keeps sizes and places of the window."""

    def __init__(self, settings: QSettings) -> None:
        self.settings = settings

    @property
    def name(self) -> str:
        """Who edits, submits and approves: a name, never empty once it was set."""
        return str(self.settings.value(NAME, "")) or system_name()

    @name.setter
    def name(self, name: str) -> None:
        self.settings.setValue(NAME, " ".join(name.split()))

    @property
    def language(self) -> str:
        """SYSTEM or one of LANGUAGES."""
        kept = str(self.settings.value(LANGUAGE, SYSTEM))
        return kept if kept in LANGUAGES else SYSTEM

    @language.setter
    def language(self, language: str) -> None:
        self.settings.setValue(LANGUAGE, language)

    @property
    def spoken_language(self) -> str:
        """The one of LANGUAGES that the interface speaks."""
        return system_language() if self.language == SYSTEM else self.language

    @property
    def scheme(self) -> Scheme:
        kept = str(self.settings.value(SCHEME, Scheme.SYSTEM))
        return Scheme(kept) if kept in set(Scheme) else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self.settings.setValue(SCHEME, scheme.value)

    @property
    def corrects_typing(self) -> bool:
        """Whether quotation marks and dashes are put right while they are typed."""
        return str(self.settings.value(CORRECTIONS, 1)) != "0"

    @corrects_typing.setter
    def corrects_typing(self, corrects: bool) -> None:
        self.settings.setValue(CORRECTIONS, int(corrects))

    @property
    def checks_spelling(self) -> bool:
        """Whether misspelled words are underlined."""
        return str(self.settings.value(SPELLING, 1)) != "0"

    @checks_spelling.setter
    def checks_spelling(self, checks: bool) -> None:
        self.settings.setValue(SPELLING, int(checks))

    @property
    def export_folder(self) -> Path | None:
        """Where the site was exported last, None before the first time."""
        kept = str(self.settings.value(EXPORT_FOLDER, ""))
        return Path(kept) if kept else None

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self.settings.setValue(EXPORT_FOLDER, str(folder))
