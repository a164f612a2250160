"""The sentences above the article, one below the other, until they are dismissed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.spacing import M, S
from ui.widgets.banner import Banner
from ui.widgets.message_bar import MessageAction, MessageBar
from ui.widgets.tone import Tone

MOST = 3


class Messages(QWidget):
    """Shows the newest messages; the same one is never shown twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(M, S, M, S)
        self._column.setSpacing(S)
        self._bars: list[Banner] = []
        self._note: Banner | None = None
        self._lasting: list[Banner] = []
        self.hide()

    def texts(self) -> tuple[str, ...]:
        """Return what the messages say, the oldest first."""
        return tuple(bar.accessibleName() for bar in self._bars)

    def say(self, tone: Tone, text: str, actions: Sequence[MessageAction] = ()) -> None:
        """Show `text` as the newest message."""
        self.add(MessageBar(tone, text, actions))

    def say_of_archive(self, tone: Tone, text: str, actions: Sequence[MessageAction] = ()) -> None:
        """Show `text`, which stays true whichever article is open."""
        bar = MessageBar(tone, text, actions)
        self.add(bar)
        self._lasting.append(bar)

    def note(self, text: str, tone: Tone = Tone.INFO) -> None:
        """Show `text` in place of the note before: of the text as it is now, only the newest is true."""
        if self._note is not None:
            self._note.dismiss()
        self._note = MessageBar(tone, text)
        self.add(self._note)

    def add(self, bar: Banner) -> None:
        """Show `bar`; an older one that says the same goes, as do the oldest beyond MOST."""
        for older in [older for older in self._bars if _is_as(older, bar)]:
            older.dismiss()
        while len(self._bars) >= MOST:
            passing = [one for one in self._bars if one not in self._lasting]
            (passing or self._bars)[0].dismiss()
        bar.dismissed.connect(lambda: self._gone(bar))
        self._bars.append(bar)
        self._column.addWidget(bar)
        self.show()

    def clear(self) -> None:
        """Take away all messages but those that are about the archive and not the article."""
        for bar in [bar for bar in self._bars if bar not in self._lasting]:
            bar.dismiss()

    def _gone(self, bar: Banner) -> None:
        self._bars.remove(bar)
        if bar is self._note:
            self._note = None
        if bar in self._lasting:
            self._lasting.remove(bar)
        self._column.removeWidget(bar)
        self.setVisible(bool(self._bars))


def _is_as(older: QWidget, newer: QWidget) -> bool:
    return older.accessibleName() == newer.accessibleName()
