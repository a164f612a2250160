"""Filling in a table: keys of a spreadsheet, rows and columns, marks, paste, undo, and leaving."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QMessageBox, QPushButton

from editor_app.domain.document import Document, Language, Link, Span, Strong, Table, paragraph
from tests.tables import table
from ui.editor import clipboard
from ui.editor.cell_edit import CellEdit
from ui.editor.link_dialog import LinkDialog
from ui.editor.table_dialog import TableDialog

Key = Qt.Key
Modifier = Qt.KeyboardModifier
HOURS = table(["Dag", "Öppet"], ["Måndag", "10–18"], ["Tisdag", "10–20"])


@pytest.fixture
def open_dialog(qtbot):
    def make(some=None):
        dialog = TableDialog(some)
        # What was changed would be asked about.
        qtbot.addWidget(dialog, before_close_func=lambda left: left.done(0))
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    return make


@pytest.fixture
def press(qtbot):
    """Press a key where the keyboard is."""

    def act(key, modifiers=Modifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget(), key, modifiers)

    return act


@pytest.fixture
def write(type_text_in):
    """Type where the keyboard is, which a first letter moves into the cell."""

    def act(text):
        for letter in text:
            type_text_in(QApplication.focusWidget(), letter)

    return act


def select_row(dialog, row):
    # QTableView.selectRow asks which modifiers were pressed last, in another test.
    flags = QItemSelectionModel.SelectionFlag
    index = dialog.grid.model().index(row, 0)
    dialog.grid.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)


def choose(dialog, name):
    dialog.grid.findChild(QAction, name).trigger()


def put_on_clipboard(text="", html=""):
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


class TestKeys:
    def test_tab_goes_on_and_adds_a_row_after_the_last_cell(self, open_dialog, press, write):
        dialog = open_dialog(table(["", ""], header_row=False))

        for words in ("Dag", "Öppet", "Måndag", "10–18"):
            write(words)
            press(Key.Key_Tab)

        assert dialog.table().rows == table(["Dag", "Öppet"], ["Måndag", "10–18"], ["", ""]).rows

    def test_enter_goes_down_and_shift_tab_back(self, open_dialog, press, write):
        dialog = open_dialog()

        write("a")
        press(Key.Key_Return)
        write("b")
        press(Key.Key_Tab)
        press(Key.Key_Backtab, Modifier.ShiftModifier)
        write("c")
        press(Key.Key_Return)

        assert dialog.grid.place() == (2, 0)
        assert dialog.table() == table(["a", "", ""], ["c", "", ""], ["", "", ""])

    def test_escape_takes_back_what_was_written_in_the_cell_alone(self, open_dialog, press, write):
        dialog = open_dialog(HOURS)

        write("x")
        press(Key.Key_Escape)

        assert dialog.isVisible()
        assert dialog.table() == HOURS

    def test_shift_enter_breaks_the_line_in_the_cell(self, open_dialog, press, write):
        dialog = open_dialog(table([""]))

        write("ett")
        press(Key.Key_Return, Modifier.ShiftModifier)
        write("två")
        press(Key.Key_Return)

        assert dialog.table() == table(["ett\ntvå"])

    def test_ctrl_tab_leaves_the_cells(self, open_dialog, press):
        dialog = open_dialog()

        press(Key.Key_Tab, Modifier.ControlModifier)

        assert not dialog.grid.hasFocus()


class TestRowsAndColumns:
    @pytest.mark.parametrize(
        ("name", "place", "after"),
        [
            ("row_above", (1, 0), table(["a", "b"], ["", ""], ["c", "d"])),
            ("row_below", (1, 0), table(["a", "b"], ["c", "d"], ["", ""])),
            ("column_left", (0, 1), table(["a", "", "b"], ["c", "", "d"])),
            ("column_right", (0, 1), table(["a", "b", ""], ["c", "d", ""])),
            ("remove_row", (0, 0), table(["c", "d"])),
            ("remove_column", (0, 0), table(["b"], ["d"])),
            ("row_up", (1, 0), table(["c", "d"], ["a", "b"])),
            ("row_down", (0, 0), table(["c", "d"], ["a", "b"])),
            ("column_back", (0, 1), table(["b", "a"], ["d", "c"])),
            ("column_on", (0, 0), table(["b", "a"], ["d", "c"])),
        ],
    )
    def test_each_is_done_in_one_step_and_taken_back_with_ctrl_z(
        self, open_dialog, press, name, place, after
    ):
        before = table(["a", "b"], ["c", "d"])
        dialog = open_dialog(before)
        dialog.grid.go_to(place)

        choose(dialog, name)
        done = dialog.table()
        press(Key.Key_Z, Modifier.ControlModifier)

        assert done == after
        assert dialog.table() == before

    def test_the_last_row_and_column_are_emptied_rather_than_removed(self, open_dialog):
        dialog = open_dialog(table(["a"]))

        choose(dialog, "remove_row")
        choose(dialog, "remove_column")

        assert dialog.table() == table([""])

    def test_delete_empties_the_selected_cells(self, open_dialog, press):
        dialog = open_dialog(HOURS)
        select_row(dialog, 1)

        press(Key.Key_Delete)

        assert dialog.table() == table(["Dag", "Öppet"], ["", ""], ["Tisdag", "10–20"])

    def test_what_is_being_written_is_kept_as_a_row_is_inserted(self, open_dialog, write):
        dialog = open_dialog(table(["a"]))

        write("b")
        choose(dialog, "row_below")

        assert dialog.table() == table(["b"], [""])


class TestMarks:
    def test_bold_goes_on_the_selected_words_of_a_cell(self, open_dialog, press, write):
        dialog = open_dialog(table([""], header_row=False))
        write("ny tid")
        press(Key.Key_Right, Modifier.NoModifier)
        for _letter in range(3):
            press(Key.Key_Left, Modifier.ShiftModifier)

        dialog.findChild(QAction, "bold").trigger()
        press(Key.Key_Return)

        assert dialog.table().rows == (((Span("ny "), Span("tid", (Strong(),))),),)

    def test_bold_goes_on_whole_cells_and_off_again(self, open_dialog):
        dialog = open_dialog(HOURS)
        select_row(dialog, 1)
        bold = dialog.findChild(QAction, "bold")

        bold.trigger()
        marked = dialog.table().rows[1]
        bold.trigger()

        assert marked == ((Span("Måndag", (Strong(),)),), (Span("10–18", (Strong(),)),))
        assert dialog.table() == HOURS

    def test_a_link_is_put_on_the_words_of_the_cell(self, open_dialog, qtbot):
        dialog = open_dialog(table(["boka"], header_row=False))
        dialog.findChild(QAction, "link").trigger()
        ask = dialog.findChild(LinkDialog)

        ask.chosen.emit("https://klarebro.example", "")
        ask.reject()
        qtbot.waitUntil(lambda: dialog.findChild(CellEdit).hasFocus())
        dialog.grid.finish_cell()

        assert dialog.table().rows == (((Span("boka", (Link("https://klarebro.example"),)),),),)

    def test_the_language_of_a_passage_survives_editing(self, open_dialog, press, write):
        arabic = Span("مكتبة", (Language("ar"),))
        dialog = open_dialog(Table((((Span("x "), arabic),),)))

        press(Key.Key_F2)
        press(Key.Key_Home)
        write("y")
        press(Key.Key_Return)

        assert dialog.table().rows == (((Span("yx "), arabic),),)


class TestClipboard:
    def test_rows_from_a_spreadsheet_fill_the_cells_from_the_current_one_and_add_what_is_missing(
        self, open_dialog, press
    ):
        dialog = open_dialog(table(["a", "b"], ["c", "d"]))
        dialog.grid.go_to((1, 1))
        put_on_clipboard("1\t2\r\n3\t4\r\n")

        press(Key.Key_V, Modifier.ControlModifier)
        filled = dialog.table()
        press(Key.Key_Z, Modifier.ControlModifier)

        assert filled == table(["a", "b", ""], ["c", "1", "2"], ["", "3", "4"])
        assert dialog.table() == table(["a", "b"], ["c", "d"])

    def test_a_single_row_of_a_spreadsheet_fills_one_row(self, open_dialog, press):
        dialog = open_dialog(table(["", ""]))
        put_on_clipboard("1\t2\n")

        press(Key.Key_V, Modifier.ControlModifier)

        assert dialog.table() == table(["1", "2"])

    def test_a_table_from_a_web_page_keeps_its_links(self, open_dialog, press):
        dialog = open_dialog(table(["", ""]))
        put_on_clipboard(
            "Boka\tIdag",
            '<table><tr><td><a href="https://klarebro.example/">Boka</a></td><td>Idag</td></tr></table>',
        )

        press(Key.Key_V, Modifier.ControlModifier)

        assert dialog.table().rows == (
            ((Span("Boka", (Link("https://klarebro.example/"),)),), (Span("Idag"),)),
        )

    def test_copied_cells_are_pasted_with_their_marks(self, open_dialog, press):
        strong = (Span("Dag", (Strong(),)),)
        dialog = open_dialog(Table(((strong, (Span("Öppet"),)), ((), ()))))
        select_row(dialog, 0)

        press(Key.Key_C, Modifier.ControlModifier)
        dialog.grid.go_to((1, 0))
        press(Key.Key_V, Modifier.ControlModifier)

        assert dialog.table().rows[1] == dialog.table().rows[0]

    def test_a_clipboard_that_gives_nothing_is_pasted_in_vain(self, open_dialog, press, monkeypatch):
        dialog = open_dialog(table(["a", "b"]))
        gives_nothing = SimpleNamespace(clipboard=lambda: SimpleNamespace(mimeData=lambda: None))
        monkeypatch.setattr(clipboard, "QGuiApplication", gives_nothing)

        press(Key.Key_V, Modifier.ControlModifier)

        assert dialog.table() == table(["a", "b"])


class TestHeads:
    def test_a_table_without_header_cells_is_warned_of(self, open_dialog):
        dialog = open_dialog(HOURS)
        row, column = (dialog.findChild(QCheckBox, name) for name in ("header_row", "header_column"))

        row.click()
        without = dialog.warning()
        column.click()

        assert without.startswith("Without header cells")
        assert dialog.warning() == ""
        assert (dialog.table().header_row, dialog.table().header_column) == (False, True)


class TestLeaving:
    def test_accepting_hands_over_what_is_being_written_too(self, open_dialog, qtbot, write):
        dialog = open_dialog()
        dialog.findChild(QLineEdit, "caption").setText("Öppettider")
        write("Dag")

        with qtbot.waitSignal(dialog.chosen) as chosen:
            dialog.findChild(QPushButton, "accept").click()

        assert chosen.args == [table(["Dag"], caption="Öppettider")]

    def test_what_was_left_empty_at_the_ends_is_no_part_of_the_table(self, open_dialog, qtbot, press):
        dialog = open_dialog(table(["Dag", ""], ["", "Öppet"]))
        for _cell in range(4):
            press(Key.Key_Tab)

        with qtbot.waitSignal(dialog.chosen) as chosen:
            dialog.accept()

        assert len(dialog.table().rows) == 3
        assert chosen.args == [table(["Dag", ""], ["", "Öppet"])]

    def test_a_table_that_is_yet_to_be_filled_in_keeps_its_cells(self, open_dialog, qtbot):
        dialog = open_dialog()

        with qtbot.waitSignal(dialog.chosen) as chosen:
            dialog.accept()

        assert chosen.args == [table(*[["", "", ""]] * 3)]

    def test_cancelling_without_a_change_closes_at_once(self, open_dialog, press):
        dialog = open_dialog(HOURS)

        press(Key.Key_Escape)

        assert not dialog.isVisible()

    def test_cancelling_with_changes_asks_first(self, open_dialog, press, write):
        dialog = open_dialog(HOURS)
        write("x")
        press(Key.Key_Return)

        dialog.reject()
        box = dialog.findChild(QMessageBox)
        box.defaultButton().click()
        stayed = dialog.isVisible()
        dialog.reject()
        discard = dialog.findChildren(QMessageBox)[-1].buttons()
        next(button for button in discard if button.text() == "Throw away").click()

        assert stayed
        assert not dialog.isVisible()


class TestInTheArticle:
    def test_a_new_table_is_inserted_and_changed_in_one_step_each(self, article_editor, qtbot, write):
        article_editor.body.set_body(Document((paragraph("före"),)))
        article_editor.formats["table"].trigger()
        new = article_editor.window().findChild(TableDialog)
        qtbot.waitUntil(new.grid.hasFocus)
        write("Dag")
        new.accept()
        inserted = article_editor.body.current_object()
        article_editor.body.object_opened.emit(inserted)
        change = article_editor.window().findChildren(TableDialog)[-1]
        choose(change, "remove_column")
        change.accept()
        changed = article_editor.body.current_object()

        article_editor.body.undo()
        between = article_editor.body.body().blocks
        article_editor.body.undo()

        assert inserted == table(["Dag"])
        assert changed == table([""])
        assert between == (paragraph("före"), inserted)
        assert article_editor.body.body().blocks == (paragraph("före"),)
