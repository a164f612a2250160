"""What a change of cards would do, to be agreed to before it is done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from editor_app.desk.card_values import CardChange
from editor_app.desk.card_words import ChangeSection, change_sections
from editor_app.translation import _
from ui.theme.spacing import XS, L, M
from ui.widgets.dialogs import closing_buttons, make_wide_enough_for_words
from ui.widgets.fitting_scroll import FittingScroll
from ui.widgets.labels import QuietLabel, WrappingLabel
from ui.widgets.primary_button import PrimaryButton

MOST_TITLES = 12


class ChangeDialog(QDialog):
    """Shows `change` below `what`, a sentence; `agreed` comes with Enter, `dropped` where it is cancelled."""

    agreed = Signal()
    dropped = Signal()

    def __init__(self, what: str, change: CardChange, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What this changes"))
        make_wide_enough_for_words(self)
        form = QWidget()
        inside = QVBoxLayout(form)
        inside.setContentsMargins(0, 0, XS, 0)
        inside.setSpacing(M)
        inside.addWidget(WrappingLabel(what))
        for section in change_sections(change):
            inside.addWidget(_section(section))
        inside.addStretch()
        button = PrimaryButton(act)
        button.setObjectName("agree")
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(FittingScroll(form), 1)
        column.addWidget(closing_buttons(self, button))
        self.accepted.connect(self.agreed)
        self.rejected.connect(self.dropped)
        button.setFocus()


def _section(section: ChangeSection) -> QWidget:
    titles = [f"•  {use.title or _('Untitled')}" for use in section.uses[:MOST_TITLES]]
    more = len(section.uses) - MOST_TITLES
    if more > 0:
        titles.append("   " + _("and {count} more").format(count=more))
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(XS)
    column.addWidget(WrappingLabel(section.sentence))
    if titles:
        column.addWidget(QuietLabel("\n".join(titles)))
    return widget
