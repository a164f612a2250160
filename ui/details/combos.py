"""Combo boxes over a fixed table that keep a value which is not in it."""

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QWidget

from ui.widgets.wheel import WheelGuard


class TableCombo(QComboBox):
    """Offers the names in a table of values to names; a value that is not there is shown as it is."""

    def __init__(self, names: Mapping[str, str], unset: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = len(names)
        self._unset = unset
        for value, name in names.items():
            self.addItem(name, value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(24)
        WheelGuard(self)

    def value(self) -> str:
        """Return the chosen value."""
        value: str = self.currentData()
        return value

    def show_value(self, value: str) -> None:
        """Show `value`, without telling anybody."""
        while self.count() > self._count:
            self.removeItem(self._count)
        if self.findData(value) < 0:
            self.addItem(value or self._unset, value)
        self.setCurrentIndex(self.findData(value))
