"""Choosing an image, and what is said of it here and everywhere."""

from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QWidget,
)

from editor_app.desk.explain import explain
from editor_app.desk.values import ImageUse, StoredImage
from editor_app.domain.document import Crop, Figure, Focus
from editor_app.domain.errors import EditorAppError
from editor_app.domain.image_details import ImageDetails, LegalBasis, Persons
from editor_app.domain.workflow import SamePerson
from ui.pickers.crop_view import CropView
from ui.pickers.image_dialog import ImageDialog
from ui.pickers.image_source import ImageSource, Picture

Key = Qt.Key
NOTED = ImageDetails(alt="Sjön i maj", caption="Isen har gått", credit="Eva Nord")


def picture(colour, width=40, height=20):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return Picture(image, width, height)


class Archive:
    def __init__(self):
        self.images = {
            "id-lake": StoredImage("id-lake", "lake.jpg", "image/jpeg", 40, 20, details=NOTED),
            "id-park": StoredImage("id-park", "park.gif", "image/gif", 40, 20, True, True),
        }
        self.pictures = {"id-lake": picture("blue"), "id-park": picture("green")}
        self.described = []
        self.used_in = ()
        self.asked_for_uses = []
        self.error: EditorAppError | None = None

    def source(self):
        return ImageSource(
            add_file=self.add,
            stored=lambda done, _failed: done(tuple(self.images.values())),
            load=self.load,
            add_data=lambda _data, name, done, failed: self.add(name, done, failed),
            add_picture=lambda _picture, name, done, failed: self.add(name, done, failed),
            load_small=self.load,
            describe=self.describe,
            uses=self.uses,
        )

    def add(self, _what, done, failed):
        if self.error:
            failed(self.error)
        else:
            done(self.images["id-park"])

    def load(self, image_id, done, failed):
        if image_id in self.pictures:
            done(self.pictures[image_id])
        else:
            failed(SamePerson("x"))

    def uses(self, image_id, done, _failed):
        self.asked_for_uses.append(image_id)
        done(self.used_in)

    def describe(self, image_id, details, done, failed):
        if self.error:
            failed(self.error)
        else:
            self.described.append((image_id, details))
            done(None)


@pytest.fixture
def archive():
    return Archive()


@pytest.fixture
def open_dialog(qtbot, archive):
    # qtbot keeps none of them alive.
    dialogs = []

    def opened(figure=None):
        dialog = ImageDialog(archive.source(), figure)
        qtbot.addWidget(dialog, before_close_func=QDialog.reject)
        dialogs.append(dialog)
        dialog.figures = []
        dialog.chosen.connect(dialog.figures.append)
        with qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()
        return dialog

    return opened


def accept(qtbot, dialog):
    qtbot.mouseClick(dialog.findChild(QPushButton, "accept"), Qt.MouseButton.LeftButton)


def choose(dialog, name, value):
    combo = dialog.findChild(QComboBox, name)
    combo.setCurrentIndex(combo.findData(value))


def middle_colour(dialog):
    view = dialog.findChild(CropView)
    return view.grab().toImage().pixelColor(view.width() // 2, view.height() // 2).name()


def test_a_file_becomes_a_figure_and_its_words_stay_with_the_image(qtbot, open_dialog, archive, monkeypatch):
    dialog = open_dialog()
    asked = []
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *given: asked.append(given[3]) or ("/pictures/park.gif", "")
    )

    qtbot.mouseClick(dialog.findChild(QPushButton, "choose_file"), Qt.MouseButton.LeftButton)
    shown = middle_colour(dialog)
    qtbot.keyClicks(dialog.focusWidget(), "Barn gungar  i parken")
    qtbot.keyClicks(dialog.findChild(QWidget, "caption"), "Den nya parken")
    qtbot.keyClicks(dialog.findChild(QWidget, "credit"), "Eva Nord")
    accept(qtbot, dialog)

    words = {"alt": "Barn gungar i parken", "caption": "Den nya parken", "credit": "Eva Nord"}
    assert asked == ["Images (*.jpg *.jpeg *.png *.webp *.gif *.avif *.tif *.tiff)"]
    assert shown == QColor("green").name()
    assert dialog.figures == [Figure("id-park", **words)]
    assert archive.described == [("id-park", ImageDetails(**words))]
    assert not dialog.isVisible()


