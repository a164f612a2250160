"""Tables in the text: how they are drawn, and what typing, keys, boxes and the clipboard do beside them."""

from dataclasses import fields

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextCursor

from editor_app.domain.document import (
    Document,
    FactTitle,
    Language,
    Link,
    Paragraph,
    Span,
    Strong,
    Table,
    paragraph,
)
from tests.tables import table
from ui.editor.article_editor import ArticleEditor
from ui.editor.commands import insert_object
from ui.editor.copying import to_html, to_text
from ui.editor.fact_boxes import insert_fact_box
from ui.editor.object_words import words_for
from ui.editor.table_drawing import TableDrawing, note_on, share_width
from ui.pickers.image_source import ImageSource
from ui.theme.palette import DARK, LIGHT, make_palette

Key = Qt.Key
HOURS = table(["Dag", "Öppet"], ["Måndag", "10–18"], caption="Öppettider")
PARTS = (paragraph("före"), HOURS, paragraph("efter"))


def show(editor, *blocks):
    editor.set_body(Document(blocks))


def place(editor, block, offset=0, to=None):
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(block).position() + offset)
    if to is not None:
        end = editor.document().findBlockByNumber(to[0]).position() + to[1]
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def drawn(some: Table, scheme=LIGHT, width=400.0, pixels=16):
    font = QFont()
    font.setPixelSize(pixels)
    drawing = TableDrawing(some, width, font, make_palette(scheme))
    image = QImage(QSize(round(width), round(drawing.height) + 2), QImage.Format.Format_RGB32)
    image.fill(QColor(scheme.base))
    painter = QPainter(image)
    drawing.draw(painter, QPointF(0, 0))
    painter.end()
    return image


def colours_in(image):
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.usefixtures("qapp")
class TestDrawing:
    @pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
    def test_header_cells_stand_on_a_ground_of_their_own(self, scheme):
        with_heads = colours_in(drawn(table(["a"], ["b"]), scheme))
        without = colours_in(drawn(table(["a"], ["b"], header_row=False), scheme))

        assert scheme.window in with_heads
        assert scheme.window not in without

    def test_a_link_has_the_colour_of_links(self):
        rows = (((Span("brev", (Link("mailto:a@example.se"),)),),),)

        assert LIGHT.accent in colours_in(drawn(Table(rows), pixels=40))
        assert LIGHT.accent not in colours_in(drawn(table(["brev"]), pixels=40))

    def test_a_long_word_is_broken_rather_than_drawn_outside_the_column_of_text(self):
        word = "Samhällsbyggnadsförvaltningens" * 3

        wide = drawn(table([word, "120 kronor", "ja"], ["b", "c", "nej"]), width=300.0)

        assert wide.pixelColor(wide.width() - 1, 20).name() == LIGHT.control_border

    def test_larger_text_makes_a_taller_table(self):
        assert drawn(HOURS, pixels=32).height() > 1.5 * drawn(HOURS, pixels=16).height()

    def test_a_line_break_and_writing_from_right_to_left_are_laid_out(self):
        rows = (((Span("ett\ntvå"),), (Span("مكتبة", (Language("ar"), Strong())),)),)

        assert drawn(Table(rows)).height() > drawn(table(["ett", "två"])).height()

    def test_columns_take_what_their_words_need_and_share_what_is_left(self):
        assert share_width([50, 70], [20, 30], 200) == [50, 70]
        assert share_width([50, 150], [50, 50], 150) == [50, 100]
        assert share_width([400, 30, 400], [200, 30, 300], 230) == [100, 30, 100]

    def test_a_table_says_what_it_lacks(self):
        assert note_on(HOURS) == ""
        assert note_on(table(["", ""])).startswith("Press Enter or double-click")
        assert note_on(table(["a"], header_row=False)).startswith("The table has no header cells")

    def test_the_editor_has_room_for_the_whole_table(self, editor):
        show(editor, paragraph("a"), HOURS, paragraph("b"))

        block = editor.document().findBlockByNumber(1)

        assert editor.document().documentLayout().blockBoundingRect(block).height() > 60


