"""An approved article is copied field by field into another system, from the window."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from editor_app.archive.errors import DiskFull
from editor_app.desk.handover_values import Kit, KitImage
from editor_app.domain.article import Kind
from editor_app.site.handover.kit import Given
from ui.publish.handover_dialog import HandoverDialog
from ui.publish.handover_fields import CopyField, fact_fields, image_fields, text_fields
from ui.publish.handover_image import thumbnail
from ui.widgets.form_field import Problem
from ui.widgets.tone import Tone

NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)


def picture():
    data = io.BytesIO()
    Image.new("RGB", (400, 200), "teal").save(data, "JPEG")
    return data.getvalue()


BRIDGE = KitImage(
    "01-bron.jpg",
    picture(),
    400,
    200,
    alt="En bro",
    is_decorative=False,
    caption="Bron i maj.",
    credit="Foto: Ylva Ek",
    is_hero=True,
)
KIT = Kit(
    article_id="1",
    given=Given(3, "c" * 64, "Bo Ek", NOON, published_at=NOON),
    title="Ny bro",
    lead="Den öppnar i maj.",
    body='<figure><img src="bilder/02-kajen.jpg" width="3" height="2" alt=""></figure>\n<p>Bron är klar.</p>',
    text="<p>Bron är <strong>klar</strong>.</p>",
    contacts="<h2>Kontakt</h2>\n<h3>Ylva Ek</h3>",
    images=(BRIDGE,),
    kind=Kind.NEWS,
    category="Bygga och bo",
    language="sv",
    publish_at=NOON,
    unpublish_at=None,
    slug="ny-bro",
    record_number="KS 2026/12",
    address="",
)


class Saving:
    """Takes down what was to be saved, and answers."""

    def __init__(self):
        self.folder = None
        self.error = None

    def __call__(self, folder, done, failed):
        self.folder = folder
        if self.error:
            failed(self.error)
        else:
            done(folder / "ny-bro")


@pytest.fixture
def saving():
    return Saving()


@pytest.fixture
def make_dialog(qtbot, saving, tmp_path):
    def make(kit=KIT):
        dialog = HandoverDialog(kit, [thumbnail(image) for image in kit.images], saving, tmp_path)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def labels(dialog):
    return [row.field.label for row in dialog.rows]


def words(dialog):
    return [label.text() for label in dialog.findChildren(QLabel)]


def clipboard():
    return QApplication.clipboard().mimeData()


def test_each_field_that_has_words_is_there_in_the_order_of_the_form(make_dialog):
    assert labels(make_dialog()) == [
        *("Title", "Lead", "Body text", "Contacts"),
        *("Alt text", "Caption", "Photographer"),
        *("Kind", "Category", "Language", "To be published", "Part of the address", "Record number"),
    ]


def test_one_key_copies_all_fields_one_after_another(qtbot, make_dialog):
    dialog = make_dialog()
    copied = []

    for _row in dialog.rows:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        copied.append(clipboard().text())

    assert copied[:2] == ["Ny bro", "Den öppnar i maj."]
    assert copied[-2:] == ["ny-bro", "KS 2026/12"]
    assert all(row.is_copied for row in dialog.rows)
    assert dialog.focusWidget().objectName() == "close"
    assert "13 of 13 copied" in words(dialog)


def test_the_body_is_copied_as_html_and_as_plain_text_without_its_images(make_dialog):
    body = make_dialog().rows[2]

    body.button.click()

    assert clipboard().html() == KIT.text
    assert clipboard().text() == "Bron är klar."


def test_the_source_view_of_the_other_system_gets_the_html_itself(make_dialog):
    body = make_dialog().rows[2]

    body.source_button.click()

    assert clipboard().text() == KIT.text
    assert not clipboard().hasHtml()
    assert body.is_copied


def test_nothing_is_ticked_that_was_not_copied_and_a_plain_field_has_no_source(make_dialog):
    dialog = make_dialog()

    dialog.rows[1].button.click()

    assert [row.is_copied for row in dialog.rows[:3]] == [False, True, False]
    assert [row.source_button.isHidden() for row in dialog.rows[:4]] == [True, True, False, False]


def test_the_log_is_told_once(qtbot, make_dialog):
    dialog = make_dialog()
    told = []
    dialog.taken.connect(lambda: told.append(True))

    dialog.rows[0].button.click()
    dialog.rows[1].button.click()

    assert told == [True]


def test_it_says_which_version_it_is_and_what_to_look_at(make_dialog):
    dialog = make_dialog(replace(KIT, given=replace(KIT.given, newer=5), lost_links=("taxan",)))

    assert any(text.startswith("Version 3, published, approved by Bo Ek") for text in words(dialog))
    warnings = [one.text() for one in dialog.findChildren(Problem) if one.tone is Tone.WARNING]
    assert len(warnings) == 2
    assert "Version 5" in warnings[0] and "“taxan”" in warnings[1]


def test_images_are_saved_to_the_folder_that_is_chosen(qtbot, make_dialog, saving, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialog = make_dialog()

    dialog.findChild(QPushButton, "save_images").click()

    assert saving.folder == tmp_path
    assert any(str(tmp_path / "ny-bro") in text for text in words(dialog))


def test_images_that_cannot_be_saved_are_explained(make_dialog, saving, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    saving.error = DiskFull(Path("archive"))
    dialog = make_dialog()

    dialog.findChild(QPushButton, "save_images").click()

    assert "is full" in dialog.problem.text()


def test_a_decorative_image_says_that_it_has_no_alt_text(make_dialog):
    image = replace(BRIDGE, alt="", caption="", credit="", is_decorative=True, is_hero=False, after="Bron")
    dialog = make_dialog(replace(KIT, images=(image,)))

    assert "Alt text" not in labels(dialog)
    assert "Decorative: leave its alt text empty." in words(dialog)
    assert "After “Bron”" in words(dialog)


def test_without_images_there_is_nothing_to_save(make_dialog):
    assert make_dialog(replace(KIT, images=())).findChild(QPushButton, "save_images") is None


def test_moments_are_swedish_and_what_is_empty_is_left_out():
    facts = {
        field.label: field.text for field in fact_fields(replace(KIT, category="", address="https://x/"))
    }

    assert facts["To be published"] == "2026-03-02 12:00"
    assert facts["Language"] == "Swedish (sv)"
    assert facts["Address of the page"] == "https://x/"
    assert "Category" not in facts and "Take down" not in facts


def test_a_field_is_what_it_copies():
    assert list(text_fields(replace(KIT, lead="", text="", contacts=""))) == [CopyField("Title", "Ny bro")]
    assert [field.text for field in image_fields(BRIDGE)] == ["En bro", "Bron i maj.", "Foto: Ylva Ek"]


def test_a_thumbnail_keeps_its_proportions():
    small = thumbnail(BRIDGE)

    assert small.width() == 2 * small.height()
