"""How many months a page of some kind stays."""

from PySide6.QtWidgets import QSizePolicy, QSpinBox, QWidget

from editor_app.domain.article import Kind
from editor_app.translation import _, ngettext
from ui.widgets.wheel import WheelGuard

MOST_MONTHS = 120


class MonthsField(QSpinBox):
    """A number of months for articles of `kind`; 0 means that their pages stay."""

    def __init__(self, kind: Kind, months: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.setObjectName(f"months_{kind.value}")
        self.setRange(0, MOST_MONTHS)
        self.setSpecialValueText(_("Stays until somebody takes it down"))
        self.valueChanged.connect(self._follow)
        self.setValue(months)
        self._follow(months)
        # As wide as its words: across a whole page the arrows would be far from them.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        WheelGuard(self)

    def _follow(self, months: int) -> None:
        self.setSuffix(ngettext(" month", " months", months))
