"""The window's menus: every action once, with its icon and its keys."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from editor_app.translation import _
from ui.archive_browser.archive_list import TABLE_KEYS
from ui.preview.width_choice import WIDTHS
from ui.theme.icons import icon

Keys = QKeySequence.StandardKey
Act = Callable[[], Any]


@dataclass(frozen=True)
class Entry:
    """One line of a menu: `name` is the action's object name, `keys` its shortcut."""

    name: str
    text: str
    act: Callable[..., Any]
    keys: str | QKeySequence.StandardKey | None = None
    icon: str = ""
    checkable: bool = False


Line = Entry | QAction | None


@dataclass(frozen=True)
class Acts:
    """What the menus can ask for."""

    new_article: Act
    take_in: Act
    submit: Act
    take_back: Act
    return_to_author: Act
    approve: Act
    publish: Act
    correct: Act
    withdraw: Act
    export: Act
    publish_site: Act
    export_word: Act
    hand_over: Act
    show_planned: Act
    export_review: Act
    show_versions: Act
    save_version: Act
    show_since_approved: Act
    translate: Act
    preserve: Act
    delete: Act
    show_log: Act
    show_due: Act
    open_archive: Act
    make_archive: Act
    show_backups: Act
    check_archive: Act
    show_contacts: Act
    show_categories: Act
    show_site: Act
    begin_notice: Act
    show_settings: Act
    find_action: Act
    find_article: Act
    show_table: Act
    show_panel: Callable[[str, bool], Any]
    choose_width: Callable[[int], Any]
    tell_about: Act
    close: Act


def build_menus(
    window: QMainWindow,
    acts: Acts,
    formats: Iterable[Line],
    inserts: Iterable[Line],
    finding: Iterable[Line],
    sights: Iterable[Line],
) -> dict[str, QAction]:
    """Fill the menu bar of `window`; returns the actions made here by their object names.

    Those that open a menu are among them, as in `edit_menu`.
    """
    bar = window.menuBar()
    made: dict[str, QAction] = {}
    for name, title, lines in (
        ("file", _("&File"), _file_lines(acts)),
        ("edit", _("&Edit"), (*_edit_lines(acts), None, *finding)),
        ("format", _("F&ormat"), formats),
        ("insert", _("&Insert"), inserts),
        ("article", _("&Article"), _article_lines(acts)),
        ("view", _("&View"), (*_view_lines(acts), None, *sights)),
        ("help", _("&Help"), _help_lines(acts)),
    ):
        menu = bar.addMenu(title)
        # Those that cannot be done now say why.
        menu.setToolTipsVisible(name == "article")
        made[f"{name}_menu"] = menu.menuAction()
        made |= _fill(window, menu, lines)
    return made


def _file_lines(acts: Acts) -> list[Line]:
    return [
        Entry("new_article", _("New article"), acts.new_article, Keys.New, "file-plus"),
        Entry("take_in", _("Take in…"), acts.take_in, "Ctrl+Shift+N", "clipboard-text"),
        None,
        Entry("export", _("Export the site…"), acts.export, "Ctrl+E", "world-upload"),
        Entry("publish_site", _("Publish the site…"), acts.publish_site, "Ctrl+Shift+U", "cloud-upload"),
        Entry("planned", _("Planned…"), acts.show_planned, "Ctrl+Alt+P", "calendar"),
        Entry("site", _("The website…"), acts.show_site, "Ctrl+Alt+W", "world"),
        Entry(
            "begin_notice", _("New notice on the website…"), acts.begin_notice, "Ctrl+Alt+V", "speakerphone"
        ),
        None,
        Entry("export_word", _("Export to Word…"), acts.export_word, "Ctrl+Shift+E", "file-export"),
        Entry("hand_over", _("Hand over to a CMS…"), acts.hand_over, "Ctrl+Alt+L", "clipboard-text"),
        Entry("export_review", _("Send for review…"), acts.export_review, "Ctrl+Alt+R", "send"),
        None,
        Entry("open_archive", _("Open archive…"), acts.open_archive, Keys.Open, "database"),
        Entry("make_archive", _("New archive…"), acts.make_archive, "Ctrl+Alt+N", "database-plus"),
        Entry("backups", _("Backups…"), acts.show_backups, "Ctrl+Alt+B", "history"),
        None,
        Entry("contacts", _("Contacts…"), acts.show_contacts, "Ctrl+Alt+C", "address-book"),
        Entry("categories", _("Categories…"), acts.show_categories, "Ctrl+Alt+G", "tag"),
        Entry("log", _("Audit log…"), acts.show_log, "Ctrl+Alt+J", "list-details"),
        Entry("due", _("Disposal…"), acts.show_due, "Ctrl+Alt+U", "calendar"),
        None,
        Entry("settings", _("Settings…"), acts.show_settings, "Ctrl+,", "settings"),
        None,
        Entry("quit", _("Quit"), acts.close, "Ctrl+Q"),
    ]


