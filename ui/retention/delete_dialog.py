"""The question before an article that was never published goes for good."""

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from editor_app.desk.values import Deletion
from editor_app.translation import _, ngettext
from ui.theme.spacing import XL, L, M
from ui.widgets.form_field import FormField, named_line
from ui.widgets.labels import QuietLabel, SectionHeading, WrappingLabel
from ui.widgets.plain_button import plain_button

WIDTH = 460


class DeleteDialog(QDialog):
    """Says what goes; `reason` and `with_images` give what was chosen once the dialog was accepted."""

    def __init__(self, gone: Deletion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Delete the article"))
        self.setMinimumWidth(WIDTH)
        self._reason = named_line("reason")
        count = len(gone.own_images)
        self._with_images = QCheckBox(
            ngettext(
                "Also remove the {count} image that nothing else shows",
                "Also remove the {count} images that nothing else shows",
                count,
            ).format(count=count)
        )
        self._with_images.setObjectName("with_images")
        self._with_images.setVisible(count > 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(M)
        column.addWidget(SectionHeading(_("Delete “{title}”?").format(title=gone.title or _("Untitled"))))
        column.addWidget(WrappingLabel(_what_goes(gone)))
        column.addWidget(FormField(_("Reason"), self._reason, _("Not required. It is kept in the log.")))
        column.addWidget(self._with_images)
        column.addWidget(
            QuietLabel(
                _("The log keeps who deleted it and what it was called. The words cannot be brought back.")
            )
        )
        column.addStretch()
        column.addWidget(self._buttons())

    def reason(self) -> str:
        """Return why, empty where nothing was said."""
        return self._reason.text()

    def with_images(self) -> bool:
        """Tell whether the images that nothing else shows go too."""
        return self._with_images.isChecked()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        delete = plain_button(_("Delete the article"), "delete")
        keep = QPushButton(_("Keep the article"))
        keep.setObjectName("keep")
        # Enter must not throw anything away.
        keep.setDefault(True)
        buttons.addButton(delete, QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.addButton(keep, QDialogButtonBox.ButtonRole.RejectRole)
        delete.clicked.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _what_goes(gone: Deletion) -> str:
    parts = []
    if gone.versions:
        parts.append(
            ngettext("{count} version", "{count} versions", gone.versions).format(count=gone.versions)
        )
    if gone.comments:
        parts.append(
            ngettext("{count} comment", "{count} comments", gone.comments).format(count=gone.comments)
        )
    if not parts:
        return _("It was never published, and nothing else lies under its name.")
    return _("It was never published. With it go: {parts}.").format(parts=", ".join(parts))
