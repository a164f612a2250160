"""How the website looks: its colour, its logo and its font."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.domain.site_settings import Appearance, FontChoice
from editor_app.translation import _
from ui.details.combos import TableCombo
from ui.pickers.image_source import ImageSource
from ui.site.accent_field import AccentField
from ui.site.logo_field import LogoField
from ui.theme.spacing import M
from ui.widgets.form_field import FormField


class LookPage(QWidget):
    """Shows `look` to be changed; `source` has the images that can be the logo."""

    def __init__(self, look: Appearance, source: ImageSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.accent = AccentField(look.accent)
        self.logo = LogoField(source, look.logo_id)
        self.font_choice = TableCombo(
            {
                FontChoice.SOURCE_SANS.value: _("Source Sans 3, which comes with the site"),
                FontChoice.SYSTEM.value: _("The reader's own, which loads nothing"),
            }
        )
        self.font_choice.setObjectName("font")
        self.font_choice.show_value(look.font.value)
        in_place = _(
            "In place of the name at the top. A PNG without a ground is best; 640 pixels are enough."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(FormField(_("Colour"), self.accent))
        column.addWidget(FormField(_("Logo"), self.logo, in_place))
        column.addWidget(FormField(_("Font"), self.font_choice))

    def look(self) -> Appearance:
        """Return the look as it is filled in."""
        return Appearance(self.accent.accent(), self.logo.image_id(), FontChoice(self.font_choice.value()))
