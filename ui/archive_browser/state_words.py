"""How the list says where an article stands, and when it was edited."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from editor_app.domain.swedish_time import wall_time
from editor_app.domain.workflow import State
from editor_app.translation import interface_language
from ui.widgets.date_words import clock_text

STATE_ICONS: Mapping[State, str] = {
    State.DRAFT: "pencil",
    State.IN_REVIEW: "eye",
    State.APPROVED: "circle-check",
}


def short_date(moment: datetime, now: datetime) -> str:
    """Return the time where `moment` is today, else the day, with the year where that is another."""
    here, today = wall_time(moment).date(), wall_time(now).date()
    if here == today:
        return clock_text(moment)
    form = "d MMM" if here.year == today.year else "d MMM yyyy"
    return QLocale(interface_language()).toString(QDate(here.year, here.month, here.day), form)
