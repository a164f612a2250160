"""The website: who publishes it, how it looks, and what it says on every page."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from editor_app.domain.errors import EditorAppError
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.site_settings import SiteSettings
from editor_app.translation import _
from ui.desk_worker import Failed
from ui.pickers.image_source import ImageSource
from ui.pickers.related_picker import RelatedSource
from ui.settings.pages import Pages
from ui.site.content_page import ContentPage, FrontPage
from ui.site.look_page import LookPage
from ui.site.notices_page import NoticesPage
from ui.site.profile_page import ProfilePage
from ui.site.statement_page import StatementPage
from ui.theme.spacing import XL, L
from ui.widgets.alive import while_alive
from ui.widgets.dialogs import ask_to_discard, closing_buttons
from ui.widgets.explained import explained
from ui.widgets.form_field import Problem
from ui.widgets.primary_button import PrimaryButton

# In letters and lines, so that large text has room; in pixels, what the smallest screens have.
LETTERS, LINES = 96, 32
MOST = QSize(1240, 680)
SaveSite = Callable[[SiteProfile, SiteSettings, SiteSettings, Callable[[], Any], Failed], Any]


class SiteDialog(QDialog):
    """Shows what is set, and closes once `save` has stored what was chosen; `stored` comes if that changed.

    `save` gets the municipality, the settings and those that were shown, and what to call then.
    """

    stored = Signal()

    def __init__(
        self,
        profile: SiteProfile,
        settings: SiteSettings,
        images: ImageSource,
        articles: RelatedSource,
        save: SaveSite,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("The website"))
        metrics = self.fontMetrics()
        wanted = QSize(LETTERS * metrics.averageCharWidth(), LINES * metrics.lineSpacing())
        self.resize(wanted.boundedTo(MOST).boundedTo(self.screen().availableSize()))
        self._before = settings
        self._save = save
        self._save_button = PrimaryButton(_("Save"))
        self._problem = Problem()
        self.notices = NoticesPage(settings.notices)
        self._profile = ProfilePage(profile)
        self._look = LookPage(settings.appearance, images)
        self._front = FrontPage(settings, articles)
        self._content = ContentPage(settings)
        self._statement = StatementPage(settings.statement)
        self._lay_out()
        # In texts of several lines, Enter alone begins another.
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        self._opened = (self.profile(), self.settings())

    def profile(self) -> SiteProfile:
        """Return the municipality as it was filled in."""
        return self._profile.profile()

    def settings(self) -> SiteSettings:
        """Return the settings as they were filled in."""
        return replace(
            self._before,
            appearance=self._look.look(),
            notices=self.notices.notices(),
            pinned_ids=self._front.pinned.chosen(),
            has_contact_pages=self._content.contact_pages.isChecked(),
            has_ninjs=self._content.ninjs.isChecked(),
            about=self._content.about.text(),
            statement=self._statement.statement(),
            templates=self._content.templates.text().strip(),
        )

    def begin_notice(self) -> None:
        """Go to a new notice, its text to be written."""
        self.notices.add()
        self._pages.go_to(self.notices.form.text)

    def accept(self) -> None:
        """Close with what was filled in, unless something is wrong with it, which is shown."""
        pages = (self.notices, self._profile, self._look)
        wrong = next((field for page in pages if (field := page.show_problems()) is not None), None)
        if wrong is not None:
            self._pages.go_to(wrong)
        elif (self.profile(), self.settings()) == self._opened:
            super().accept()
        else:
            self._problem.show_sentence("")
            self._save_button.setEnabled(False)
            done, failed = while_alive(self, self._close), while_alive(self, self._stay)
            self._save(self.profile(), self.settings(), self._before, done, failed)

    def reject(self) -> None:
        """Close without a change; where something was written, ask first."""
        if (self.profile(), self.settings()) == self._opened:
            super().reject()
        else:
            ask_to_discard(self, _("Throw away what you changed?"), _("Go on"))

    def _close(self) -> None:
        self.stored.emit()
        super().accept()

    def _stay(self, error: EditorAppError) -> None:
        """Keep what was written on the screen, and say why it is not stored."""
        self._save_button.setEnabled(True)
        self._problem.show_sentence(explained(error))

    def _lay_out(self) -> None:
        self._pages = Pages(_("The website"))
        for name, heading, page in (
            (_("Notices"), _("Notices on every page"), self.notices),
            (_("The municipality"), _("The municipality, on every page"), self._profile),
            (_("Appearance"), _("Appearance"), self._look),
            (_("Front page"), _("Pinned to the front page"), self._front),
            (_("Pages"), _("Other pages"), self._content),
            (_("Accessibility"), _("Accessibility statement"), self._statement),
        ):
            self._pages.add(name, heading, [page])
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(L)
        column.addWidget(self._pages, 1)
        column.addWidget(self._problem)
        column.addWidget(closing_buttons(self, self._save_button))
