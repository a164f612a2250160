"""One field of a hand-over: its name, how it begins, and the buttons that copy it."""

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor_app.translation import _
from ui.publish.handover_fields import CopyField
from ui.theme.icons import icon
from ui.theme.spacing import XS, S
from ui.widgets.announce import announce
from ui.widgets.labels import QuietLabel, WrappingLabel
from ui.widgets.tone import Tone, ToneIcon

LONGEST_PREVIEW = 180


class FieldRow(QWidget):
    """Copies `field`, and shows a tick from then on; `copied` comes after that."""

    copied = Signal()

    def __init__(self, field: CopyField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.tick = ToneIcon(Tone.SUCCESS)
        self.tick.setAccessibleName(_("Copied"))
        self.tick.setToolTip(_("Copied"))
        policy = self.tick.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.tick.setSizePolicy(policy)
        self.tick.hide()
        self.button = self._button(_("Copy"), "copy", field.copy)
        self.button.setIcon(icon("copy"))
        self.source_button = self._button(_("Copy HTML"), "copy_source", field.copy_source)
        self.source_button.setToolTip(_("For the source view of the other system"))
        self.source_button.setVisible(bool(field.html))
        self._lay_out()

    @property
    def is_copied(self) -> bool:
        """Tell whether the tick is there."""
        return not self.tick.isHidden()

    def _button(self, words: str, name: str, copy: Callable[[], Any]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAccessibleName(f"{words}: {self.field.label}")
        button.clicked.connect(lambda: self._copy(copy))
        return button

    def _copy(self, copy: Callable[[], Any]) -> None:
        copy()
        self.tick.show()
        announce(self, _("{field} is copied.").format(field=self.field.label))
        self.copied.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.tick)
        head.addWidget(QuietLabel(self.field.label), 1)
        head.addWidget(self.source_button)
        head.addWidget(self.button)
        words = WrappingLabel(_beginning(self.field.text))
        words.setContentsMargins(self.tick.sizeHint().width() + S, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, S)
        column.setSpacing(XS)
        column.addLayout(head)
        column.addWidget(words)


def _beginning(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.splitlines()]
    line = re.sub(r"(?<![.?!:]) {2}", " · ", "  ".join(filter(None, lines))).replace("  ", " ")
    return line if len(line) <= LONGEST_PREVIEW else line[:LONGEST_PREVIEW].rsplit(" ", 1)[0] + " …"
