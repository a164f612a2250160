"""The image to be cropped, with the choices that go with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from editor_app.domain.document import Crop, Focus
from editor_app.translation import N_, _
from ui.pickers.crop_view import CropView
from ui.pickers.image_source import Picture
from ui.theme.spacing import S
from ui.widgets.labels import QuietLabel
from ui.widgets.plain_button import plain_button
from ui.widgets.wheel import WheelGuard

ORIGINAL, FREE = "original", "free"
RATIOS = {"16:9": 16 / 9, "3:2": 3 / 2, "4:3": 4 / 3, "1:1": 1.0}
_CHOICES = {ORIGINAL: N_("Whole image"), **{name: name for name in RATIOS}, FREE: N_("Free")}
# A crop of whole pixels is of a ratio when it is this near to it.
_NEAR = 0.01


class CropTools(QWidget):
    """A CropView with the ratio, the focal point and the way back below it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = CropView()
        self._ratio = QComboBox()
        self._ratio.setObjectName("ratio")
        self._ratio.setAccessibleName(_("Shape of the image"))
        for name, words in _CHOICES.items():
            self._ratio.addItem(words if name in RATIOS else _(words), name)
        WheelGuard(self._ratio)
        self._focal = plain_button(_("Focal point"), "focal_point")
        self._focal.setCheckable(True)
        self._reset = plain_button(_("Show all of it"), "reset_crop")
        self._help = QuietLabel()
        self._lay_out()
        self._ratio.activated.connect(self._choose_ratio)
        self._focal.toggled.connect(self._follow_tool)
        self._reset.clicked.connect(self._show_all)
        self.view.changed.connect(self._follow_crop)
        self.view.changed.connect(self.changed)
        self._follow_tool(is_focal=False)
        self.clear(_("No image is chosen yet"))

    def clear(self, words: str) -> None:
        """Show `words` instead of a picture."""
        self.view.clear(words)
        self._focal.setChecked(False)
        self._follow_crop()

    def show_picture(self, picture: Picture, crop: Crop | None, focus: Focus | None) -> None:
        """Show `picture` with its crop and focus, without telling anybody."""
        name = _ratio_of(crop)
        self.view.show_picture(picture, crop, focus)
        self.view.hold_ratio(RATIOS.get(name))
        self._ratio.setCurrentIndex(self._ratio.findData(name))
        self._follow_crop()

    def _lay_out(self) -> None:
        tools = QGridLayout()
        tools.setSpacing(S)
        tools.addWidget(self._ratio, 0, 0)
        tools.addWidget(self._focal, 0, 1)
        tools.addWidget(self._reset, 0, 2)
        tools.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.view, 1)
        column.addLayout(tools)
        column.addWidget(self._help)

    def _choose_ratio(self) -> None:
        name = self._ratio.currentData()
        if name == ORIGINAL:
            self.view.show_all()
        else:
            self.view.take_ratio(RATIOS.get(name))
        self._focal.setChecked(False)

    def _follow_tool(self, is_focal: bool) -> None:
        self.view.sets_focus = is_focal
        self._help.setText(
            _("Click what must stay in sight where less of the image is shown, or use the arrow keys.")
            if is_focal
            else _(
                "Drag the frame or its corners. Arrow keys move it, with Shift they change its size, "
                "with Ctrl pixel by pixel."
            )
        )
        self.view.update()

    def _follow_crop(self) -> None:
        has_picture = self.view.has_picture()
        self._help.setVisible(has_picture)
        for control in (self._ratio, self._focal):
            control.setEnabled(has_picture)
        is_whole = self.view.crop() is None
        self._reset.setEnabled(has_picture and not (is_whole and self.view.focus_point() is None))
        chosen = self._ratio.currentData()
        if not has_picture:
            self._ratio.setCurrentIndex(self._ratio.findData(ORIGINAL))
        elif not is_whole and chosen == ORIGINAL:
            self._ratio.setCurrentIndex(self._ratio.findData(FREE))

    def _show_all(self) -> None:
        self._ratio.setCurrentIndex(self._ratio.findData(ORIGINAL))
        self.view.show_all()
        self.view.set_focus_point(None)
        self._focal.setChecked(False)
        self.view.setFocus()


def _ratio_of(crop: Crop | None) -> str:
    if crop is None:
        return ORIGINAL
    ratio = crop.width / crop.height
    return next((name for name, one in RATIOS.items() if abs(ratio / one - 1) < _NEAR), FREE)
