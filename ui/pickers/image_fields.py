"""What is said about an image: the words of this use, and what is kept with it for every use."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from editor_app.desk.clock import utc_now
from editor_app.desk.values import ImageUse, StoredImage
from editor_app.domain.document import Figure
from editor_app.domain.image_details import (
    LEGAL_BASIS_WORDS,
    PERSONS_WORDS,
    ImageDetails,
    LegalBasis,
    Persons,
    lacks_consent,
    lacks_legal_basis,
)
from editor_app.domain.swedish_time import wall_time
from editor_app.translation import _
from ui.details.combos import TableCombo
from ui.pickers.day_field import DayField
from ui.pickers.image_uses import ImageUses
from ui.theme.spacing import M
from ui.widgets.form_field import FormField, named_line
from ui.widgets.growing_text import GrowingTextEdit
from ui.widgets.labels import QuietLabel, SectionHeading


class ImageFields(QWidget):
    """The fields beside an image; `uses_wanted` comes where its consent is found not to hold."""

    uses_wanted = Signal()

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prefilled = ImageDetails()
        self.alt = GrowingTextEdit(fewest=2, most=6)
        self.alt.setObjectName("alt")
        self.alt.setPlainText(figure.alt)
        self._alt_field = FormField(
            _("Alt text"), self.alt, _("What the image tells a reader who cannot see it.")
        )
        self._decorative = QCheckBox(_("The image is decorative and tells nothing"))
        self._decorative.setObjectName("decorative")
        self._decorative.setChecked(figure.decorative)
        self._caption = named_line("caption", figure.caption)
        self._credit = named_line("credit", figure.credit)
        self._make_shared_fields()
        self._lay_out()
        self.alt.textChanged.connect(lambda: self._alt_field.show_problem(""))
        self._decorative.toggled.connect(self._follow_decorative)
        for combo in (self._persons, self._basis):
            combo.currentIndexChanged.connect(self._follow_basis)
        self._until.changed.connect(self._follow_basis)
        self._follow_decorative(figure.decorative)
        self._follow_basis()
        self._shared.setEnabled(False)

    def words(self) -> Figure:
        """Return what is said of this use of the image, as a figure of no image."""
        decorative = self._decorative.isChecked()
        return Figure(
            "",
            alt="" if decorative else " ".join(self.alt.text().split()),
            decorative=decorative,
            caption=" ".join(self._caption.text().split()),
            credit=" ".join(self._credit.text().split()),
        )

    def has_typed_words(self) -> bool:
        """Tell whether somebody has written here; Qt forgets it of a field that is filled in for them."""
        lines = (self._caption, self._credit, self._scope)
        return self.alt.document().isModified() or any(line.isModified() for line in lines)

    def details(self) -> ImageDetails:
        """Return what is to be kept with the image."""
        words = self.words()
        return ImageDetails(
            alt=words.alt,
            decorative=words.decorative,
            caption=words.caption,
            credit=words.credit,
            persons=Persons(self._persons.value()),
            legal_basis=LegalBasis(self._basis.value()),
            consent_scope=" ".join(self._scope.text().split()),
            consent_until=self._until.day(),
        )

    def show_shared(self, image: StoredImage) -> None:
        """Show what is kept with `image` for every use."""
        details = image.details
        self._uses.hide()
        self._uses_asked = False
        self._persons.show_value(details.persons)
        self._basis.show_value(details.legal_basis)
        self._scope.setText(details.consent_scope)
        self._until.show_day(details.consent_until)
        self._shared.setEnabled(True)
        self._follow_basis()

    def show_uses(self, uses: Sequence[ImageUse]) -> None:
        """Say where the image is shown, as long as its consent does not hold."""
        self._uses.show_uses(uses)
        self._uses.setVisible(self._lacks_consent())

    def suggest_words(self, details: ImageDetails) -> None:
        """Begin with the words of the image's last use, where nobody has written others."""
        words = self.words()
        before = self._prefilled
        if (words.alt, words.decorative) == (before.alt, before.decorative):
            self.alt.setPlainText(details.alt)
            self._decorative.setChecked(details.decorative)
        if words.caption == before.caption:
            self._caption.setText(details.caption)
        if words.credit == before.credit:
            self._credit.setText(details.credit)
        self._prefilled = details

    def show_alt_problem(self) -> None:
        """Say where it is missing that the image tells nothing."""
        self._alt_field.show_problem(
            _("Say what the image tells, for those who cannot see it, or mark it as decorative.")
        )
        self.alt.setFocus()

    def _make_shared_fields(self) -> None:
        self._persons = TableCombo({key: _(words) for key, words in PERSONS_WORDS.items()})
        self._persons.setObjectName("persons")
        self._basis = TableCombo({key: _(words) for key, words in LEGAL_BASIS_WORDS.items()})
        self._basis.setObjectName("legal_basis")
        self._scope = named_line("consent_scope")
        self._until = DayField(_("The consent ends"))
        self._note = QuietLabel()
        self._note.setObjectName("basis_note")
        self._uses = ImageUses()
        self._uses_asked = False

    def _lay_out(self) -> None:
        self._shared = QWidget()
        self._scope_field = FormField(
            _("What the consent is for"), self._scope, _("For instance: the website and social media.")
        )
        shared = QVBoxLayout(self._shared)
        shared.setContentsMargins(0, 0, 0, 0)
        shared.setSpacing(M)
        shared.addWidget(SectionHeading(_("Kept with the image")))
        shared.addWidget(QuietLabel(_("For every article that shows it. Never published.")))
        shared.addWidget(FormField(_("Can somebody be recognised?"), self._persons))
        shared.addWidget(FormField(_("Legal basis"), self._basis))
        shared.addWidget(self._note)
        shared.addWidget(self._uses)
        shared.addWidget(self._scope_field)
        shared.addWidget(self._until)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, M, 0)
        column.setSpacing(M)
        column.addWidget(self._alt_field)
        column.addWidget(self._decorative)
        column.addWidget(FormField(_("Caption"), self._caption))
        column.addWidget(FormField(_("Photographer or source"), self._credit))
        column.addWidget(self._shared)
        column.addStretch()

    def _follow_decorative(self, decorative: bool) -> None:
        self.alt.setEnabled(not decorative)
        self._alt_field.show_problem("")

    def _follow_basis(self) -> None:
        details = self.details()
        is_consent = details.legal_basis is LegalBasis.CONSENT
        self._scope_field.setVisible(is_consent or details.legal_basis is LegalBasis.CONSENT_WITHDRAWN)
        self._until.setVisible(is_consent)
        if lacks_legal_basis(details):
            note = _("Needed before an article with the image can be approved.")
        elif self._lacks_consent():
            note = _(
                "The consent does not apply. Take the image out of the articles that show it, "
                "have them approved anew, and export."
            )
        else:
            note = ""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._follow_consent()

    def _follow_consent(self) -> None:
        is_lacking = self._lacks_consent()
        self._uses.setVisible(is_lacking and self._uses_asked)
        if is_lacking and not self._uses_asked:
            self._uses_asked = True
            self.uses_wanted.emit()

    def _lacks_consent(self) -> bool:
        return lacks_consent(self.details(), wall_time(utc_now()).date())
