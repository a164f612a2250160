"""A whole article, from an empty window to the page on the site, with keys and mouse alone."""

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent

from editor_app.domain.document import (
    Heading,
    Link,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Strong,
    plain_text,
)
from editor_app.domain.workflow import State
from tests.blank_archives import new_desk
from tests.end_to_end.keyboard_and_mouse import WAIT, KeyboardAndMouse
from ui.editor.link_dialog import LinkDialog
from ui.editor.table_dialog import TableDialog
from ui.main_window import MainWindow
from ui.pickers.contact_dialog import ContactDialog
from ui.pickers.image_dialog import ImageDialog
from ui.publish.export_dialog import ExportDialog
from ui.review.approve_dialog import ApproveDialog
from ui.settings.preferences import Preferences, user_settings

WRITTEN = (
    Paragraph(
        (
            Span("Den nya bron över Kvarnån öppnar i maj – ett år tidigare än planerat. Den är ”lätt” och "),
            Span("hållbar", (Strong(),)),
            Span("."),
        )
    ),
    Heading(2, (Span("Så kommer du fram"),)),
    ListItem(spans=(Span("Gå över bron"),)),
    ListItem(spans=(Span("Cykla på den nya banan"),)),
    ListItem(level=2, spans=(Span("Banan är upplyst"),)),
    Quote((Span("Vi är stolta, säger Nora Wik."),)),
    Paragraph(
        (
            Span("Läs mer hos "),
            Span("Klarebro kommun", (Link("https://www.klarebro.example/bron"),)),
            Span("."),
        )
    ),
)
ON_THE_PAGE = (
    "<h1>Bron öppnar i maj</h1>",
    '<blockquote class="quote"><p>–\u00a0Vi är stolta, säger Nora Wik.</p></blockquote>',
    '<th scope="col">Avgift</th>',
    '<a href="https://www.klarebro.example/bron">Klarebro kommun</a>.',
    'id="facts-1">Fakta om bron</h2>',
    'alt="En blå bro över vattnet"',
    'href="tel:+46-8-465-004-12"',
    "Nora Wik",
    "Trafik",
)


@pytest.fixture
def window(qtbot, tmp_path):
    path = tmp_path / "archive.sqlite3"
    preferences = Preferences(user_settings())
    preferences.name = "Åsa Ek"
    window = MainWindow(lambda: new_desk(path), path, preferences)
    window.resize(1440, 900)
    with qtbot.waitSignal(window.newsroom.opened, timeout=WAIT):
        window.show()
    window.activateWindow()
    yield window
    window.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "bron.jpg"
    Image.new("RGB", (900, 600), "steelblue").save(path)
    return path


@pytest.fixture
def person(qtbot):
    return KeyboardAndMouse(qtbot)


def write_body(person):
    person.write('Den nya bron över Kvarnån öppnar i maj -- ett år tidigare än planerat. Den är "lätt" och ')
    person.press("Ctrl+B")
    person.write("hållbar")
    person.press("Ctrl+B")
    person.write(".")
    person.press("Return")
    person.write("## Så kommer du fram")
    person.press("Return")
    for line in ("- Gå över bron", "Cykla på den nya banan"):
        person.write(line)
        person.press("Return")
    person.press("Tab")
    person.write("Banan är belyst")
    person.press("Return", times=3)
    person.write("– Vi är stolta, säger Nora Wik.")
    person.press("Return", times=2)


def add_link(person, window):
    person.write("Läs mer hos ")
    person.press("Ctrl+K")
    person.dialog(LinkDialog)
    person.write("Klarebro kommun")
    person.press("Tab")
    person.write("www.klarebro.example/bron")
    person.press("Return")
    person.wait_until_back_in(window)
    person.write(".")


def add_table(person, window):
    person.press("Ctrl+Shift+T")
    dialog = person.dialog(TableDialog)
    for cell in ("Dag", "Öppet", "Avgift", "Måndag", "8–16", "0 kr", "Söndag", "Stängt"):
        person.write(cell)
        person.press("Tab")
    person.write("–")
    person.click(dialog, "accept")
    person.wait_until_back_in(window)


def add_fact_box(person):
    person.press("Down")
    person.press("Ctrl+Shift+B")
    person.write("Fakta om bron")
    person.press("Return")
    person.write("Längd: 120 meter")


def add_image(person, window, photo):
    person.press("Ctrl+Shift+I")
    dialog = person.dialog(ImageDialog)
    person.name_file(photo)
    person.click(dialog, "choose_file")
    person.wait_until_back_in(dialog)
    person.wait_for(lambda: dialog.figure().image_id)
    person.click(dialog, "alt")
    person.write("En blå bro över vattnet")
    person.click(dialog, "accept")
    person.wait_until_back_in(window)


def add_details(person, window):
    person.click(window, "category_field")
    person.write("Trafik")
    person.press("Return")
    person.click(window, "new_contact")
    contact = person.dialog(ContactDialog)
    for name, text in (("name", "Nora Wik"), ("role", "Projektledare"), ("phone", "08-465 004 12")):
        person.click(contact, name)
        person.write(text)
    person.click(contact, "save")
    person.wait_until_back_in(window)
    person.wait_for(lambda: window.place.details.category.chosen() and window.place.details.contacts.chosen())


def replace_words(person, window):
    person.press("Ctrl+H")
    person.write("belyst")
    person.click(window, "replacement")
    person.write("upplyst")
    person.press("Return")
    person.press("Escape")


def test_a_whole_article_is_written_approved_and_exported(qtbot, window, person, photo, tmp_path):
    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        person.press("Ctrl+N")
    person.write("Bron öppnar i maj")
    person.press("Return")
    person.write("Gående och cyklister får en genväg.")
    person.press("Return")
    write_body(person)
    add_link(person, window)
    add_table(person, window)
    add_fact_box(person)
    add_image(person, window, photo)
    replace_words(person, window)
    add_details(person, window)
    person.press("Ctrl+Return")
    person.wait_for(lambda: window.session.current.state is State.IN_REVIEW)
    person.press("Ctrl+Shift+Return")
    approval = person.dialog(ApproveDialog)
    person.write("Bo Lind")
    person.click(approval, "accept")
    person.wait_until_back_in(window)
    person.wait_for(lambda: window.session.current.state is State.APPROVED)
    person.press("Ctrl+E")
    export = person.dialog(ExportDialog)
    person.click(export, "folder")
    person.write(str(tmp_path / "site"))
    person.click(export, "export")
    person.wait_for(lambda: export.plan)
    person.click(export, "export")
    person.wait_for(lambda: export.result_of_export)

    stored = window.session.current.article
    assert (stored.title, stored.lead) == ("Bron öppnar i maj", "Gående och cyklister får en genväg.")
    assert [plain_text(block) for block in stored.body.blocks[7:]] == [
        "Dag\tÖppet\tAvgift\nMåndag\t8–16\t0 kr\nSöndag\tStängt\t–",
        "Fakta om bron",
        "Längd: 120 meter",
        "",
    ]
    assert stored.body.blocks[:7] == WRITTEN
    page = (tmp_path / "site" / "nyheter" / "bron-oppnar-i-maj" / "index.html").read_text(encoding="utf-8")
    for part in ON_THE_PAGE:
        assert part in page
