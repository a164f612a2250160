"""The commands on quotes and their speakers' approvals."""

from argparse import ArgumentParser

from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.common import add_by, add_id, show_arguments, with_meanings
from editor_app.command_line.arguments.types import day, number, readable
from editor_app.domain.quotes import QuoteWay
from editor_app.domain.words import QUOTE_WAY_WORDS
from editor_app.translation import N_, _


def _quote_arguments(parser: ArgumentParser) -> None:
    add_id(parser)
    parser.add_argument(
        "number", type=number, metavar="N", help=_("the number of the quote; the command quotes shows it")
    )
    add_by(parser)


def _approve_quote_arguments(parser: ArgumentParser) -> None:
    _quote_arguments(parser)
    parser.add_argument(
        "--speaker",
        type=readable,
        metavar=_("NAME"),
        help=_("who said it; by default the one whom the text names beside the quote"),
    )
    parser.add_argument(
        "--way",
        required=True,
        choices=[way.value for way in QuoteWay],
        help=with_meanings(_("how the speaker approved it"), QUOTE_WAY_WORDS),
    )
    parser.add_argument(
        "--on", type=day, metavar=_("DAY"), help=_("when, as in 2026-03-02; by default today")
    )


QUOTES = (
    Command("quotes", N_("list the quotes of an article and who has approved them"), show_arguments),
    Command("approve-quote", N_("note that a speaker has approved a quote"), _approve_quote_arguments),
    Command("withdraw-quote", N_("take back that a quote is approved"), _quote_arguments),
)
