"""Spelling in the editor: what is underlined, when, and what the menu does about it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from editor_app.domain.article import Article
from editor_app.domain.document import Document, Figure, Language, Paragraph, Span, Strong, Table, paragraph
from ui.editor.article_editor import ArticleEditor
from ui.editor.spelling import ArticleSpelling
from ui.editor.spelling_process import SpellingProcess
from ui.pickers.image_source import ImageSource


@pytest.fixture(scope="module")
def process(qapp):
    process = SpellingProcess()
    yield process
    process.close()


@pytest.fixture
def editor(qtbot, process):
    editor = ArticleEditor(ImageSource(*[lambda *_: None] * len(ImageSource.__dataclass_fields__)))
    qtbot.addWidget(editor)
    editor.resize(760, 700)
    with qtbot.waitExposed(editor):
        editor.show()
    process.learn({})
    return editor


@pytest.fixture
def added():
    return []


@pytest.fixture
def spelling(editor, process, added):
    def add(language, word):
        added.append((language, word))
        process.learn({language: (word,)})

    spelling = ArticleSpelling(editor, process, add)
    spelling.set_enabled(True)
    return spelling


@pytest.fixture
def show(editor, spelling):
    def show(*blocks, title="", language="sv"):
        editor.show_article(Article("a", title=title, language=language, body=Document(blocks)))
        spelling.forget_article()

    return show


def marked(field):
    layer = field.extraSelections()
    return [one.cursor.selectedText() for one in sorted(layer, key=lambda one: one.cursor.selectionStart())]


def menu_at(editor, word):
    found = editor.body.document().find(word)
    found.setPosition(found.selectionStart() + 1)
    return editor.body.context_menu(editor.body.cursorRect(found).center())


def labels(menu):
    return [action.text() for action in menu.actions()]


def test_misspelled_words_are_underlined_behind_emoji_and_in_each_field(qtbot, editor, show):
    show(paragraph("Det är 😀😀 särkilt roligt."), paragraph("Allt är rätt."), title="Ett intressannt möte")

    qtbot.waitUntil(lambda: marked(editor.body) == ["särkilt"] and marked(editor.title) == ["intressannt"])


def test_a_mark_is_no_edit_and_no_step_to_undo(qtbot, editor, show):
    edits = []
    editor.edited.connect(lambda: edits.append(1))

    show(paragraph("Det är särkilt roligt."))
    qtbot.waitUntil(lambda: marked(editor.body) == ["särkilt"])

    assert edits == []
    assert not editor.body.document().isUndoAvailable()


def test_each_passage_is_judged_in_its_own_language(qtbot, editor, show):
    passage = Span("The municipality is recieving", (Language("en-GB"),))
    finnish = Span(" tervetuloa kirjastoon", (Language("fi"),))

    show(Paragraph((Span("Så här: "), passage, finnish, Span(" särkilt"))))

    qtbot.waitUntil(lambda: marked(editor.body) == ["recieving", "särkilt"])


def test_another_language_of_the_article_is_followed(qtbot, editor, show):
    show(paragraph("The municipality opens"))
    qtbot.waitUntil(lambda: "municipality" in marked(editor.body))

    editor.set_language("en")

    qtbot.waitUntil(lambda: marked(editor.body) == [])


def test_a_name_inside_a_sentence_is_known_where_another_begins_with_it(qtbot, editor, show):
    show(paragraph("Vallmoraz bygger. Det säger Vallmoraz kommun särkilt."))

    qtbot.waitUntil(lambda: marked(editor.body) == ["särkilt"])


def test_the_word_that_is_typed_is_marked_once_it_is_left(qtbot, editor, show, type_text_in):
    show()
    editor.body.setFocus()

    type_text_in(editor.body, "Ett särkilt")
    qtbot.wait(700)
    held = marked(editor.body)
    type_text_in(editor.body, " ")

    assert held == []
    qtbot.waitUntil(lambda: marked(editor.body) == ["särkilt"])


def test_a_word_that_is_put_right_is_no_longer_marked(qtbot, editor, show):
    show(paragraph("Ett särkilt möte"))
    qtbot.waitUntil(lambda: marked(editor.body) == ["särkilt"])
    editor.body.setFocus()
    cursor = editor.body.document().find("särkilt")
    cursor.setPosition(cursor.selectionStart() + 3)
    editor.body.setTextCursor(cursor)

    QTest.keyClick(editor.body, Qt.Key.Key_S)

    qtbot.waitUntil(lambda: marked(editor.body) == [])
    assert editor.body.toPlainText() == "Ett särskilt möte"


def test_a_chosen_suggestion_replaces_the_word_with_its_marks_in_one_step(qtbot, editor, show):
    before = Paragraph((Span("Ett "), Span("särkilt", (Strong(),)), Span(" möte")))
    show(before)
    qtbot.waitUntil(lambda: marked(editor.body) == ["särkilt"])
    menu = menu_at(editor, "särkilt")
    at_once = labels(menu)[0]
    qtbot.waitUntil(lambda: labels(menu)[0] == "särskilt")

    menu.actions()[0].trigger()

    assert at_once == "Looking for suggestions…"
    expected = Paragraph((Span("Ett "), Span("särskilt", (Strong(),)), Span(" möte")))
    assert editor.body.body() == Document((expected,))
    editor.body.undo()
    assert editor.body.body() == Document((before,))


def test_a_word_added_to_the_dictionary_is_not_marked_again(qtbot, editor, show, added):
    show(paragraph("Ett klarebroskt möte"))
    qtbot.waitUntil(lambda: marked(editor.body) == ["klarebroskt"])
    menu = menu_at(editor, "klarebroskt")

    next(action for action in menu.actions() if action.text() == "Add to dictionary").trigger()

    assert added == [("sv", "klarebroskt")]
    qtbot.waitUntil(lambda: marked(editor.body) == [])


def test_a_word_in_what_is_only_read_can_be_ignored_and_not_be_changed(qtbot, editor, show, added):
    before = paragraph("Ett särkilt möte")
    show(before)
    qtbot.waitUntil(lambda: marked(editor.body) == ["särkilt"])
    editor.make_read_only()
    menu = menu_at(editor, "särkilt")

    offered = labels(menu)[:2]
    menu.actions()[0].trigger()

    assert offered == ["Ignore in this article", ""]
    assert not {"Add to dictionary", "Looking for suggestions…"} & set(labels(menu))
    assert editor.body.body() == Document((before,))
    qtbot.waitUntil(lambda: marked(editor.body) == [])


def test_an_ignored_word_is_marked_again_in_the_next_article(qtbot, editor, show):
    show(paragraph("Ett särkilt möte"))
    qtbot.waitUntil(lambda: marked(editor.body) == ["särkilt"])
    menu = menu_at(editor, "särkilt")

    next(action for action in menu.actions() if action.text() == "Ignore in this article").trigger()

    assert marked(editor.body) == []
    show(paragraph("Ett särkilt torg"))
    qtbot.waitUntil(lambda: marked(editor.body) == ["särkilt"])


def test_a_menu_that_grows_by_its_suggestions_stays_on_the_screen(qtbot, editor, show):
    show(paragraph("Det är en bostadd."))
    qtbot.waitUntil(lambda: marked(editor.body) == ["bostadd"])
    room = editor.screen().availableGeometry()

    menu = menu_at(editor, "bostadd")
    menu.popup(room.bottomLeft())
    qtbot.waitUntil(lambda: labels(menu).index("Add to dictionary") > 2)
    shown = menu.frameGeometry()
    menu.close()

    assert room.contains(shown)


def test_a_word_that_is_right_has_the_menu_of_always(qtbot, editor, show):
    show(paragraph("Ett särkilt möte"))
    qtbot.waitUntil(lambda: marked(editor.body) == ["särkilt"])

    assert "Add to dictionary" not in labels(menu_at(editor, "möte"))


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_way_goes_from_one_misspelling_to_the_next_and_round(qtbot, editor, show, spelling):
    show(paragraph("Ett särkilt möte"), paragraph("och intressannt"), title="En myckett bra bro")
    qtbot.waitUntil(lambda: len(marked(editor.body)) == 2 and len(marked(editor.title)) == 1)
    editor.body.setFocus()
    seen = []

    for step in (1, 1, 1, -1):
        spelling.go(step)
        field = editor.title if editor.title.hasFocus() else editor.body
        seen.append(field.textCursor().selectedText())
        QApplication.activePopupWidget().close()

    assert seen == ["särkilt", "intressannt", "myckett", "intressannt"]


def test_the_foot_says_how_many_there_are_and_nothing_where_there_are_none(qtbot, editor, show):
    count = editor.foot.misspellings

    show(paragraph("Ett särkilt intressannt möte"))

    qtbot.waitUntil(lambda: count.isVisible() and count.text() == "2 misspellings")
    show(paragraph("Ett möte"))
    qtbot.waitUntil(lambda: not count.isVisible())


def test_nothing_is_marked_while_spelling_is_not_checked(qtbot, editor, show, spelling):
    show(paragraph("Ett särkilt möte"))
    qtbot.waitUntil(lambda: marked(editor.body) == ["särkilt"])

    spelling.set_enabled(False)

    assert marked(editor.body) == []


def test_a_process_that_dies_is_started_again(qtbot, editor, show, process):
    show(paragraph("Ett särkilt möte"))
    qtbot.waitUntil(lambda: marked(editor.body) == ["särkilt"])

    process._process.kill()
    qtbot.waitUntil(lambda: not process._is_running())
    show(paragraph("Ett intresant torg"))

    qtbot.waitUntil(lambda: marked(editor.body) == ["intresant"])


def test_a_table_and_an_image_are_marked_for_the_words_in_them(qtbot, editor, show):
    english = Span("recieving", (Language("en"),))
    table = Table(rows=(((Span("Öppet"),), (Span("särkilt"),)), ((Span("Måndag"),), (english,))))
    figure = Figure("a" * 64, alt="Ett intressannt torg", credit="Zvorq Ek")

    show(table, figure, paragraph("Allt är rätt."))

    qtbot.waitUntil(lambda: editor.foot.misspellings.text() == "3 misspellings")
    assert set(marked(editor.body)) == {"\ufffc"}


def test_from_a_marked_table_one_comes_to_its_words_and_can_add_them(qtbot, editor, spelling, show, added):
    table = Table(rows=(((Span("särkilt"),),),))
    show(paragraph("Först."), table)
    qtbot.waitUntil(lambda: editor.foot.misspellings.text() == "1 misspelling")
    opened = []
    editor.body.object_opened.disconnect()
    editor.body.object_opened.connect(opened.append)

    spelling.go(1)
    menu = editor.body.findChild(QMenu)
    menu.actions()[0].trigger()
    menu.actions()[2].trigger()
    menu.close()

    assert labels(menu)[:4] == [
        "Open the table to correct “särkilt”…",
        "",
        "Add to dictionary",
        "Ignore in this article",
    ]
    assert opened == [table]
    assert added == [("sv", "särkilt")]
    qtbot.waitUntil(lambda: marked(editor.body) == [])


def test_a_table_that_is_put_right_is_marked_no_more(qtbot, editor, show):
    show(Table(rows=(((Span("särkilt intressannt"),),),)))
    qtbot.waitUntil(lambda: editor.foot.misspellings.text() == "2 misspellings")

    editor.body.replace_current_object(Table(rows=(((Span("särskilt intressannt"),),),)))

    qtbot.waitUntil(lambda: editor.foot.misspellings.text() == "1 misspelling")


@pytest.mark.parametrize(
    ("step", "expected"), [(1, ["förstta", "", "sisstta"]), (-1, ["sisstta", "", "förstta"])]
)
def test_one_comes_past_a_table_both_ways(qtbot, editor, spelling, show, step, expected):
    show(paragraph("Hej förstta"), Table(rows=(((Span("särkilt"),),),)), paragraph("Hej sisstta"))
    qtbot.waitUntil(lambda: editor.foot.misspellings.text() == "3 misspellings")
    selected = []

    for _ in range(3):
        spelling.go(step)
        selected.append(editor.body.textCursor().selectedText())
        editor.body.findChildren(QMenu)[-1].close()

    assert selected == expected
