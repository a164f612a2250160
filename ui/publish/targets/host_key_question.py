"""The question whether a server is the one that it says it is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from editor_app.translation import _
from ui.widgets.dialogs import show_dialog

if TYPE_CHECKING:
    from editor_app.desk.publish_job import HostKeyUnknown


def ask_to_trust(error: "HostKeyUnknown", accept: Callable[[], Any], parent: QWidget) -> QMessageBox:
    """Show the fingerprint of the server's key, and do `accept` where somebody says that it is right."""
    accepted = getattr(error, "accepted", "")
    box = QMessageBox(parent)
    box.setObjectName("host_key")
    box.setWindowTitle(_("The key of the server"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    if accepted:
        box.setIcon(QMessageBox.Icon.Critical)
        box.setText(_("The server has another key than before"))
        words = _(
            "Somebody may be pretending to be {where}. Nothing was sent, not even the password.\n\n"
            "The key was:\n{accepted}\n\nNow it is:\n{fingerprint}\n\n"
            "Accept it only if whoever runs the server says that the key was changed to this one."
        ).format(where=error.where, accepted=accepted, fingerprint=error.fingerprint)
    else:
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(_("Is this the right server?"))
        words = _(
            "{where} has not been published to before. Its key is:\n\n{fingerprint}\n\n"
            "Compare it with what whoever runs the server says. Accept it only if the two are the same."
        ).format(where=error.where, fingerprint=error.fingerprint)
    box.setInformativeText(words)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    refuse = box.addButton(_("Do not connect"), QMessageBox.ButtonRole.RejectRole)
    trust = box.addButton(_("Accept the key"), QMessageBox.ButtonRole.AcceptRole)
    trust.setObjectName("accept_key")
    # Enter alone accepts nothing.
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    trust.clicked.connect(accept)
    show_dialog(box)
    return box
