"""What the rules find of cards and images: whose it is, one click to the card, and what is mended there."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from editor_app.desk.opening import open_desk
from editor_app.domain.article import Contact, Phone
from editor_app.domain.document import Figure
from editor_app.domain.image_details import ImageDetails, LegalBasis, Persons
from tests.ui.checking.conftest import WAIT

CARD = Contact("c", "Åsa Lind", phones=(Phone("070-174 06 05"),), emails=("asa.lind@gmail.com",))


def found(window):
    return next((one for one in window.article.checking.findings if one.rule == "P03"), None)


def dialogs():
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def test_a_finding_on_a_card_says_whose_it_is_and_opens_it(qtbot, open_window):
    window = open_window("Vägen är fyra kilometer lång.", contact=CARD)
    window.place.show_panel("findings", True)
    panel = window.place.findings
    panel.choose(found(window))
    row = next(one for one in panel.rows() if one.finding == found(window))
    visit = panel.findChild(QPushButton, "visit_finding")
    said = visit.text()

    qtbot.mouseClick(visit, Qt.MouseButton.LeftButton)

    (dialog,) = dialogs()
    assert (row.passage, said) == ("Åsa Lind", "Open the card…")
    assert dialog.findChild(QLineEdit, "name").text() == "Åsa Lind"
    assert dialog.focusWidget().text() == "asa.lind@gmail.com"


def test_a_card_that_was_mended_is_found_sound_at_once(qtbot, open_window):
    window = open_window("Vägen är fyra kilometer lång.", contact=CARD)
    window.article.checking.visit(found(window))
    (dialog,) = dialogs()
    address = next(one for one in dialog.findChildren(QLineEdit) if one.text() == "asa.lind@gmail.com")
    address.setText("asa.lind@klarebro.example")

    dialog.accept()
    qtbot.waitUntil(lambda: len(dialogs()) == 2, timeout=WAIT)
    next(one for one in dialogs() if one is not dialog).accept()

    qtbot.waitUntil(lambda: found(window) is None, timeout=WAIT)
    assert dialogs() == []


def test_what_is_noted_of_an_image_counts_at_once(qtbot, open_window, archive):
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(picture, "PNG")
    desk = open_desk(archive)
    image = desk.add_image(picture.getvalue(), name="bro.png", by="Ada")
    desk.describe_image(image.id, ImageDetails(persons=Persons.IDENTIFIABLE), by="Ada")
    desk.close()
    window = open_window(Figure(image.id, alt="Åsa Lind på bron", credit="Bo Ek"))
    before = [one.rule for one in window.article.checking.findings]
    details = ImageDetails(persons=Persons.IDENTIFIABLE, legal_basis=LegalBasis.PUBLIC_TASK)

    window.newsroom.images.describe(image.id, details, lambda _stored: None, pytest.fail)

    qtbot.waitUntil(lambda: "I04" not in [one.rule for one in window.article.checking.findings], timeout=WAIT)
    assert "I04" in before
