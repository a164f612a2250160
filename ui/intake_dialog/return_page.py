"""What a document that comes back would change in its article, before anything is stored."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.desk.incoming_values import Incoming
from editor_app.translation import _, ngettext
from ui.intake_dialog.comment_list import CommentList
from ui.review.compare_view import CompareView, LoadImage
from ui.theme.spacing import M
from ui.widgets.labels import QuietLabel, SectionHeading
from ui.widgets.message_bar import MessageBar
from ui.widgets.tone import Tone

# Of the comments, so many lines are in sight however large the text is.
LEAST_LINES = 4


class ReturnPage(QWidget):
    """Shows the article as it stands beside the words of one Incoming that is `returning`."""

    def __init__(self, load_image: LoadImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = SectionHeading("")
        self._sentence = QuietLabel("")
        self._left_out = QuietLabel("")
        self._warning: MessageBar | None = None
        self._count = SectionHeading("")
        self.comments = CommentList(names=True)
        self.comments.setMinimumHeight(LEAST_LINES * self.fontMetrics().lineSpacing())
        self.comparison = CompareView(load_image)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(M)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._count)
        self._column.addWidget(self.comments, 2)
        self._column.addWidget(self._sentence)
        self._column.addWidget(self.comparison, 3)
        self._column.addWidget(self._left_out)
        self.setFocusProxy(self.comparison)

    @property
    def warns(self) -> bool:
        """Whether it says that the article was changed after the document was written."""
        return self._warning is not None

    def show_incoming(self, incoming: Incoming) -> None:
        """Show what `incoming` would change."""
        returning = incoming.returning
        if returning is None:
            return
        title = returning.now.article.title or _("Untitled")
        self._heading.setText(_("{file} comes back to “{title}”").format(file=incoming.name, title=title))
        self._sentence.setText(
            _(
                "Title, lead and text come from the document. Category, contacts, times, the image at the "
                "top and how images are cropped stay as they are in the article. What is replaced is kept "
                "as a version."
            )
        )
        self._warn(returning.changed_since)
        count = len(returning.comments)
        self._count.setText(ngettext("{count} comment", "{count} comments", count).format(count=count))
        self._count.setVisible(bool(count))
        self.comments.setVisible(bool(count))
        self.comments.show_comments(returning.comments, returning.known_ids)
        left_out = [f"{row.becomes}: {row.words}" for row in returning.left_out]
        self._left_out.setText("\n".join(left_out))
        self._left_out.setVisible(bool(left_out))
        self.comparison.show_comparison(returning.comparison)

    def _warn(self, changed_since: bool) -> None:
        if self._warning is not None:
            self._warning.dismiss()
            self._warning = None
        if changed_since:
            self._warning = MessageBar(
                Tone.WARNING,
                _(
                    "The article was changed here after the document was exported. The comparison is with "
                    "how it stands now: look for what the document would undo."
                ),
            )
            self._column.insertWidget(self._column.indexOf(self.comparison), self._warning)
