"""What the clock does to the website, in sentences."""

from collections.abc import Sequence
from itertools import groupby

from editor_app.domain.due import Due, Happening
from editor_app.rendering.languages import time_text
from editor_app.translation import _, interface_language, ngettext

# So many moments are told one by one.
MOST = 3
_OF_NOTICES = frozenset({Happening.NOTICE_SHOWN, Happening.NOTICE_GONE})


def coming_sentences(coming: Sequence[Due]) -> list[str]:
    """Return what comes next, the first moments one by one; empty where nothing does."""
    if not coming:
        return []
    groups = [(key, len(list(members))) for key, members in groupby(coming, lambda one: (one.at, one.what))]
    sentences = [
        _will(what, count).format(count=count, time=time_text(at, interface_language()))
        for (at, what), count in groups[:MOST]
    ]
    rest = sum(count for _key, count in groups[MOST:])
    if rest:
        sentences.append(ngettext("{count} more follows.", "{count} more follow.", rest).format(count=rest))
    return [*sentences, _("Export again then: the website does not change by itself.")]


def came_sentences(came: Sequence[Due]) -> list[str]:
    """Return what has come since the export before; empty where nothing has."""
    return [
        _did(what, count).format(count=count)
        for what in Happening
        if (count := sum(one.what is what for one in came))
    ]


def overdue_sentence(overdue: Sequence[Due]) -> str:
    """Return what the website does not show yet; at least one thing."""
    count = len(overdue)
    first = time_text(overdue[0].at, interface_language())
    if all(one.what is Happening.TAKEN_DOWN for one in overdue):
        words = ngettext(
            "{count} article should have been taken down {time}.",
            "{count} articles should have been taken down since {time}.",
            count,
        )
    elif all(one.what is Happening.APPEARS for one in overdue):
        words = ngettext(
            "{count} article should have been published {time}.",
            "{count} articles should have been published since {time}.",
            count,
        )
    elif all(one.what in _OF_NOTICES for one in overdue):
        words = ngettext(
            "{count} notice should have changed {time}.",
            "{count} notices should have changed since {time}.",
            count,
        )
    else:
        words = ngettext(
            "{count} page should have changed {time}.",
            "{count} pages should have changed since {time}.",
            count,
        )
    return words.format(count=count, time=first)


def happening_word(what: Happening) -> str:
    """Return what happens, as in a table."""
    return {
        Happening.APPEARS: _("Appears"),
        Happening.CHANGES: _("Changes"),
        Happening.TAKEN_DOWN: _("Is taken down"),
        Happening.NOTICE_SHOWN: _("The notice is shown"),
        Happening.NOTICE_GONE: _("The notice is taken away"),
    }[what]


def when_words(one: Due) -> str:
    """Return what happens and when, as in a list."""
    return f"{happening_word(one.what)} {time_text(one.at, interface_language())}"


def _will(what: Happening, count: int) -> str:
    return {
        Happening.APPEARS: ngettext(
            "{count} article appears {time}.", "{count} articles appear {time}.", count
        ),
        Happening.CHANGES: ngettext(
            "{count} article changes {time}.", "{count} articles change {time}.", count
        ),
        Happening.TAKEN_DOWN: ngettext(
            "{count} article is taken down {time}.", "{count} articles are taken down {time}.", count
        ),
        Happening.NOTICE_SHOWN: ngettext(
            "{count} notice is shown from {time}.", "{count} notices are shown from {time}.", count
        ),
        Happening.NOTICE_GONE: ngettext(
            "{count} notice is taken away {time}.", "{count} notices are taken away {time}.", count
        ),
    }[what]


def _did(what: Happening, count: int) -> str:
    return {
        Happening.APPEARS: ngettext(
            "{count} article has appeared as planned.", "{count} articles have appeared as planned.", count
        ),
        Happening.CHANGES: ngettext(
            "{count} article has changed as planned.", "{count} articles have changed as planned.", count
        ),
        Happening.TAKEN_DOWN: ngettext(
            "{count} article was taken down as planned.",
            "{count} articles were taken down as planned.",
            count,
        ),
        Happening.NOTICE_SHOWN: ngettext(
            "{count} notice is shown as planned.", "{count} notices are shown as planned.", count
        ),
        Happening.NOTICE_GONE: ngettext(
            "{count} notice was taken away as planned.",
            "{count} notices were taken away as planned.",
            count,
        ),
    }[what]
