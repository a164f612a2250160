"""The options of the commands that work on quotes."""

import argparse

from editor_app.command_line.argument_types import day, number, readable
from editor_app.domain.quotes import QuoteWay
from editor_app.translation import _


def add_quote(parser: argparse.ArgumentParser) -> None:
    """Add which quote of the article is meant."""
    parser.add_argument(
        "number", type=number, metavar="N", help=_("the number of the quote; the command quotes shows it")
    )


def add_speaker(parser: argparse.ArgumentParser) -> None:
    """Add who approved the quote, how and when."""
    parser.add_argument(
        "--speaker",
        type=readable,
        metavar=_("NAME"),
        help=_("who said it; by default the one whom the text names beside the quote"),
    )
    parser.add_argument(
        "--way", required=True, choices=[way.value for way in QuoteWay], help=_("how the speaker approved it")
    )
    parser.add_argument(
        "--on", type=day, metavar=_("DAY"), help=_("when, as in 2026-03-02; by default today")
    )
