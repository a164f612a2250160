"""The commands that list articles and search for them."""

from argparse import ArgumentParser

from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.common import add_json
from editor_app.command_line.arguments.types import as_utf_8, number
from editor_app.domain.article_query import ArticleQuery
from editor_app.domain.query_words import KEY_WORDS, MINE, STATE_VALUES, WAITS_FOR_ME, Key
from editor_app.domain.query_writer import quoted, write_query
from editor_app.domain.workflow import LiveSide
from editor_app.translation import N_, _, interface_language


def _search_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "text",
        nargs="+",
        type=as_utf_8,
        metavar=_("TEXT"),
        help=_(
            "words, a “phrase”, begin*, after -- also -word, and filters: {filters}; {published} is what is "
            "on the website now, not what is planned or was taken down"
        ).format(
            filters=_filters(interface_language()),
            published=write_query(ArticleQuery(live_sides=(LiveSide.LIVE,))),
        ),
    )
    parser.add_argument("--me", type=as_utf_8, metavar=_("NAME"), help=_("whose articles are “mine”"))
    parser.add_argument(
        "--limit", type=number, default=50, metavar="N", help=_("at most so many articles; by default 50")
    )
    add_json(parser)


def _filters(language: str) -> str:
    """Return what can stand before a colon, with the states behind it, and what stands alone."""
    keys = [f"{word.written(language)}:" for key, word in KEY_WORDS.items() if key is not Key.STATUS]
    status = KEY_WORDS[Key.STATUS].written(language)
    states = [f"{status}:{quoted(word.written(language))}" for word in STATE_VALUES.values()]
    return ", ".join((*keys, *states, *(word.written(language) for word in (MINE, WAITS_FOR_ME))))


def _list_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "text",
        nargs="*",
        type=as_utf_8,
        metavar=_("FILTER"),
        help=_("only those, as in status:planned or type:news; by default all"),
    )
    add_json(parser)


SEARCHING = (
    Command("list", N_("list the articles, the newest edit first"), _list_arguments),
    Command("search", N_("find articles by their words, and by what is known of them"), _search_arguments),
)
