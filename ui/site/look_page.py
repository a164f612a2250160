"""How the website looks: its colour, its logo and its font."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.desk.site_problem_words import problem_sentence
from editor_app.domain.site_problems import setting_problems
from editor_app.domain.site_settings import Appearance, FontChoice, SiteSettings
from editor_app.translation import _
from ui.details.combos import TableCombo
from ui.pickers.image_source import ImageSource
from ui.site.accent_field import AccentField
from ui.site.font_field import FontField
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
                FontChoice.OWN.value: _("Your own, from a file"),
            }
        )
        self.font_choice.setObjectName("font")
        self.font_choice.show_value(look.font.value)
        self.own_font = FontField(look.own_font)
        in_place = _(
            "In place of the name at the top. A PNG without a ground is best; 640 pixels are enough."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(FormField(_("Colour"), self.accent))
        column.addWidget(FormField(_("Logo"), self.logo, in_place))
        column.addWidget(FormField(_("Font"), self.font_choice))
        column.addWidget(self.own_font)
        self.font_choice.currentIndexChanged.connect(self._follow)
        self._follow()

    def look(self) -> Appearance:
        """Return the look as it is filled in."""
        return Appearance(
            self.accent.accent(),
            self.logo.image_id(),
            FontChoice(self.font_choice.value()),
            self.own_font.data(),
        )

    def show_problems(self) -> QWidget | None:
        """Say at the fields what is wrong; return the first field where something is."""
        problems = list(setting_problems(SiteSettings(self.look())))
        of_font = [problem_sentence(one) for one in problems if one.setting == "appearance.own_font"]
        self.own_font.problem.show_sentence(of_font[0] if of_font else "")
        if len(problems) > len(of_font):
            # The field of the colour says by itself what is wrong with it.
            return self.accent.line
        return self.own_font.choose_button if of_font else None

    def _follow(self) -> None:
        self.own_font.setVisible(self.font_choice.value() == FontChoice.OWN.value)
