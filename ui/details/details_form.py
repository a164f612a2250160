"""The calm form at the side: what is known about an article beside its words."""

from collections.abc import Collection, Iterable

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from editor_app.domain.article import Article, Category, Contact, Kind
from editor_app.domain.policy import Policy
from editor_app.domain.schedule import times_conflict
from editor_app.domain.words import KIND_WORDS
from editor_app.translation import _
from ui.details.combos import TableCombo
from ui.details.corrections_field import CorrectionsField
from ui.details.hero_field import HeroField
from ui.details.languages import OWN_NAMES
from ui.details.moment_field import MomentField
from ui.details.original_field import OriginalField, OriginalSource
from ui.details.take_down_field import TakeDownField
from ui.pickers.callbacks import AddCategory, SaveContact
from ui.pickers.category_picker import CategoryPicker
from ui.pickers.contact_picker import ContactPicker
from ui.pickers.image_source import ImageSource
from ui.pickers.related_picker import RelatedPicker, RelatedSource
from ui.theme.spacing import XL, L, M
from ui.widgets.form_field import FormField, named_line
from ui.widgets.growing_text import GrowingTextEdit
from ui.widgets.labels import SectionHeading

NARROWEST = 260


class DetailsForm(QWidget):
    """Shows and edits everything about an article but its title, lead and body.

    `edited` comes when somebody changed something. `category_added` and `contact_saved` carry what
    was made or changed in the archive along the way.
    """

    edited = Signal()
    category_added = Signal(object)
    contact_saved = Signal(object)

    def __init__(
        self,
        *,
        add_category: AddCategory,
        save_contact: SaveContact,
        images: ImageSource,
        related: RelatedSource,
        originals: OriginalSource,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown = Article(id="")
        self._showing = False
        self.kind = TableCombo({kind: _(word) for kind, word in KIND_WORDS.items()})
        self.category = CategoryPicker(add_category)
        self.contacts = ContactPicker(save_contact)
        self.language = TableCombo(OWN_NAMES, unset=_("Not set"))
        self.original = OriginalField(originals)
        self.publish_at = MomentField(_("Publish date"))
        self.embargo_until = MomentField(_("Embargo until"))
        self.unpublish_at = MomentField(_("Take down"), by_day=True)
        self.take_down = TakeDownField(self.unpublish_at)
        self.hero = HeroField(images)
        self.corrections = CorrectionsField()
        self.related = RelatedPicker(related)
        self.record_number = named_line("record_number")
        self.internal_note = GrowingTextEdit(fewest=3)
        self._lay_out()
        self._listen()

    def set_choices(
        self,
        categories: Iterable[Category],
        contacts: Iterable[Contact],
        retired: Collection[str] = (),
    ) -> None:
        """Offer these but for what is `retired`, by id; what is chosen stays chosen, known or not."""
        self.category.set_categories(categories, retired)
        self.contacts.set_contacts(contacts, retired)

    def show_article(self, article: Article) -> None:
        """Show the details of `article`, without telling anybody."""
        if article.id != self._shown.id:
            self._scroll.verticalScrollBar().setValue(0)
        self._showing = True
        self._shown = article
        self.kind.show_value(article.kind)
        self.category.show_category(article.category_id)
        self.contacts.show_contacts(article.contact_ids)
        self.language.show_value(article.language)
        self.original.show_original(article.version_of, own_id=article.id)
        self.publish_at.show_moment(article.publish_at)
        self.embargo_until.show_moment(article.embargo_until)
        self._show_end(article)
        self.hero.show_figure(article.hero)
        self.related.show_related(article.related_ids, own_id=article.id)
        self.corrections.show_corrections(article.corrections)
        self._show_texts(article)
        self._showing = False

    def apply_to(self, article: Article) -> Article:
        """Return `article` with the details that the form shows."""
        return replace(
            article,
            kind=Kind(self.kind.value()),
            category_id=self.category.chosen(),
            contact_ids=self.contacts.chosen(),
            language=self.language.value(),
            version_of=self.original.original(),
            publish_at=self.publish_at.moment(),
            embargo_until=self.embargo_until.moment(),
            unpublish_at=self.unpublish_at.moment(),
            stays_online=self.take_down.stays.isChecked(),
            hero=self.hero.figure(),
            related_ids=self.related.chosen(),
            corrections=self.corrections.corrections(),
            record_number=self._record_number(),
            internal_note=self._internal_note(),
        )

    def make_read_only(self, reason: str) -> None:
        """Let the details be read alone, and say why."""
        self._inside.setEnabled(False)
        self._scroll.setToolTip(reason)

    def set_rules(self, policy: Policy) -> None:
        """Follow the rules of the newsroom from now on."""
        self.take_down.set_rules(policy.take_down_months)
        self._follow_times()

    def show_filled_in(self, article: Article) -> None:
        """Show what the desk filled in of `article` as it was submitted, without telling anybody."""
        if self.unpublish_at.moment() is None and not self.take_down.stays.isChecked():
            self._show_end(article)

    def wrong_time(self) -> MomentField:
        """Return the field of the time that cannot be as it stands."""
        return self.publish_at if self._begins_too_early() else self.unpublish_at

    def _show_end(self, article: Article) -> None:
        self.take_down.show_article(article)
        self._follow_times()

    def _follow_times(self) -> None:
        """Say at the fields what comes of the times, and what cannot be."""
        times = self.apply_to(self._shown)
        self.take_down.follow(times)
        too_early = self._begins_too_early()
        self._begin_field.show_problem(_("It is under embargo then.") if too_early else "")
        too_late = times_conflict(times) and not too_early
        self._end_field.show_problem(_("The page does not appear before that.") if too_late else "")

    def _begins_too_early(self) -> bool:
        return times_conflict(replace(self.apply_to(self._shown), unpublish_at=None))

    def _show_texts(self, article: Article) -> None:
        # To show the same words again would move the cursor of somebody who is typing.
        if self.record_number.text() != article.record_number:
            self.record_number.setText(article.record_number)
        self.record_number.setModified(False)
        self.internal_note.show_text(article.internal_note)
        self.internal_note.document().setModified(False)

    def _record_number(self) -> str:
        line = self.record_number
        return line.text().strip() if line.isModified() else self._shown.record_number

    def _internal_note(self) -> str:
        # Qt gives back some characters, such as no-break spaces, as others.
        note = self.internal_note
        return note.text() if note.document().isModified() else self._shown.internal_note

    def _listen(self) -> None:
        for changed in (
            self.kind.activated,
            self.publish_at.changed,
            self.embargo_until.changed,
            self.take_down.changed,
        ):
            changed.connect(self._follow_times)
        for changed in (
            self.kind.activated,
            self.category.changed,
            self.contacts.changed,
            self.language.activated,
            self.original.changed,
            self.publish_at.changed,
            self.embargo_until.changed,
            self.take_down.changed,
            self.hero.changed,
            self.related.changed,
            self.corrections.changed,
            self.record_number.textEdited,
            self.internal_note.textChanged,
        ):
            changed.connect(self._note_edit)
        self.category.category_added.connect(self.category_added)
        self.contacts.contact_saved.connect(self.contact_saved)

    def choose_language(self, tag: str) -> None:
        """Choose the language of `tag` as a person does."""
        self.language.show_value(tag)
        self.language.activated.emit(self.language.currentIndex())

    def go_to(self, field: QWidget) -> None:
        """Bring one of the fields into sight, with the cursor in it."""
        self._scroll.ensureWidgetVisible(field)
        field.setFocus()

    def _note_edit(self) -> None:
        if not self._showing:
            self.edited.emit()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(L, L, L, XL)
        column.setSpacing(XL)
        for group in self._groups():
            column.addWidget(group)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(_("Details"))
        scroll.setWidget(inside)
        self._scroll = scroll
        self._inside = inside
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setMinimumWidth(NARROWEST)

    def _groups(self) -> list[QWidget]:
        note = FormField(_("Internal note"), self.internal_note, hint=_("Never leaves the archive."))
        self._begin_field = FormField(
            _("Publish date"),
            self.publish_at,
            hint=_("The date on the page, and when it appears. If empty, when it is published."),
        )
        self._end_field = FormField(_("Take down"), self.take_down)
        return [
            _group(
                _("What it is"),
                FormField(_("Kind"), self.kind),
                FormField(_("Category"), self.category),
                FormField(_("Language"), self.language),
                FormField(_("Translation of"), self.original),
            ),
            _group(_("Contacts"), self.contacts),
            _group(_("Image at the top"), self.hero),
            _group(
                _("When"),
                self._begin_field,
                FormField(_("Embargo until"), self.embargo_until),
                self._end_field,
            ),
            _group(_("Related articles"), self.related),
            _group(_("Corrections"), self.corrections),
            _group(_("For the archive"), FormField(_("Record number"), self.record_number), note),
        ]


def _group(heading: str, *fields: QWidget) -> QWidget:
    group = QWidget()
    group.setAccessibleName(heading)
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(M)
    column.addWidget(SectionHeading(heading))
    for field in fields:
        column.addWidget(field)
    return group
