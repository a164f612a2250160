"""How added and removed words look: by line and ground, in light and in dark."""

from collections.abc import Iterable

from PySide6.QtGui import (
    QColor,
    QFont,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from editor_app.desk.comparison import Run, Status
from ui.editor.block_shapes import BlockShape
from ui.editor.styling import base_look, mark_looks
from ui.theme.font_sizes import resized
from ui.theme.palette import Colours, colours
from ui.theme.spacing import L, S

IMAGE_WIDTH = 240
TITLE_SIZE = 1.7
SMALL_SIZE = 0.88


class ComparisonLooks:
    """The formats of everything in a comparison, in the colours of `palette`."""

    def __init__(self, palette: QPalette, font: QFont) -> None:
        self.scheme = colours(palette)
        self._font = font
        self._marks = mark_looks(palette)
        self.plain = QTextCharFormat()
        self.title = self._sized(TITLE_SIZE, QFont.Weight.Bold)
        self.lead = self._sized(1.0, QFont.Weight.DemiBold)
        self.strong = self._sized(1.0, QFont.Weight.DemiBold)
        self.small = self._sized(SMALL_SIZE)
        self.aside = self._sized(SMALL_SIZE, colour=self.scheme.muted)
        self.note = self._sized(SMALL_SIZE, colour=self.scheme.warning)
        self.note.setFontItalic(True)

    def base(self, shape: BlockShape) -> QTextCharFormat:
        """Return the format of a block's words."""
        return base_look(shape, self._font) or self.plain

    def of_run(self, run: Run, base: QTextCharFormat | None = None) -> QTextCharFormat:
        """Return `base` with the marks of `run` and with what says whether it was added or removed."""
        form = QTextCharFormat(base or self.plain)
        for mark in run.marks:
            form.merge(self._marks[type(mark)])
        dress(form, run.status, self.scheme)
        return form

    def cell(self, status: Status) -> QTextTableCellFormat:
        """Return the ground of a cell that was added or removed."""
        form = QTextTableCellFormat()
        form.setPadding(S / 2)
        ground = {Status.ADDED: self.scheme.success_ground, Status.REMOVED: self.scheme.danger_ground}
        if status in ground:
            form.setBackground(QColor(ground[status]))
        return form

    def _sized(
        self, size: float, weight: QFont.Weight = QFont.Weight.Normal, colour: str = ""
    ) -> QTextCharFormat:
        form = QTextCharFormat()
        font = resized(self._font, size)
        if font.pixelSize() > 0:
            form.setProperty(QTextCharFormat.Property.FontPixelSize, font.pixelSize())
        else:
            form.setFontPointSize(font.pointSizeF())
        form.setFontWeight(weight)
        if colour:
            form.setForeground(QColor(colour))
        return form


def dress(form: QTextCharFormat, status: Status, scheme: Colours) -> None:
    """Let `form` say `status`: a line under or through the words, and a ground."""
    if status is Status.ADDED:
        form.setForeground(QColor(scheme.success))
        form.setBackground(QColor(scheme.success_ground))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    elif status is Status.REMOVED:
        form.setForeground(QColor(scheme.danger))
        form.setBackground(QColor(scheme.danger_ground))
        form.setFontStrikeOut(True)
    elif status is Status.CHANGED:
        form.setForeground(QColor(scheme.warning))
        form.setBackground(QColor(scheme.warning_ground))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)


def table_format(scheme: Colours, columns: int = 0) -> QTextTableFormat:
    """Return the format of a table in the text; with `columns`, of one of several that make a large table."""
    form = QTextTableFormat()
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QColor(scheme.control_border))
    form.setCellPadding(S / 2)
    form.setTopMargin(S)
    form.setBottomMargin(L)
    if columns:
        form.setTopMargin(0)
        form.setBottomMargin(0)
        _share_width(form, [100 / columns] * columns)
    return form


def seam_format() -> QTextBlockFormat:
    """Return the format of the empty line that Qt keeps between two tables, as low as can be."""
    form = QTextBlockFormat()
    form.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return form


def details_format(scheme: Colours) -> QTextTableFormat:
    """Return the format of the table of details, as wide as there is room."""
    form = table_format(scheme)
    form.setBorderBrush(QColor(scheme.border))
    _share_width(form, (20, 40, 40))
    form.setHeaderRowCount(1)
    return form


def _share_width(form: QTextTableFormat, shares: Iterable[float]) -> None:
    """Let the table be as wide as there is room; `shares` are those of its columns, in per cent."""
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, share) for share in shares]
    )


def image_format(image_id: str) -> QTextImageFormat:
    """Return the format of an image that the document finds by its id."""
    form = QTextImageFormat()
    form.setName(image_id)
    return form
