"""The list of findings: walked through, mended, and the gate before an approval."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from editor_app.checks.findings import Severity
from editor_app.domain.document import (
    Figure,
    Heading,
    Language,
    Paragraph,
    Span,
    Strong,
    Table,
    plain_text,
)
from tests.ui.checking.conftest import WAIT
from ui.widgets.words_dialog import WordsDialog

SHORT = "Vägen är fyra kilometer lång."


def rules(window):
    return [finding.rule for finding in window.article.checking.findings]


def finding(window, rule):
    return next(one for one in window.article.checking.findings if one.rule == rule)


def texts(window):
    return [plain_text(block) for block in window.place.editor.body.body().blocks]


def show_panel(window):
    window.place.show_panel("findings", True)
    return window.place.findings


def said(panel, name):
    return panel.findChild(QLabel, name).text()


def press(qtbot, panel, name):
    qtbot.mouseClick(panel.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_findings_are_listed_by_severity_with_their_counts(open_window):
    window = open_window("Den kostar XX, ca 10% av allt.", title="Ny väg!")

    panel = show_panel(window)

    counts = {
        severity: sum(row.severity is severity and row.finding is not None for row in panel.rows())
        for severity in Severity
    }
    blocks, warns, hints = counts.values()
    assert [row.message for row in panel.rows() if row.finding is None] == [
        f"Stops the approval ({blocks})",
        f"Worth a look ({warns})",
        f"Hints ({hints})",
    ]
    assert min(blocks, warns) > 1
    assert said(panel, "finding_counts").startswith(f"{blocks} stop the approval, {warns} are worth a look, ")


def test_a_finding_is_explained_with_its_source(qtbot, open_window):
    window = open_window("Vägen kostar 10% av allt.")
    panel = show_panel(window)

    panel.choose(finding(window, "Y08"))

    assert said(panel, "explanation").endswith(".")
    assert said(panel, "source") == "Source: Myndigheternas skrivregler"
    assert panel.findChild(QPushButton, "fix_finding").isVisible()
    assert not panel.findChild(QPushButton, "fix_findings").isVisible()


def test_keys_go_from_finding_to_finding_in_the_text(qtbot, open_window):
    window = open_window("Den kostar XX.", SHORT, "Den är TODO lång.", title="Ny väg!")
    editor = window.place.editor
    editor.title.setFocus()
    editor.title.moveCursor(QTextCursor.MoveOperation.Start)

    visited = []
    for key, modifier in [
        *[(Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier)] * 4,
        (Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier),
    ]:
        qtbot.keyClick(window, key, modifier)
        field = editor.title if editor.title.hasFocus() else editor.body
        visited.append(field.textCursor().selectedText())

    assert visited == ["!", "XX", "TODO", "!", "TODO"]
    assert not editor.title.textCursor().hasSelection()


def test_enter_in_the_list_goes_to_the_place(qtbot, open_window):
    window = open_window(SHORT, "Den kostar XX.")
    panel = show_panel(window)
    panel.choose(finding(window, "Y14"))
    panel.list.setFocus()

    qtbot.keyClick(panel.list, Qt.Key.Key_Return)

    assert window.place.editor.body.hasFocus()
    assert window.place.editor.body.textCursor().selectedText() == "XX"


def test_a_click_goes_to_the_detail_that_is_missing(qtbot, open_window):
    window = open_window(SHORT)
    panel = show_panel(window)
    row = panel.list.model().index(panel.list.model().number_of(finding(window, "S14")))

    qtbot.mouseClick(
        panel.list.viewport(), Qt.MouseButton.LeftButton, pos=panel.list.visualRect(row).center()
    )

    assert window.place.is_panel_shown("details")
    assert not window.place.is_panel_shown("findings")
    assert window.place.details.category.isAncestorOf(window.focusWidget())


def test_one_is_mended_and_undo_takes_it_back(qtbot, open_window):
    window = open_window("Vägen kostar 10% av allt.")
    panel = show_panel(window)
    panel.choose(finding(window, "Y08"))

    press(qtbot, panel, "fix_finding")

    assert texts(window) == ["Vägen kostar 10\u00a0% av allt."]
    qtbot.waitUntil(lambda: "Y08" not in rules(window), timeout=WAIT)
    window.place.editor.body.undo()
    assert texts(window) == ["Vägen kostar 10% av allt."]


def test_all_of_a_kind_are_mended_in_one_step(qtbot, open_window):
    strong = Paragraph((Span("Den är "), Span("10% 😀 dyrare", (Strong(),)), Span(" och 20% längre.")))
    table = Table((((Span("Gata"),), (Span("Pris"),)), ((Span("Åvägen"),), (Span("30%", (Strong(),)),))))
    window = open_window("Vägen kostar 5% av allt.", strong, table)
    panel = show_panel(window)
    body = window.place.editor.body
    before = body.body()
    panel.choose(finding(window, "Y08"))

    press(qtbot, panel, "fix_findings")

    assert texts(window)[0] == "Vägen kostar 5\u00a0% av allt."
    after = body.body().blocks
    assert after[1].spans[1] == Span("10\u00a0% 😀 dyrare", (Strong(),))
    assert after[2].rows[1][1] == (Span("30\u00a0%", (Strong(),)),)
    body.undo()
    assert body.body() == before


def test_the_key_mends_what_is_at_the_cursor(qtbot, open_window):
    window = open_window("Hur många?? Det vet ingen.")
    qtbot.keyClick(window, Qt.Key.Key_F4)

    qtbot.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)

    assert texts(window) == ["Hur många? Det vet ingen."]


def test_a_heading_gets_its_level_and_an_empty_one_goes(qtbot, open_window):
    window = open_window(SHORT, Heading(4, (Span("Pris"),)), SHORT, Heading(2, ()), SHORT)
    checking = window.article.checking

    for rule in ("S07", "S08"):
        checking.fix(finding(window, rule))

    blocks = window.place.editor.body.body().blocks
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "Heading", "Paragraph", "Paragraph"]
    assert blocks[1] == Heading(2, (Span("Pris"),))


def test_typed_signs_become_a_list(open_window):
    window = open_window("Ta med", "- hammare", "- spik", SHORT)

    window.article.checking.fix(finding(window, "S17"))

    kinds = [type(block).__name__ for block in window.place.editor.body.body().blocks]
    assert kinds == ["Paragraph", "ListItem", "ListItem", "Paragraph"]
    assert texts(window) == ["Ta med", "hammare", "spik", SHORT]


def test_the_words_of_the_image_at_the_top_are_mended(qtbot, open_window):
    window = open_window(SHORT)
    hero = window.place.details.hero
    hero.replace(Figure("a" * 64, alt="En väg", caption="Vägen är 10% klar", credit="Siv"))
    qtbot.waitUntil(lambda: "Y08" in rules(window), timeout=WAIT)

    window.article.checking.fix(finding(window, "Y08"))

    assert hero.figure().caption == "Vägen är 10\u00a0% klar"


def test_what_changed_since_it_was_found_is_not_mended(open_window):
    window = open_window("Vägen kostar 10% av allt.")
    found = finding(window, "Y08")
    mark = window.article.checking.marks.place_of(found)
    cursor = QTextCursor(mark.cursor)
    cursor.setPosition(mark.cursor.selectionStart() + 1)
    cursor.insertText("5")
    before = texts(window)

    window.article.checking.fix(found)

    assert texts(window) == before


def test_the_menu_on_a_mark_offers_the_fix(open_window):
    window = open_window("Vägen kostar 10% av allt.")
    body = window.place.editor.body
    mark = window.article.checking.marks.place_of(finding(window, "Y08"))
    menu = QMenu()

    body.menu_asked.emit(menu, mark.cursor)
    offered = [action for action in menu.actions() if not action.isSeparator()]
    offered[1].trigger()

    assert offered[0].text() == "Put a space before %"
    assert texts(window) == ["Vägen kostar 10\u00a0% av allt."]
    menu.deleteLater()


def test_what_stops_an_approval_is_listed_and_the_first_is_chosen(qtbot, open_window):
    window = open_window(SHORT, title="")

    window.article.approving.submit()
    qtbot.waitUntil(lambda: window.place.is_panel_shown("findings"), timeout=WAIT)

    panel = window.place.findings
    assert panel.current().severity is Severity.BLOCKS
    assert panel.list.hasFocus()
    count = sum(row.severity is Severity.BLOCKS for row in panel.rows()) - 1
    heading = f"{count} things to mend before the article can be approved."
    assert window.place.messages.texts()[0].startswith(heading)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert not panel.list.hasFocus()


def test_nothing_found_is_said_plainly(qtbot, open_window):
    window = open_window(SHORT)
    panel = show_panel(window)

    panel.show_rows((), "")

    assert said(panel, "finding_counts") == "Nothing to remark on"
    assert not panel.list.isVisible()
    assert not panel.details.isVisible()


def test_the_index_stands_below_the_text_with_its_band(qtbot, open_window):
    window = open_window(*["Vi bygger en väg i den stora skogen."] * 9)

    words = "LIX 8 (very easy)"
    assert said(window.place.editor.foot, "foot_readability") == words
    assert said(show_panel(window), "readability") == words


def test_a_short_text_has_no_index(open_window):
    window = open_window(SHORT)

    assert not window.place.editor.foot.readability.isVisible()


def test_the_three_parts_beside_the_text_take_turns(open_window):
    place = open_window(SHORT).place

    shown = []
    for name, is_shown in (("findings", True), ("comments", True), ("findings", True), ("findings", False)):
        place.show_panel(name, is_shown)
        shown.append([one for one in ("details", "comments", "findings") if place.panels[one].isVisible()])

    assert shown == [["findings"], ["comments"], ["findings"], ["details"]]


def test_mending_a_long_article_keeps_the_rest_of_it(open_window):
    window = open_window(*[f"Stycke {n} kostar {n}% av allt." for n in range(10, 40)])
    before = window.place.editor.body.body()

    window.article.checking.fix_all(finding(window, "Y08"))

    after = window.place.editor.body.body()
    assert [plain_text(block) for block in after.blocks] == [
        plain_text(block).replace("%", "\u00a0%") for block in before.blocks
    ]


def test_a_passage_in_another_language_is_marked(open_window):
    english = "The road is open for all of you and we hope that you will like it."
    table = Table((((Span("Språk"),), (Span("Text"),)), ((Span("Engelska"),), (Span(english, (Strong(),)),))))
    window = open_window(SHORT, english, table)
    marks = Language("en")

    window.article.checking.fix_all(finding(window, "S16"))
    for one in [one for one in window.article.checking.findings if one.rule == "S16"]:
        window.article.checking.fix(one)

    blocks = window.place.editor.body.body().blocks
    assert blocks[1].spans == (Span(english, (marks,)),)
    assert blocks[2].rows[1][1] == (Span(english, (marks, Strong())),)


def test_the_count_below_the_text_opens_the_list(qtbot, open_window):
    window = open_window("Den kostar XX.")
    count = window.place.editor.foot.findings

    qtbot.mouseClick(count, Qt.MouseButton.LeftButton)

    assert count.text() == f"{len(window.article.checking.findings)} findings"
    assert window.place.findings.isVisible()
    assert window.place.findings.list.hasFocus()


def test_a_finding_is_dismissed_with_a_reason_and_brought_back(qtbot, open_window):
    window = open_window("Hur många?? Det vet ingen.")
    panel = show_panel(window)
    panel.choose(finding(window, "Y12"))
    press(qtbot, panel, "dismiss_finding")
    dialog = window.findChild(WordsDialog)
    qtbot.keyClicks(dialog.findChild(object, "words"), "Det ar ett citat.")

    qtbot.mouseClick(dialog.findChild(QPushButton, "accept"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: "Y12" not in rules(window), timeout=WAIT)
    assert window.place.messages.texts() == ("Dismissed: One mark is enough",)
    buttons = window.place.messages.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Bring it back").click()
    qtbot.waitUntil(lambda: "Y12" in rules(window), timeout=WAIT)


def test_what_stops_an_approval_cannot_be_dismissed(open_window):
    window = open_window("Den kostar XX.")
    panel = show_panel(window)

    panel.choose(finding(window, "Y14"))

    assert not panel.details.dismiss_button.isVisible()


def test_what_is_only_read_is_explained_and_not_mended(qtbot, open_window):
    window = open_window("Hur många?? Det vet ingen.")
    panel = show_panel(window)

    window.place.make_read_only("The archive is damaged.")
    panel.choose(finding(window, "Y12"))
    qtbot.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)

    buttons = (panel.details.fix_button, panel.details.dismiss_button, panel.details.visit_button)
    assert [button.isEnabled() for button in buttons] == [False, False, True]
    assert texts(window) == ["Hur många?? Det vet ingen."]


def test_words_that_the_newsroom_adds_count_at_once(qtbot, open_window, tmp_path):
    (tmp_path / "rules.txt").write_text("vaktmästare = fastighetsskötare\n", encoding="utf-8")
    window = open_window("Ring vår vaktmästare.")
    before = rules(window)

    with qtbot.waitSignal(window.article.checking.shown, timeout=WAIT):
        window.newsroom.save_policy(replace(window.newsroom.policy, words_folder=str(tmp_path)))

    qtbot.waitUntil(lambda: "M01" in rules(window), timeout=WAIT)
    assert "M01" not in before


def test_a_long_list_is_marked_and_what_is_chosen_last_comes_in_sight(qtbot, open_window):
    window = open_window(*(f"Den {number} gången kostar den ca {number} kronor." for number in range(2, 300)))
    panel = show_panel(window)
    checking = window.article.checking

    panel.choose(checking.findings[-1])

    assert len([one for one in rules(window) if one == "K05"]) == 298
    assert all(checking.marks.place_of(one) for one in checking.findings if one.rule == "K05")
    qtbot.waitUntil(lambda: is_in_sight(panel), timeout=WAIT)


def is_in_sight(panel):
    row = panel.list.visualRect(panel.list.currentIndex())
    return not row.isEmpty() and panel.list.viewport().rect().contains(row)


def test_the_key_that_mends_says_so_where_it_cannot(qtbot, open_window):
    window = open_window(SHORT)
    window.place.editor.body.setFocus()

    qtbot.keyClick(window.place.editor.body, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)

    shown = [label.text() for label in window.place.messages.findChildren(QLabel)]
    assert "There is nothing here that one click can mend" in shown


def test_what_can_be_done_stays_in_sight_where_the_explanation_has_no_room(open_window):
    window = open_window("Den kostar ca 40 kronor.")
    window.resize(1500, 420)
    panel = show_panel(window)

    panel.choose(finding(window, "K05"))

    button = panel.findChild(QPushButton, "fix_finding")
    assert button.visibleRegion().boundingRect() == button.rect()
