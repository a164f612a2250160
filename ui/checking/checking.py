"""The rules over the open article: checked while it is written, marked in the text, listed beside it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from editor_app.checks.findings import Finding, Part, ReplaceText, SetLanguage, Severity
from editor_app.checks.readiness import NotReady
from editor_app.domain.workflow import State
from editor_app.translation import _, ngettext
from ui.checking.check_worker import Checked
from ui.checking.dismissing import Dismissing
from ui.checking.finding_details_place import show_in_details
from ui.checking.finding_marks import FindingMarks
from ui.checking.finding_model import Row
from ui.checking.finding_places import Field, FindingPlace, FindingPlaces
from ui.checking.finding_words import fix_words, lix_words, passage_words
from ui.checking.live_checks import LiveChecks
from ui.checking.mending import mend, with_figure_text
from ui.checking.page_checks import PageChecks
from ui.checking.page_findings import is_of_page
from ui.desk_worker import DeskWorker
from ui.editing import Editing
from ui.editor.session import ArticleSession
from ui.newsroom import Newsroom
from ui.theme.icons import icon
from ui.widgets.announce import announce
from ui.widgets.number_words import number
from ui.widgets.slices import Slices
from ui.widgets.tone import Tone
from ui.window_menus import Entry, Line
from ui.workplace import Workplace

PANEL = "findings"
# A menu that offers more is read by nobody.
MOST_IN_MENU = 3


class Checking(QObject):
    """Keeps marks and list up with what the rules find in the article as it stands in the window.

    `shown` comes when they are those of what `findings` holds, the worst first.
    """

    shown = Signal()

    def __init__(
        self,
        worker: DeskWorker,
        session: ArticleSession,
        editing: Editing,
        place: Workplace,
        newsroom: Newsroom,
        name: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._place = place
        self._panel = place.findings
        editor = place.editor
        self.findings: tuple[Finding, ...] = ()
        self._checked: Checked | None = None
        self._refused: tuple[Finding, ...] = ()
        # What is to be chosen in the list as soon as that has it.
        self._wanted: Finding | None = None
        self._slices = Slices(self)
        self._session = session
        self._name = name
        self._live = LiveChecks(worker, editing.article, self._approver, self)
        self.places = FindingPlaces(editor.title, editor.lead, editor.body)
        self.marks = FindingMarks(self.places, _message, self)
        self._page = PageChecks(place, self)
        self._dismissing = Dismissing(worker, place, name, self)
        self._listen(session, editing, newsroom)

    def close(self) -> None:
        """Check nothing any more."""
        self._live.close()

    def finding_lines(self) -> list[Line]:
        """Return the lines of the menu Edit that go from finding to finding, and mend."""
        return [
            None,
            Entry("next_finding", _("Next finding"), lambda: self.go(1), "F4", "list-details"),
            Entry("previous_finding", _("Previous finding"), lambda: self.go(-1), "Shift+F4"),
            Entry("fix_finding", _("Mend the finding"), self.fix_here, "Ctrl+.", "check"),
        ]

    def go(self, step: int) -> None:
        """Go to the next finding in the text (`step` 1), or the one before (-1)."""
        finding = self.marks.beside_cursor(step) or next(iter(self.findings), None)
        if finding is None:
            self._place.messages.note(_("Nothing to remark on"))
            return
        self._panel.choose(finding)
        self.visit(finding)
        announce(self._place.editor, _message(finding))

    def visit(self, finding: Finding) -> None:
        """Select the passage of `finding`, or give the focus to the detail that it is about.

        One of the page is outlined there too.
        """
        if is_of_page(finding):
            self._page.point_at(finding)
            self.marks.go_to(finding)
        elif not self.marks.go_to(finding):
            show_in_details(self._place, finding)

    def fix_here(self) -> None:
        """Mend what is found at the cursor, else what is chosen in the list."""
        field = next((field for field in self.places.fields if field.hasFocus()), None)
        here = [] if field is None else self.marks.at(field, field.textCursor().position())
        for finding in (*here, self._panel.current()):
            if finding is not None and finding.fix is not None:
                self.fix(finding)
                return
        self._place.messages.note(_("There is nothing here that one click can mend"))

    def fix(self, finding: Finding) -> None:
        """Do what `finding` offers."""
        self._fix((finding,))

    def fix_all(self, finding: Finding) -> None:
        """Do what all findings of the same rule offer that are safe to mend unseen."""
        self._fix([one for one in self.findings if one.rule == finding.rule and one.is_safe])

    def dismiss(self, finding: Finding) -> None:
        """Ask for the reason to let `finding` be."""
        of_words = None if self._checked is None else self._checked.article
        article = self._page.article if is_of_page(finding) else of_words
        if article is not None:
            self._dismissing.ask(article, finding, _message(finding))

    def _fix(self, findings: Sequence[Finding]) -> None:
        if self._place.editor.body.isReadOnly():
            return
        placed = [self.marks.place_of(finding) for finding in findings]
        mend(one for one in placed if one is not None)
        for finding in findings:
            self._fix_beside(finding)
        self._live.check_soon()

    def _fix_beside(self, finding: Finding) -> None:
        """Do what `finding` offers for what stands beside the words."""
        details, fix = self._place.details, finding.fix
        if isinstance(fix, SetLanguage):
            details.choose_language(fix.tag)
        elif isinstance(fix, ReplaceText) and finding.place.part is Part.HERO:
            figure = details.hero.figure()
            if figure is not None:
                details.hero.replace(with_figure_text(figure, finding.place, fix.text))

    def _listen(self, session: ArticleSession, editing: Editing, newsroom: Newsroom) -> None:
        place, panel = self._place, self._panel
        self._live.found.connect(self._take)
        for edited in (place.editor.edited, place.details.edited):
            edited.connect(self._note_edit)
        session.opened.connect(self._begin_article)
        for changed in (session.saved, session.overtaken, session.state_changed, newsroom.known_changed):
            changed.connect(self._live.forget)
        editing.not_ready.connect(self._tell_not_ready)
        place.editor.foot.findings_asked.connect(self._show_panel)
        panel.visit_asked.connect(self.visit)
        panel.fix_asked.connect(self.fix)
        panel.fix_all_asked.connect(self.fix_all)
        panel.dismiss_asked.connect(self.dismiss)
        panel.dismissed.bring_back_asked.connect(self._dismissing.bring_back)
        self._dismissing.changed.connect(self._live.check_soon)
        self._page.changed.connect(self._show)
        self._page.asked_for.connect(self._show_first_of_page)
        for field in self.places.fields:
            field.menu_asked.connect(partial(self._add_to_menu, field))

    def _approver(self) -> str:
        """Return who would approve the article: the person at the window, once it waits for that."""
        copy = self._session.current
        return self._name() if copy is not None and copy.state is State.IN_REVIEW else ""

    def _note_edit(self) -> None:
        # What stood in the way of the text as it was may not stand in the way of this one.
        self._refused, self._wanted = (), None
        if self._slices.is_under_way:
            # The places are no longer those of the text.
            self._show()
        self._live.note_edit()

    def _begin_article(self) -> None:
        self._slices.stop()
        self.findings, self._checked, self._refused, self._wanted = (), None, (), None
        self._page.forget()
        self._panel.show_rows((), "")
        self._panel.dismissed.show_entries(())
        self.marks.show(())
        self._place.editor.foot.show_readability("")
        self._place.editor.foot.show_findings(0)
        self._live.begin()

    def _take(self, checked: Checked) -> None:
        self._checked = checked
        self._show()

    def _show(self) -> None:
        """Mark and list what was found, the long ones slice by slice."""
        checked = self._checked
        if checked is None:
            return
        missing = [one for one in self._refused if one not in checked.findings]
        of_words, of_page = (*missing, *checked.findings), self._page.left(self._live.dismissals)
        worst_first = list(Severity)
        findings = sorted((*of_words, *of_page), key=lambda one: worst_first.index(one.severity))
        places: list[FindingPlace] = []
        rows: list[Row] = []

        def steps() -> Iterator[None]:
            of_both = (self.places.of(checked.article, of_words), self._page.places(self.places, of_page))
            for place in chain.from_iterable(of_both):
                places.append(place)
                yield
            for one in findings:
                passage = passage_words(checked.article, one)
                rows.append(Row(one.severity, _message(one), passage, one))
                yield

        def done() -> None:
            self.findings = tuple(findings)
            self.marks.show(places)
            self._list(checked, rows)

        self._slices.run(steps(), done)

    def _list(self, checked: Checked, rows: Sequence[Row]) -> None:
        self._panel.show_rows(rows, lix_words(checked.lix))
        self._panel.dismissed.show_entries(
            [
                (one, _message(finding), passage_words(checked.article, finding))
                for one, finding in (*checked.let_be, *self._page.let_be(self._live.dismissals))
            ]
        )
        self._place.editor.foot.show_readability(lix_words(checked.lix))
        self._place.editor.foot.show_findings(len(rows))
        if self._wanted in self.findings:
            self._panel.choose(self._wanted)
            self._wanted = None
        self.shown.emit()

    def _tell_not_ready(self, error: NotReady) -> None:
        """List what blocks the approval, the first of it chosen, and say how to go on."""
        self._refused, self._wanted = error.findings, error.findings[0]
        self._show_panel()
        self._show()
        count = len(error.findings)
        heading = ngettext(
            "{count} thing to mend before the article can be approved",
            "{count} things to mend before the article can be approved",
            count,
        ).format(count=number(count))
        self._place.messages.note(
            _("{heading}. They are listed under Checks; mend them, then submit the article again.").format(
                heading=heading
            ),
            Tone.WARNING,
        )
        announce(self._panel, ". ".join((heading, *map(_message, error.findings))), urgent=True)

    def _add_to_menu(self, field: Field, menu: QMenu, cursor: QTextCursor) -> None:
        found = self.marks.at(field, cursor.position())[:MOST_IN_MENU]
        for finding in found:
            menu.addSeparator()
            show = menu.addAction(icon("list-details"), _message(finding).replace("&", "&&"))
            show.triggered.connect(partial(self._show_in_list, finding))
            if finding.fix is not None and not field.isReadOnly():
                fix = menu.addAction(icon("check"), fix_words(finding).replace("&", "&&"))
                fix.triggered.connect(partial(self.fix, finding))
            if finding.severity is not Severity.BLOCKS and not field.isReadOnly():
                menu.addAction(icon("x"), _("Dismiss…")).triggered.connect(partial(self.dismiss, finding))

    def _show_in_list(self, finding: Finding) -> None:
        self._show_panel()
        self._panel.choose(finding)

    def _show_first_of_page(self, findings: Sequence[Finding]) -> None:
        self._show_in_list(next((one for one in self.findings if one in findings), findings[0]))

    def _show_panel(self) -> None:
        self._place.show_panel(PANEL, True)
        self._panel.list.setFocus()


def _message(finding: Finding) -> str:
    # Nothing is found before the rules are loaded.
    from editor_app.checks.rule_book import message

    return message(finding)
