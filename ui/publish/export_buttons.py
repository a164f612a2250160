"""What can be pressed below an export: what the folder offers, then what begins, stops and ends."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor_app.translation import _
from ui.theme.spacing import S
from ui.widgets.plain_button import plain_button
from ui.widgets.primary_button import PrimaryButton


class ExportButtons(QWidget):
    """Two rows of buttons; only what can be done now can be pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open_page = plain_button(_("Open the page"), "open", "external-link")
        self.publish = plain_button(_("Publish…"), "publish", "cloud-upload")
        self.check = plain_button(_("Check the folder"), "check", "search")
        self.back = plain_button(_("Undo the last export…"), "roll_back", "arrow-back-up")
        self.stop = plain_button(_("Stop this"), "stop")
        self.close_button = plain_button(_("Close"), "close")
        self.main = PrimaryButton(_("Show what changes"))
        self.main.setObjectName("export")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        of_folder, ending = QHBoxLayout(), QHBoxLayout()
        ending.addStretch()
        for row, buttons in (
            (of_folder, (self.open_page, self.publish, self.check, self.back)),
            (ending, (self.stop, self.main, self.close_button)),
        ):
            row.setSpacing(S)
            for button in buttons:
                row.addWidget(button)
            column.addLayout(row)
        of_folder.addStretch()

    def show_state(
        self, *, can_act: bool, is_planned: bool, is_running: bool, is_exporting: bool, is_there: bool
    ) -> None:
        """Offer what can be done: `is_there` says whether there is a website in the folder."""
        self.main.setText(_("Export") if is_planned or is_exporting else _("Show what changes"))
        self.main.setEnabled(can_act and not is_running)
        self.stop.setVisible(is_running)
        self.stop.setEnabled(is_running)
        self.close_button.setEnabled(True)
        for button in (self.open_page, self.publish, self.check, self.back):
            button.setVisible(is_there)
            button.setEnabled(not is_running)

    def let_finish(self) -> None:
        """Offer nothing that would end what is under way."""
        self.stop.setEnabled(False)
        self.close_button.setEnabled(False)

    def focus_first(self, *, is_exported: bool) -> None:
        """Let Enter open the page that `is_exported`, or begin the export."""
        first = self.open_page if is_exported and not self.open_page.isHidden() else self.main
        self.open_page.setAutoDefault(first is self.open_page)
        first.setFocus()
