"""What an expert says about an article, before it is put beside its words."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.desk.incoming_values import IncomingReply
from editor_app.translation import _
from ui.intake_dialog.comment_list import CommentList
from ui.theme.spacing import M
from ui.widgets.labels import QuietLabel, SectionHeading


class ReplyPage(QWidget):
    """Shows the comments of one IncomingReply, each with the words that it is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = SectionHeading("")
        self._sentence = QuietLabel("")
        self._comments = CommentList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self._heading)
        column.addWidget(self._sentence)
        column.addWidget(self._comments, 1)
        self.setFocusProxy(self._comments)

    def sentence(self) -> str:
        """Return what it says of the reply as a whole."""
        return self._sentence.text()

    def show_reply(self, incoming: IncomingReply) -> None:
        """Show what `incoming` says."""
        title = incoming.title or _("Untitled")
        self._heading.setText(_("Comments from {name} on “{title}”").format(name=incoming.name, title=title))
        self._sentence.setText(" ".join(_sentences(incoming)))
        self._comments.show_comments(incoming.comments, incoming.known_ids)


def _sentences(incoming: IncomingReply) -> Iterator[str]:
    if incoming.is_known:
        yield _("All of these comments were taken in before.")
    else:
        yield _("They are on version {number}. Each is put beside the words that it is about.").format(
            number=incoming.number
        )
    if incoming.is_anonymous:
        yield _("No name was given: they are kept as those of “{name}”.").format(name=incoming.name)