def test_an_image_of_the_archive_comes_with_the_words_of_its_last_use(qtbot, open_dialog, archive):
    dialog = open_dialog()
    qtbot.keyClicks(dialog.findChild(QWidget, "caption"), "Vid vattnet")

    qtbot.mouseClick(dialog.findChild(QPushButton, "from_archive"), Qt.MouseButton.LeftButton)
    (grid,) = [child for child in dialog.findChildren(QDialog) if child.isVisible()]
    qtbot.keyClicks(grid.findChild(QWidget, "search_images"), "i maj")
    qtbot.mouseClick(grid.findChild(QPushButton, "use_image"), Qt.MouseButton.LeftButton)
    accept(qtbot, dialog)

    assert dialog.figures == [Figure("id-lake", alt="Sjön i maj", caption="Vid vattnet", credit="Eva Nord")]


@pytest.mark.parametrize("by", ["drop", "paste"])
def test_an_image_is_dropped_or_pasted_into_the_dialog(qtbot, open_dialog, by):
    dialog = open_dialog()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/pictures/park.gif")])

    if by == "drop":
        buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, modifiers, QEvent.Type.Drop)
        dialog.dropEvent(drop)
    else:
        QGuiApplication.clipboard().setMimeData(data)
        dialog.findChild(QPushButton, "choose_file").setFocus()
        qtbot.keyClick(dialog.focusWidget(), Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert dialog.figure().image_id == "id-park"


def test_what_a_file_holds_beside_its_picture_is_said(open_dialog):
    note = open_dialog(Figure("id-park", alt="x")).findChild(QLabel, "image_note")
    no_note = open_dialog(Figure("id-lake", alt="x")).findChild(QLabel, "image_note")

    assert note.isVisible()
    assert "holds a position" in note.text()
    assert "animation" in note.text()
    assert not no_note.isVisible()


def test_an_image_without_alt_text_is_not_accepted(qtbot, open_dialog):
    dialog = open_dialog(Figure("id-lake"))

    accept(qtbot, dialog)

    assert dialog.figures == []
    assert dialog.isVisible()
    assert dialog.findChild(QWidget, "alt").accessibleDescription().startswith("Say what the image tells")


def test_a_decorative_image_needs_no_alt_text_and_has_none(qtbot, open_dialog):
    dialog = open_dialog(Figure("id-lake", alt="Sjön"))

    dialog.findChild(QCheckBox, "decorative").setFocus()
    qtbot.keyClick(dialog.findChild(QCheckBox, "decorative"), Key.Key_Space)
    accept(qtbot, dialog)

    assert dialog.figures == [Figure("id-lake", decorative=True)]


def test_nothing_is_inserted_without_an_image(qtbot, open_dialog):
    dialog = open_dialog()
    qtbot.keyClicks(dialog.findChild(QWidget, "alt"), "Vid vattnet")

    accept(qtbot, dialog)

    assert dialog.figures == []
    assert dialog.problem() == "Choose an image first."


def test_a_broken_file_is_said_in_the_dialog_and_what_was_typed_stays(qtbot, open_dialog, archive):
    dialog = open_dialog(Figure("id-lake", alt="Sjön"))
    archive.error = SamePerson("broken.png")

    dialog.add_file(Path("broken.png"))

    assert dialog.problem().startswith(explain(archive.error).what)
    assert dialog.figure() == Figure("id-lake", alt="Sjön")
    assert dialog.focusWidget() is dialog.findChild(QPushButton, "choose_file")


def test_a_figure_that_is_only_looked_at_stays_as_it_is(qtbot, open_dialog, archive):
    figure = Figure(
        "id-lake",
        alt=NOTED.alt,
        caption=NOTED.caption,
        credit=NOTED.credit,
        crop=Crop(4, 0, 30, 20),
        focus=Focus(9, 9),
    )
    dialog = open_dialog(figure)

    accept(qtbot, dialog)

    assert dialog.figures == [figure]
    assert archive.described == []


def test_consent_is_asked_for_only_where_it_is_the_basis(qtbot, open_dialog, archive):
    dialog = open_dialog(Figure("id-lake", alt=NOTED.alt, caption=NOTED.caption, credit=NOTED.credit))
    scope, has_day = dialog.findChild(QWidget, "consent_scope"), dialog.findChild(QCheckBox, "has_day")
    choose(dialog, "persons", Persons.IDENTIFIABLE)
    note = dialog.findChild(QLabel, "basis_note").text()
    hidden = scope.isVisible(), has_day.isVisible()

    choose(dialog, "legal_basis", LegalBasis.CONSENT)
    qtbot.keyClicks(scope, "Webbplatsen")
    has_day.setFocus()
    qtbot.keyClick(has_day, Key.Key_Space)
    dialog.findChild(QWidget, "day").setDate(date(2031, 5, 4))
    accept(qtbot, dialog)

    assert (note.startswith("Needed before"), hidden) == (True, (False, False))
    ((image_id, details),) = archive.described
    assert image_id == "id-lake"
    assert (details.persons, details.legal_basis) == (Persons.IDENTIFIABLE, LegalBasis.CONSENT)
    assert (details.consent_scope, details.consent_until) == ("Webbplatsen", date(2031, 5, 4))


def test_where_an_image_is_used_is_said_once_its_consent_is_withdrawn(open_dialog, archive):
    archive.used_in = (ImageUse("a", "Bron öppnar", True), ImageUse("b", "", False))
    dialog = open_dialog(Figure("id-lake", alt="Sjön"))
    heading, titles = (dialog.findChild(QLabel, name) for name in ("uses", "use_titles"))
    before = heading.isVisible(), tuple(archive.asked_for_uses)

    choose(dialog, "legal_basis", LegalBasis.CONSENT_WITHDRAWN)

    assert before == (False, ())
    assert archive.asked_for_uses == ["id-lake"]
    assert heading.text() == "Used in 2 articles, 1 live"
    assert titles.text() == "• Bron öppnar (live)\n• No title yet"
    assert dialog.findChild(QLabel, "basis_note").text().startswith("The consent does not apply.")
    choose(dialog, "legal_basis", LegalBasis.PUBLIC_TASK)
    assert not heading.isVisible()


def test_of_many_uses_the_first_titles_are_named(open_dialog, archive):
    archive.used_in = tuple(ImageUse(str(number), f"Artikel {number}", False) for number in range(11))
    dialog = open_dialog(Figure("id-lake", alt="Sjön"))

    choose(dialog, "legal_basis", LegalBasis.CONSENT_WITHDRAWN)

    lines = dialog.findChild(QLabel, "use_titles").text().splitlines()
    assert (len(lines), lines[-1]) == (9, "and 3 more")


def test_details_that_cannot_be_kept_are_said_and_nothing_is_lost(qtbot, open_dialog, archive):
    dialog = open_dialog(Figure("id-lake", alt="En annan alt-text"))
    archive.error = SamePerson("x")

    accept(qtbot, dialog)

    assert dialog.isVisible()
    assert dialog.figures == []
    assert dialog.problem().startswith(explain(archive.error).what)


def test_an_image_that_cannot_be_fetched_is_said_in_its_place_and_keeps_its_crop(qtbot, open_dialog):
    figure = Figure("id-missing", alt="x", crop=Crop(1, 2, 3, 4))
    dialog = open_dialog(figure)

    said = dialog.findChild(CropView).accessibleDescription()
    accept(qtbot, dialog)

    assert said.startswith(explain(SamePerson("x")).what)
    assert dialog.figures == [figure]


def test_the_crop_of_one_image_is_not_that_of_another(qtbot, open_dialog):
    dialog = open_dialog(Figure("id-lake", alt="Sjön", crop=Crop(4, 0, 30, 20), focus=Focus(9, 9)))

    dialog.add_file(Path("park.gif"))

    assert dialog.figure() == Figure("id-park", alt="Sjön")


def test_an_answer_that_comes_after_the_dialog_has_gone_is_let_go(qtbot):
    waiting = []
    source = ImageSource(
        add_file=lambda _path, done, failed: waiting.append((done, failed)),
        stored=lambda done, failed: waiting.append((done, failed)),
        load=lambda _image_id, done, failed: waiting.append((done, failed)),
        add_data=lambda *_: None,
        add_picture=lambda *_: None,
        load_small=lambda *_: None,
        describe=lambda *_: None,
        uses=lambda *_: None,
    )
    dialog = ImageDialog(source, Figure("id-lake", alt="Sjön"))
    dialog.add_file(Path("park.png"))
    view = dialog.findChild(CropView)
    shiboken6.delete(dialog)

    for _done, failed in waiting:
        failed(SamePerson("x"))

    assert len(waiting) == 3
    assert not shiboken6.isValid(view)


def test_every_control_has_a_name(open_dialog):
    dialog = open_dialog(Figure("id-park", alt="x"))

    kinds = (QPushButton, QComboBox, QCheckBox, CropView)
    controls = [control for kind in kinds for control in dialog.findChildren(kind)]
    fields = [
        dialog.findChild(QWidget, name) for name in ("alt", "caption", "credit", "consent_scope", "day")
    ]

    assert all(control.accessibleName() or control.text() for control in controls)
    assert all(field.accessibleName() for field in fields)


def test_the_dialog_fits_a_small_screen_with_double_text(open_dialog, qapp):
    usual = qapp.font()
    large = qapp.font()
    large.setPixelSize(2 * dialog_font_size(usual))
    qapp.setFont(large)
    try:
        dialog = open_dialog(Figure("id-park", alt="x"))
        least = dialog.minimumSizeHint()
        fields = dialog.findChild(QScrollArea)
        room, needed = fields.viewport().width(), fields.widget().minimumSizeHint().width()
    finally:
        qapp.setFont(usual)

    assert (least.width() <= 1280, least.height() <= 690) == (True, True)
    assert needed <= room


def dialog_font_size(font):
    return font.pixelSize() if font.pixelSize() > 0 else round(font.pointSizeF() * 96 / 72)


def test_what_was_written_is_not_thrown_away_without_a_question(qtbot, open_dialog):
    dialog = open_dialog(Figure("id-park", alt="Barn gungar"))
    qtbot.keyClicks(dialog.findChild(QWidget, "caption"), "Den nya parken")

    qtbot.keyClick(dialog, Key.Key_Escape)
    dialog.findChild(QMessageBox, "discard_changes").defaultButton().click()
    stayed = dialog.isVisible()
    qtbot.keyClick(dialog, Key.Key_Escape)
    buttons = dialog.findChildren(QMessageBox, "discard_changes")[-1].buttons()
    next(button for button in buttons if button.text() == "Throw away").click()

    assert stayed
    assert not dialog.isVisible()
    assert dialog.figures == []


def test_a_dialog_in_which_nothing_was_written_closes_at_once(qtbot, open_dialog):
    dialog = open_dialog(Figure("id-park", alt="Barn gungar", caption="Den nya parken"))

    qtbot.keyClick(dialog, Key.Key_Escape)

    assert not dialog.isVisible()


def test_tab_goes_from_the_choice_of_an_image_to_what_is_said_of_it(qtbot, open_dialog):
    dialog = open_dialog()
    dialog.findChild(QPushButton, "from_archive").setFocus()

    qtbot.keyClick(dialog.focusWidget(), Key.Key_Tab)

    assert dialog.focusWidget() is dialog.findChild(QWidget, "alt")
