"""The commands that work on quotes and their speakers' approvals."""

from argparse import Namespace
from collections.abc import Callable, Mapping

import msgspec

from editor_app.command_line.article_json import as_json
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.given_ids import find_article
from editor_app.desk.clock import utc_now
from editor_app.desk.desk import Desk
from editor_app.domain.article import Article
from editor_app.domain.errors import EditorAppError
from editor_app.domain.quotes import ArticleQuote, QuoteWay
from editor_app.domain.swedish_time import wall_time
from editor_app.domain.words import QUOTE_WAY_WORDS
from editor_app.translation import _


class NoSuchQuote(EditorAppError):
    """The article has no quote `number`; it has `count`."""

    def __init__(self, number: int, count: int) -> None:
        super().__init__(f"no quote {number} of {count}")
        self.number = number
        self.count = count


def quote_line(quote: ArticleQuote) -> str:
    """Return a quote for people: its number, its state and its words."""
    approval = quote.approval
    if approval is None:
        state = _("not approved")
    else:
        state = _("approved by {name} on {date}, {way}").format(
            name=approval.speaker, date=approval.approved_on, way=_(QUOTE_WAY_WORDS[approval.way])
        )
    return f"{quote.number}  {state}\n   – {quote.text}"


def _quotes(desk: Desk, arguments: Namespace) -> ExitCode:
    found = desk.quotes(_article(desk, arguments))
    if arguments.json:
        print(as_json(msgspec.to_builtins(found)))
    elif found:
        print("\n".join(map(quote_line, found)))
    return ExitCode.DONE


def _approve_quote(desk: Desk, arguments: Namespace) -> ExitCode:
    article = _article(desk, arguments)
    quote = _quote(desk, article, arguments.number)
    on = arguments.on or wall_time(utc_now()).date()
    speaker = arguments.speaker or quote.speaker
    quotes = desk.approve_quotes(
        article, [quote.hash], speaker, QuoteWay(arguments.way), on=on, by=arguments.by
    )
    print(quote_line(quotes[quote.number - 1]))
    return ExitCode.DONE


def _withdraw_quote(desk: Desk, arguments: Namespace) -> ExitCode:
    article = _article(desk, arguments)
    quote = _quote(desk, article, arguments.number)
    quotes = desk.withdraw_quote_approval(article, quote.hash, by=arguments.by)
    print(quote_line(quotes[quote.number - 1]))
    return ExitCode.DONE


def _article(desk: Desk, arguments: Namespace) -> Article:
    return desk.open(find_article(desk, arguments.id)).article


def _quote(desk: Desk, article: Article, number: int) -> ArticleQuote:
    quotes = desk.quotes(article)
    if number > len(quotes):
        raise NoSuchQuote(number, len(quotes))
    return quotes[number - 1]


COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {
    "quotes": _quotes,
    "approve-quote": _approve_quote,
    "withdraw-quote": _withdraw_quote,
}
