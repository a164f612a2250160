"""Where an image is shown, said where it may not be shown any more."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.desk.values import ImageUse
from editor_app.translation import _, ngettext
from ui.theme.spacing import XS
from ui.widgets.labels import SectionHeading, WrappingLabel

# More titles than these would push the fields out of sight.
MOST_TITLES = 8


class ImageUses(QWidget):
    """How many articles show an image, how many of them live, and their titles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = SectionHeading("")
        self._heading.setObjectName("uses")
        self._titles = WrappingLabel()
        self._titles.setObjectName("use_titles")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self._heading)
        column.addWidget(self._titles)

    def show_uses(self, uses: Sequence[ImageUse]) -> None:
        """Say where the image is shown, as `uses` list it."""
        self._heading.setText(_summary(uses))
        lines = [_line(use) for use in uses[:MOST_TITLES]]
        rest = len(uses) - len(lines)
        if rest:
            lines.append(ngettext("and {count} more", "and {count} more", rest).format(count=rest))
        self._titles.setText("\n".join(lines))
        self._titles.setVisible(bool(lines))


def _summary(uses: Sequence[ImageUse]) -> str:
    if not uses:
        return _("No article shows it")
    articles = ngettext("Used in {count} article", "Used in {count} articles", len(uses)).format(
        count=len(uses)
    )
    live = sum(use.is_live for use in uses)
    if not live:
        return articles
    return f"{articles}, " + ngettext("{count} live", "{count} live", live).format(count=live)


def _line(use: ImageUse) -> str:
    title = use.title.strip() or _("No title yet")
    return f"• {title} ({_('live')})" if use.is_live else f"• {title}"
