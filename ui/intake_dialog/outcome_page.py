"""The second step: what became what, to be looked over before anything is stored."""

from functools import partial

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QVBoxLayout, QWidget

from editor_app.desk.incoming_values import Became, Incoming
from editor_app.translation import _, ngettext
from ui.intake_dialog.incoming_images import LoadImage
from ui.theme.spacing import M, S
from ui.widgets.alive import while_alive
from ui.widgets.labels import QuietLabel, SectionHeading

SOURCE, OUTCOME = range(2)
# What is longer is told by its beginning: the whole of it is in the article.
SHOWN_LENGTH = 240
OUTCOME_WIDTH = 250
THUMBNAIL = 56
# To measure every row of a book would keep the window waiting; there each is one line.
MOST_FITTED = 300

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class OutcomeModel(QAbstractTableModel):
    """A row for each piece: at the left its words, at the right what it becomes."""

    def __init__(self, rows: tuple[Became, ...], load_image: LoadImage, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self._load_image = load_image
        self._thumbnails: dict[int, QImage] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return _("In the text") if section == SOURCE else _("Becomes")
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == Role.DisplayRole:
            return _shortened(row.words) if index.column() == SOURCE else _outcome(row)
        if role == Role.DecorationRole and row.image_id and index.column() == SOURCE:
            return self._thumbnail(index.row())
        if role == Role.ToolTipRole and index.column() == SOURCE:
            return row.words[: SHOWN_LENGTH * 4] if len(row.words) > SHOWN_LENGTH else None
        if role == Role.FontRole and row.is_new and index.column() == OUTCOME:
            font = QFont(QApplication.font())
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Role.ForegroundRole and row.is_left_out:
            return QApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        return None

    def _thumbnail(self, row: int) -> QImage:
        """Return the image of a row, blank until it has been read: only those in sight are asked for."""
        if row not in self._thumbnails:
            self._thumbnails[row] = _blank()
            self._load_image(self._rows[row].image_id, while_alive(self, partial(self._show, row)))
        return self._thumbnails[row]

    def _show(self, row: int, image: QImage) -> None:
        if image.isNull():
            return
        self._thumbnails[row] = _in_square(image)
        index = self.index(row, SOURCE)
        self.dataChanged.emit(index, index, [Role.DecorationRole])


class OutcomePage(QWidget):
    """Shows one Incoming; `table` has the focus when the page comes up."""

    def __init__(self, load_image: LoadImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._load_image = load_image
        self._heading = SectionHeading("")
        self._sentence = QuietLabel()
        self.table = QTableView()
        self.table.setObjectName("outcome")
        self.table.setAccessibleName(_("What becomes what"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + S)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.horizontalHeader().setHighlightSections(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self._heading)
        column.addWidget(self._sentence)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def sizeHint(self) -> QSize:
        return QSize(OUTCOME_WIDTH * 3, OUTCOME_WIDTH * 2)

    def show_incoming(self, incoming: Incoming) -> None:
        """Show what becomes what in `incoming`."""
        self._heading.setText(incoming.name or _("The pasted text"))
        self._sentence.setText(_summary(incoming.rows))
        self.table.setModel(OutcomeModel(incoming.rows, self._load_image, self))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(SOURCE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(OUTCOME, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(OUTCOME, OUTCOME_WIDTH)
        if len(incoming.rows) <= MOST_FITTED:
            self.table.resizeRowsToContents()

    def sentence(self) -> str:
        """Return what is said above the table."""
        return self._sentence.text()


def _summary(rows: tuple[Became, ...]) -> str:
    left_out = sum(row.is_left_out for row in rows)
    taken = len(rows) - left_out
    sentence = ngettext("{count} piece comes in.", "{count} pieces come in.", taken).format(count=taken)
    if not left_out:
        return sentence + " " + _("Nothing is left out.")
    rest = ngettext("{count} does not; it stands last.", "{count} do not; they stand last.", left_out)
    return f"{sentence} {rest.format(count=left_out)}"


def _blank() -> QImage:
    blank = QImage(THUMBNAIL, THUMBNAIL, QImage.Format.Format_ARGB32_Premultiplied)
    blank.fill(Qt.GlobalColor.transparent)
    return blank


def _in_square(image: QImage) -> QImage:
    """Return `image` small, in the middle of a square, so that the words beside it stand in line."""
    keeps, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    small = image.scaled(THUMBNAIL, THUMBNAIL, keeps, smooth)
    square = _blank()
    painter = QPainter(square)
    painter.drawImage(square.rect().center() - small.rect().center(), small)
    painter.end()
    return square


def _outcome(row: Became) -> str:
    return _("{name} (new)").format(name=row.becomes) if row.is_new else row.becomes


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHOWN_LENGTH else line[:SHOWN_LENGTH].rstrip() + "…"
