"""Draws a figure in the text: the image, and below it what it says to those who cannot see it."""

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from editor_app.domain.document import Figure, needs_credit_label
from editor_app.domain.image_parts import shown_part
from editor_app.translation import _
from ui.editor.object_format import OBJECT_TYPES, object_of_format
from ui.pickers.image_source import Picture
from ui.theme.font_sizes import resized
from ui.theme.palette import colours
from ui.theme.spacing import S

HIGHEST = 400
WAITING_HEIGHT = 160
WORDS_SIZE = 0.88


class FigureObject(QPyTextObject):
    """The handler for figures in `document`; `image_wanted` asks, once each, for images by id."""

    image_wanted = Signal(str)

    def __init__(self, document: QTextDocument, palette: QPalette) -> None:
        super().__init__(document)
        self._document = document
        self._pictures: dict[str, Picture] = {}
        self._asked: set[str] = set()
        self.palette = palette
        document.documentLayout().registerHandler(OBJECT_TYPES[Figure], self)

    def show_image(self, image_id: str, picture: Picture) -> None:
        """Draw `picture` for the figures of `image_id` from now on."""
        self._pictures[image_id] = picture
        self._document.markContentsDirty(0, self._document.characterCount())

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, form: QTextFormat) -> QSizeF:
        figure = object_of_format(form)
        if not isinstance(figure, Figure):
            return QSizeF()
        width = max(doc.textWidth() - 2 * doc.documentMargin(), 1.0)
        return QSizeF(width, self._picture(figure, width).height() + S + self._words_height(figure, width))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        form: QTextFormat,
    ) -> None:
        figure = object_of_format(form)
        if not isinstance(figure, Figure):
            return
        rect = QRectF(rect)
        size = self._picture(figure, rect.width())
        place = QRectF(rect.topLeft(), size)
        picture = self._pictures.get(figure.image_id)
        if picture is None:
            self._draw_waiting(painter, place, figure)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, picture.pixels, picture.part(figure.crop))
        self._draw_words(painter, rect.adjusted(0, size.height() + S, 0, 0), figure)

    def _picture(self, figure: Figure, width: float) -> QSizeF:
        picture = self._pictures.get(figure.image_id)
        if picture is None:
            return QSizeF(width, WAITING_HEIGHT)
        part = shown_part(picture.width, picture.height, figure.crop)
        size = QSizeF(part.width, part.height)
        room = QSizeF(min(width, size.width()), min(HIGHEST, size.height()))
        return size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)

    def _draw_waiting(self, painter: QPainter, rect: QRectF, figure: Figure) -> None:
        if figure.image_id not in self._asked:
            self._asked.add(figure.image_id)
            self.image_wanted.emit(figure.image_id)
        painter.fillRect(rect, self.palette.color(QPalette.ColorRole.AlternateBase))
        painter.setPen(self.palette.color(QPalette.ColorRole.Mid))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(self.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, _("Fetching the image…"))

    def _words_height(self, figure: Figure, width: float) -> float:
        return sum(
            QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e4), _WRAP, text).height()
            for font, text, _colour in self._words(figure)
        )

    def _draw_words(self, painter: QPainter, rect: QRectF, figure: Figure) -> None:
        for font, text, colour in self._words(figure):
            painter.setFont(font)
            painter.setPen(colour)
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WordWrap)
            painter.drawText(rect, text, option)
            height = QFontMetricsF(font).boundingRect(QRectF(0, 0, rect.width(), 1e4), _WRAP, text).height()
            rect.setTop(rect.top() + height)

    def _words(self, figure: Figure) -> list[tuple[QFont, str, str]]:
        """Return the lines below the image: font, text and colour of each."""
        scheme = colours(self.palette)
        small = resized(self._document.defaultFont(), WORDS_SIZE)
        lines = [(small, caption_line(figure), scheme.text)] if caption_line(figure) else []
        missing = not figure.alt and not figure.decorative
        return [*lines, (small, alt_line(figure), scheme.warning if missing else scheme.muted)]


_WRAP = Qt.TextFlag.TextWordWrap.value


def caption_line(figure: Figure) -> str:
    """Return the caption and who made the image, as one line; empty where there is neither."""
    label = _("Photo: {name}") if needs_credit_label(figure) else "{name}"
    credit = label.format(name=figure.credit) if figure.credit else ""
    return " ".join(part for part in (figure.caption, credit) if part)


def alt_line(figure: Figure) -> str:
    """Return the sentence that tells what stands in for the image."""
    if figure.decorative:
        return _("Decorative image")
    if not figure.alt:
        return _("Alt text is missing. Press Enter to write it.")
    return _("Alt text: {alt}").format(alt=figure.alt)