class TestKeys:
    def test_typing_beside_a_table_goes_into_a_paragraph_of_its_own(self, editor, type_text):
        show(editor, HOURS)

        place(editor, 0, 1)
        type_text("efter")
        place(editor, 0, 0)
        type_text("före")

        assert editor.body().blocks == PARTS

    @pytest.mark.parametrize(("key", "block", "column"), [(Key.Key_Backspace, 2, 0), (Key.Key_Delete, 0, 4)])
    def test_a_first_key_goes_to_the_table_and_a_second_takes_it_away(
        self, editor, qtbot, key, block, column
    ):
        show(editor, *PARTS)
        place(editor, block, column)

        qtbot.keyClick(editor, key)
        at_table = editor.current_object()
        qtbot.keyClick(editor, key)
        removed = editor.body().blocks
        editor.undo()

        assert at_table == HOURS
        assert removed == (PARTS[0], PARTS[2])
        assert editor.body().blocks == PARTS

    def test_a_table_is_cut_and_pasted_elsewhere(self, editor):
        show(editor, *PARTS)
        place(editor, 1, 0, to=(1, 1))
        editor.cut()
        place(editor, 2, 5)

        editor.paste()

        assert editor.body().blocks == (PARTS[0], PARTS[2], HOURS)

    def test_inserting_and_changing_are_one_step_to_undo_each(self, editor):
        show(editor, paragraph("före"))
        changed = table(["Dag", "Stängt"])

        editor.run(lambda cursor: insert_object(cursor, HOURS))
        editor.replace_current_object(changed)
        after = editor.body().blocks
        editor.undo()
        between = editor.body().blocks
        editor.undo()

        assert after == (paragraph("före"), changed)
        assert between == (paragraph("före"), HOURS)
        assert editor.body().blocks == (paragraph("före"),)
        editor.redo()
        editor.redo()
        assert editor.body().blocks == after


class TestFactBoxes:
    def test_a_box_around_a_selection_ends_before_the_table(self, editor):
        show(editor, *PARTS)
        editor.selectAll()

        editor.run(insert_fact_box)

        boxed = Paragraph((Span("före"),), boxed=True)
        assert editor.body().blocks == (FactTitle(), boxed, HOURS, paragraph("efter"))

    def test_a_selection_that_starts_with_a_table_is_boxed_below_it(self, editor):
        show(editor, *PARTS)
        place(editor, 1, 0, to=(2, 5))

        editor.run(insert_fact_box)

        assert editor.body().blocks[1:] == (HOURS, FactTitle(), Paragraph((Span("efter"),), boxed=True))

    def test_a_table_alone_gets_an_empty_box_below_it(self, editor):
        show(editor, *PARTS)
        place(editor, 1, 0, to=(1, 1))

        editor.run(insert_fact_box)

        assert editor.body().blocks == (PARTS[0], HOURS, FactTitle(), PARTS[2])

    def test_a_table_inserted_in_a_box_comes_below_it(self, editor):
        inside = Paragraph((Span("ett"),), boxed=True)
        show(editor, FactTitle((Span("Fakta"),)), inside, Paragraph((Span("två"),), boxed=True))
        place(editor, 1)

        editor.run(lambda cursor: insert_object(cursor, HOURS))

        assert editor.body().blocks[1:] == (inside, Paragraph((Span("två"),), boxed=True), HOURS)

    def test_the_editor_says_why_the_table_stays_outside(self, qtbot):
        editor = ArticleEditor(ImageSource(*(lambda *_: None for _ in fields(ImageSource))))
        qtbot.addWidget(editor)
        show(editor.body, *PARTS)
        editor.body.selectAll()

        with qtbot.waitSignal(editor.notice) as notice:
            editor.formats["fact_box"].trigger()

        assert "cannot hold images or tables" in notice.args[0]


class TestClipboard:
    def test_other_programs_get_a_table_whose_header_cells_say_what_they_head(self):
        some = table(["", "Vuxen"], ["Bad & bastu", "90 kr"], header_column=True, caption="Avgifter <2025>")

        assert to_html(Document((some,))) == (
            "<table><caption>Avgifter &lt;2025&gt;</caption>"
            '<tr><th scope="col"></th><th scope="col">Vuxen</th></tr>'
            '<tr><th scope="row">Bad &amp; bastu</th><td>90 kr</td></tr></table>'
        )

    def test_as_text_cells_have_tabs_between_them(self):
        assert (
            to_text(Document((HOURS, paragraph("efter")))) == "Öppettider\nDag\tÖppet\nMåndag\t10–18\nefter"
        )

    def test_pasted_rows_with_tabs_are_a_table(self, editor):
        show(editor, paragraph("före"))
        place(editor, 0, 4)
        data = QMimeData()
        data.setText("Dag\tÖppet\r\nMåndag\t10–18\r\n")

        editor.insertFromMimeData(data)

        assert editor.body().blocks == (paragraph("före"), table(["Dag", "Öppet"], ["Måndag", "10–18"]))


def test_a_screen_reader_hears_what_stands_in_the_text():
    assert words_for(HOURS) == "Table with 2 rows and 2 columns. Öppettider"
