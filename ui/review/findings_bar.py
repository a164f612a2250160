"""What has to be mended before an article can be approved."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from editor_app.translation import _, ngettext
from ui.theme.spacing import XS, S
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.labels import QuietLabel, SectionHeading, WrappingLabel
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from editor_app.checks.findings import Finding


class FindingsBar(Banner):
    """Lists findings; `place_asked` carries the one whose place somebody wants to see."""

    place_asked = Signal(object)

    def __init__(self, findings: "Sequence[Finding]", parent: QWidget | None = None) -> None:
        # The rules come with libraries that the first paint does not wait for.
        from editor_app.checks.rule_book import message

        super().__init__(Tone.WARNING, _("Close the list"), parent)
        self.setObjectName("findings")
        count = len(findings)
        heading = ngettext(
            "{count} thing to mend before the article can be approved",
            "{count} things to mend before the article can be approved",
            count,
        ).format(count=count)
        self.setAccessibleName(heading)
        self.words.setSpacing(XS)
        self.words.addWidget(SectionHeading(heading))
        for finding in findings:
            self.words.addLayout(self._line(finding, message(finding)))
        self.words.addWidget(QuietLabel(_("Mend them, then submit the article again.")))
        announce(self, ". ".join([heading, *map(message, findings)]), urgent=True)

    def _line(self, finding: "Finding", words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S)
        sentence = WrappingLabel(f"• {words}")
        sentence.setObjectName("finding")
        row.addWidget(sentence, 1)
        show = QPushButton(_("Show"))
        show.setAutoDefault(False)
        show.setAccessibleName(_("Show where: {message}").format(message=words))
        show.clicked.connect(lambda: self.place_asked.emit(finding))
        row.addWidget(show)
        return row