def _edit_lines(acts: Acts) -> list[Line]:
    return [
        Entry("undo", _("Undo"), partial(_in_focus, "undo"), Keys.Undo, "arrow-back-up"),
        Entry("redo", _("Redo"), partial(_in_focus, "redo"), Keys.Redo, "arrow-forward-up"),
        None,
        Entry("cut", _("Cut"), partial(_in_focus, "cut"), Keys.Cut, "scissors"),
        Entry("copy", _("Copy"), partial(_in_focus, "copy"), Keys.Copy, "copy"),
        Entry("paste", _("Paste"), partial(_in_focus, "paste"), Keys.Paste, "clipboard"),
        Entry("paste_plain", _("Paste as plain text"), _paste_plain, "Ctrl+Shift+V", "clipboard-typography"),
        Entry("select_all", _("Select all"), partial(_in_focus, "selectAll"), Keys.SelectAll, "select-all"),
        None,
        Entry("find_article", _("Find an article"), acts.find_article, "Ctrl+Shift+F", "search"),
    ]


def _article_lines(acts: Acts) -> list[Line]:
    return [
        Entry("submit", _("Submit for approval"), acts.submit, "Ctrl+Return", "send"),
        Entry("take_back", _("Take back"), acts.take_back, "Ctrl+Shift+Backspace", "arrow-back-up"),
        Entry(
            "return", _("Return to the author…"), acts.return_to_author, "Ctrl+Alt+Backspace", "arrow-left"
        ),
        Entry("approve", _("Approve…"), acts.approve, "Ctrl+Shift+Return", "circle-check"),
        Entry("publish", _("Publish"), acts.publish, "Ctrl+Alt+Return", "world-upload"),
        Entry("correct", _("Correct…"), acts.correct, "Ctrl+Shift+R", "pencil"),
        Entry("withdraw", _("Withdraw…"), acts.withdraw, "Ctrl+Shift+W", "square-x"),
        None,
        Entry("versions", _("Versions…"), acts.show_versions, "Ctrl+Shift+H", "history"),
        Entry("save_version", _("Save version…"), acts.save_version, "Ctrl+Alt+S", "bookmark"),
        Entry(
            "since_approved",
            _("Changes since the approval…"),
            acts.show_since_approved,
            "Ctrl+Alt+H",
            "arrows-diff",
        ),
        None,
        Entry("translate", _("New translation…"), acts.translate, "Ctrl+Alt+O", "language"),
        Entry("preserve", _("Preserve…"), acts.preserve, "Ctrl+Alt+E", "package"),
        Entry("delete", _("Delete…"), acts.delete, "Ctrl+Shift+Delete", "trash"),
    ]


def _view_lines(acts: Acts) -> list[Line]:
    panels = (
        ("list", _("List of articles"), "F9", "layout-sidebar"),
        ("details", _("Details"), "F10", "layout-sidebar-right"),
        ("comments", _("Comments"), "Ctrl+F10", "message"),
        ("findings", _("Checks"), "Ctrl+F11", "circle-check"),
        ("preview", _("The article on a phone"), "F11", "device-mobile"),
    )
    lines: list[Line] = [
        Entry(f"show_{name}", text, partial(acts.show_panel, name), keys, drawing, checkable=True)
        for name, text, keys, drawing in panels
    ]
    table = Entry("show_table", _("Archive as a table"), acts.show_table, TABLE_KEYS, "table")
    lines += [None, table, None]
    for number, width in enumerate(WIDTHS, start=1):
        text = _("Phone {width} points wide").format(width=width)
        lines.append(Entry(f"phone_{width}", text, partial(acts.choose_width, width), f"Ctrl+Shift+{number}"))
    return lines


def _help_lines(acts: Acts) -> list[Line]:
    return [
        Entry("find_action", _("Find an action…"), acts.find_action, "Ctrl+Shift+P", "search"),
        None,
        Entry("check_archive", _("Check the archive…"), acts.check_archive, "Ctrl+Alt+K", "circle-check"),
        None,
        Entry("about", _("About Pressklar"), acts.tell_about, "F1", "info-circle"),
    ]


def _in_focus(method: str) -> None:
    """Call `method` of the field that has the focus, where it has such a one."""
    act = getattr(QApplication.focusWidget(), method, None)
    if callable(act):
        act()


def _paste_plain() -> None:
    """Paste without marks; a field that knows no marks does so anyway."""
    field = QApplication.focusWidget()
    _in_focus("paste_plain" if hasattr(field, "paste_plain") else "paste")


def _fill(window: QMainWindow, menu: QMenu, lines: Iterable[Line]) -> dict[str, QAction]:
    made = {}
    for line in lines:
        if line is None:
            menu.addSeparator()
        elif isinstance(line, QAction):
            menu.addAction(line)
        else:
            made[line.name] = _make(window, line)
            menu.addAction(made[line.name])
    return made


def _make(window: QMainWindow, entry: Entry) -> QAction:
    action = QAction(entry.text, window)
    action.setObjectName(entry.name)
    if entry.icon:
        action.setIcon(icon(entry.icon))
    if entry.keys is not None:
        action.setShortcut(QKeySequence(entry.keys))
    action.setCheckable(entry.checkable)
    if entry.checkable:
        action.toggled.connect(entry.act)
    else:
        # Qt would hand over whether it is checked.
        action.triggered.connect(lambda _checked: entry.act())
    return action
