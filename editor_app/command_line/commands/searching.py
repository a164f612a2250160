"""The commands that list articles and search for them."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping

from editor_app.command_line.article_json import Json, as_json, summary_json
from editor_app.command_line.article_text import summary_lines
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.logins import login_name
from editor_app.desk.clock import utc_now
from editor_app.desk.desk import Desk
from editor_app.desk.unknown_names import unknown_name_sentences
from editor_app.desk.values import Hit
from editor_app.domain.article_query import ArticleQuery
from editor_app.domain.query_parser import parse_query
from editor_app.domain.wanted_words import TextRange, have_words
from editor_app.translation import _

_INDENT = "    "


def _list(desk: Desk, arguments: Namespace) -> ExitCode:
    query = parse_query(" ".join(arguments.text))
    articles = desk.rows(desk.find(query, me=login_name()))
    for remark in (*query_remarks(desk, query), *_whose(query)):
        print(remark, file=sys.stderr)
    if arguments.json:
        print(as_json([summary_json(article) for article in articles]))
    elif articles:
        print("\n".join(summary_lines(articles, utc_now())))
    return ExitCode.DONE


def _search(desk: Desk, arguments: Namespace) -> ExitCode:
    text = " ".join(arguments.text)
    hits = desk.search(text, me=arguments.me or login_name(), limit=arguments.limit)
    query = parse_query(text)
    for remark in (*query_remarks(desk, query), *(() if arguments.me else _whose(query))):
        print(remark, file=sys.stderr)
    if arguments.json:
        print(as_json([_hit_json(hit) for hit in hits]))
    elif hits:
        print("\n".join(_lines(hits)))
    else:
        print(_("No article matches."), file=sys.stderr)
    return ExitCode.DONE


def _whose(query: ArticleQuery) -> Iterator[str]:
    """Yield who “mine” is where nobody has said it: it is seldom the name that is written in articles."""
    if query.mine or query.waits_for_me:
        yield _("You are “{name}” here, as you are logged in: search --me NAME says otherwise.").format(
            name=login_name()
        )


def query_remarks(desk: Desk, query: ArticleQuery) -> Iterator[str]:
    """Yield what of the query means nothing here."""
    if query.terms and not have_words(query.terms):
        yield _("There is no letter or figure to search for.")
    for piece in query.unknown:
        yield _("“{piece}” was not understood and left out.").format(piece=piece)
    if query.categories or query.contacts or query.persons:
        yield from unknown_name_sentences(query, desk.names())


def _lines(hits: Iterable[Hit]) -> Iterable[str]:
    every = tuple(hits)
    for line, hit in zip(summary_lines((hit.summary for hit in every), utc_now()), every, strict=True):
        yield line
        if hit.snippet.text:
            yield f"{_INDENT}{hit.snippet.text}"


def _hit_json(hit: Hit) -> Json:
    return {
        **summary_json(hit.summary),
        "in_title": _ranges(hit.in_title),
        "snippet": {"text": hit.snippet.text, "ranges": _ranges(hit.snippet.ranges)},
    }


def _ranges(ranges: Iterable[TextRange]) -> list[list[int]]:
    return [list(range_) for range_ in ranges]


COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {"list": _list, "search": _search}
