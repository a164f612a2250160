"""How long what was published of some kind is kept."""

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QVBoxLayout, QWidget

from editor_app.domain.article import Kind
from editor_app.domain.retention import KEPT_FOR_EVER, CountedFrom, RetentionRule
from editor_app.domain.words import KIND_WORDS
from editor_app.translation import N_, _, ngettext
from ui.theme.spacing import M
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form_field import FormField
from ui.widgets.labels import QuietLabel
from ui.widgets.wheel import WheelGuard

MOST_YEARS = 100
_COUNTED_FROM: Mapping[CountedFrom, str] = {
    CountedFrom.LEFT_SITE: N_("after it left the website"),
    CountedFrom.LAST_PUBLICATION: N_("after it was last published"),
}


class RetentionField(QWidget):
    """A number of years for articles of `kind`, 0 for ever, and whether they are to be preserved first."""

    def __init__(self, kind: Kind, rule: RetentionRule, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.years = QSpinBox()
        self.years.setObjectName(f"years_{kind.value}")
        self.years.setAccessibleName(name)
        self.years.setRange(0, MOST_YEARS)
        self.years.setSpecialValueText(_("Kept for ever"))
        WheelGuard(self.years)
        self.preserved_first = QCheckBox(_("Preserved first"))
        self.preserved_first.setObjectName(f"preserved_first_{kind.value}")
        self.preserved_first.setChecked(rule.preserved_first)
        self.counted_from = QComboBox()
        self.counted_from.setObjectName(f"counted_from_{kind.value}")
        self.counted_from.setAccessibleName(_("{kind}, counted from").format(kind=name))
        for value, words in _COUNTED_FROM.items():
            self.counted_from.addItem(_(words), value.value)
        self.counted_from.setCurrentIndex(self.counted_from.findData(rule.counted_from.value))
        WheelGuard(self.counted_from)
        row = FlowLayout(self)
        row.setSpacing(M)
        row.addWidget(self.years)
        row.addWidget(self.counted_from)
        row.addWidget(self.preserved_first)
        self.setFocusProxy(self.years)
        self.years.valueChanged.connect(self._follow)
        self.years.setValue(rule.years or 0)
        self._follow(self.years.value())

    def rule(self) -> RetentionRule:
        """Return what was chosen."""
        if not self.years.value():
            return KEPT_FOR_EVER
        counted_from = CountedFrom(self.counted_from.currentData())
        return RetentionRule(self.years.value(), self.preserved_first.isChecked(), counted_from)

    def _follow(self, years: int) -> None:
        self.years.setSuffix(ngettext(" year", " years", years))
        self.preserved_first.setVisible(years > 0)
        self.counted_from.setVisible(years > 0)


class RetentionPage(QWidget):
    """Lets the rule for each kind be chosen; `rules` gives those that let anything go."""

    def __init__(self, rules: Mapping[Kind, RetentionRule], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = [
            RetentionField(kind, rules.get(kind, KEPT_FOR_EVER), _(words))
            for kind, words in KIND_WORDS.items()
        ]
        about = _(
            "What was published is an official document. It is kept for ever, unless you let it go after so "
            "many years, and never while it is on the website. Your municipality's plan for its documents "
            "decides. Nothing goes by itself: File, Disposal shows what is due."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(QuietLabel(about))
        for field in self._fields:
            column.addWidget(FormField(_(KIND_WORDS[field.kind]), field))

    def rules(self) -> dict[Kind, RetentionRule]:
        """Return what was chosen, without the kinds that are kept for ever."""
        chosen = {field.kind: field.rule() for field in self._fields}
        return {kind: rule for kind, rule in chosen.items() if rule.years is not None}
