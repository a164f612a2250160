"""What the page itself is found to lack: listed beside what the rules find, and outlined in the phone."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor_app.checks.findings import Finding
from editor_app.domain.article import Article
from editor_app.translation import _
from ui.checking.finding_places import FindingPlace, FindingPlaces
from ui.checking.page_findings import page_findings
from ui.preview.accessibility import Looked
from ui.widgets.tone import Tone
from ui.workplace import Workplace

if TYPE_CHECKING:
    from editor_app.domain.dismissals import Dismissal


class PageChecks(QObject):
    """Keeps what was found in the page of the open article.

    `changed` comes when that is something else; `asked_for` carries the findings where somebody had
    asked, there being some.
    """

    changed = Signal()
    asked_for = Signal(object)

    def __init__(self, place: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._article: Article | None = None
        self._found: tuple[Finding, ...] = ()
        accessibility = place.preview.accessibility
        accessibility.found.connect(self._take)
        accessibility.failed.connect(self._tell_failed)

    @property
    def article(self) -> Article | None:
        """The article whose page was looked at, as it stood then; None before any was."""
        return self._article

    def forget(self) -> None:
        """Know nothing of any page: another article has been opened."""
        self._article, self._found = None, ()

    def left(self, dismissals: "Sequence[Dismissal]") -> tuple[Finding, ...]:
        """Return what was found and nobody has let be."""
        # The rules, and what goes with them, come after the first paint.
        from editor_app.checks.dismissing import left

        return () if self._article is None else left(self._article, self._found, dismissals)

    def let_be(self, dismissals: "Sequence[Dismissal]") -> "tuple[tuple[Dismissal, Finding], ...]":
        """Return what was found and dismissed, with what was noted then."""
        from editor_app.checks.dismissing import let_be

        return () if self._article is None else let_be(self._article, self._found, dismissals)

    def places(self, places: FindingPlaces, findings: Iterable[Finding]) -> Iterator[FindingPlace]:
        """Yield where those of `findings` stand now that are in the text."""
        if self._article is not None:
            yield from places.of(self._article, findings)

    def point_at(self, finding: Finding) -> None:
        """Outline in the phone what `finding` is about."""
        self._place.show_panel("preview", True)
        self._place.preview.point_at(finding.values["target"])

    def _take(self, looked: Looked) -> None:
        article = self._place.preview.article()
        if article is None or article.id != looked.article.id:
            return
        self._article = looked.article
        self._found = page_findings(looked.article, looked.faults)
        self.changed.emit()
        if looked.was_asked and self._found:
            self.asked_for.emit(self._found)
        elif looked.was_asked:
            self._place.messages.note(_("No accessibility fault was found in the page"))

    def _tell_failed(self) -> None:
        self._place.messages.say(
            Tone.WARNING, _("The page could not be looked at. Show it in the phone, and try again.")
        )
