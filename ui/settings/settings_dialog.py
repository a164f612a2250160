"""The settings: you, the interface and the rules of the newsroom."""

from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QVBoxLayout, QWidget

from editor_app.domain.policy import Policy
from editor_app.domain.words import KIND_WORDS
from editor_app.translation import _
from ui.archive_words import ArchiveWords
from ui.settings.approval_page import ApprovalPage
from ui.settings.months_field import MonthsField
from ui.settings.pages import Pages
from ui.settings.preferences import SYSTEM, Preferences
from ui.settings.retention_page import RetentionPage
from ui.settings.word_list import WordList
from ui.settings.words_page import WordsPage
from ui.theme.application_look import Scheme
from ui.theme.spacing import XL, L
from ui.widgets.dialogs import closing_buttons
from ui.widgets.form_field import FormField, named_line
from ui.widgets.labels import QuietLabel, SectionHeading
from ui.widgets.primary_button import PrimaryButton

# In letters and lines, so that large text has room; in pixels, what the smallest screens have.
LETTERS, LINES = 88, 28
MOST = QSize(1240, 660)


class SettingsDialog(QDialog):
    """Shows what is set; `save_to` and `policy` give what was chosen once the dialog was accepted."""

    def __init__(
        self,
        preferences: Preferences,
        words: ArchiveWords | None = None,
        parent: QWidget | None = None,
        *,
        policy: Policy | None = None,
        approval: ApprovalPage | None = None,
        own_words: WordsPage | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Settings"))
        metrics = self.fontMetrics()
        wanted = QSize(LETTERS * metrics.averageCharWidth(), LINES * metrics.lineSpacing())
        self.resize(wanted.boundedTo(MOST).boundedTo(self.screen().availableSize()))
        self._name = named_line("name", preferences.name)
        self._language = _choice(
            "language",
            {SYSTEM: _("Follow the system"), "sv": "Svenska", "en": "English"},
            preferences.language,
        )
        self._scheme = _choice(
            "scheme",
            {
                Scheme.SYSTEM: _("Follow the system"),
                Scheme.LIGHT: _("Light"),
                Scheme.DARK: _("Dark"),
            },
            preferences.scheme,
        )
        self._corrections = QCheckBox(_("Correct quotation marks and dashes while typing"))
        self._corrections.setObjectName("corrections")
        self._corrections.setChecked(preferences.corrects_typing)
        self._writing: list[QWidget] = [self._corrections]
        if words is not None:
            self._writing.append(FormField(_("Words added to the dictionary"), WordList(words)))
        self._policy = policy or Policy()
        self._stays = [MonthsField(kind, self._policy.take_down_months.get(kind, 0)) for kind in KIND_WORDS]
        self._approval = approval
        self._own_words = own_words
        self._quotes = QCheckBox(_("Every quote must be approved by its speaker"))
        self._quotes.setObjectName("quotes_must_be_approved")
        self._quotes.setChecked(self._policy.quotes_must_be_approved)
        self._retention = RetentionPage(self._policy.retention)
        self._lay_out()

    def save_to(self, preferences: Preferences) -> None:
        """Keep what was chosen about the person and the interface."""
        preferences.name = self._name.text()
        preferences.language = self._language.currentData()
        preferences.scheme = Scheme(self._scheme.currentData())
        preferences.corrects_typing = self._corrections.isChecked()

    def policy(self) -> Policy:
        """Return the rules of the newsroom as they were filled in."""
        months = {field.kind: field.value() for field in self._stays if field.value()}
        rules = self._policy if self._approval is None else self._approval.policy()
        folder = rules.words_folder if self._own_words is None else self._own_words.folder()
        return replace(
            rules,
            take_down_months=months,
            quotes_must_be_approved=self._quotes.isChecked(),
            retention=self._retention.rules(),
            words_folder=folder,
        )

    def accept(self) -> None:
        problems = self._problems()
        for field in self._fields.values():
            field.show_problem(problems.get(field.control.objectName(), ""))
        if not problems:
            super().accept()
            return
        first = next(field for name, field in self._fields.items() if name in problems)
        self._pages.go_to(first.control)

    def _problems(self) -> dict[str, str]:
        """Return what is wrong, by the object name of the field."""
        if self._name.text().strip():
            return {}
        return {"name": _("Write your name: it says who edited and approved.")}

    def _lay_out(self) -> None:
        fields = [
            FormField(_("Your name"), self._name, _("Shown beside what you edit, submit and approve.")),
            FormField(_("Language of the interface"), self._language),
            FormField(_("Colours"), self._scheme),
        ]
        self._fields = {field.control.objectName(): field for field in fields}
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(L)
        self._pages = Pages(_("Settings"))
        self._pages.add(_("You"), _("You and the window"), fields)
        self._pages.add(_("Writing"), _("Writing"), self._writing)
        if self._own_words is not None:
            self._pages.add(_("Checks"), _("Words of your own"), [self._own_words])
        if self._approval is not None:
            self._pages.add(_("Approval"), _("Approval"), [self._approval])
        self._pages.add(_("Publishing"), _("When pages are taken down"), self._publishing())
        self._pages.add(_("Retention"), _("Preservation and disposal"), [self._retention])
        column.addWidget(self._pages, 1)
        column.addWidget(closing_buttons(self, PrimaryButton(_("Save"))))

    def _publishing(self) -> list[QWidget]:
        about = _(
            "So long after it appears, where the article says nothing else. It is filled in when "
            "the article is submitted; what has been submitted stays as it is."
        )
        fields = [FormField(_(KIND_WORDS[field.kind]), field) for field in self._stays]
        quotes = _("Until then, the article can be neither submitted nor approved.")
        return [QuietLabel(about), *fields, SectionHeading(_("Quotes")), self._quotes, QuietLabel(quotes)]


def _choice(name: str, options: dict[str, str], chosen: str) -> QComboBox:
    choice = QComboBox()
    choice.setObjectName(name)
    for value, words in options.items():
        choice.addItem(words, str(value))
    choice.setCurrentIndex(choice.findData(str(chosen)))
    return choice
