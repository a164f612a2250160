"""The options of the commands on what is said about articles."""

import argparse
from pathlib import Path

from editor_app.command_line.argument_types import day
from editor_app.translation import _


def add_answer_by(parser: argparse.ArgumentParser) -> None:
    """Add until when an expert is to answer."""
    parser.add_argument(
        "--answer-by",
        type=day,
        metavar=_("DAY"),
        help=_("until when they are to answer, as in 2026-03-06; by default in a week"),
    )


def add_reply(parser: argparse.ArgumentParser) -> None:
    """Add which reply is meant."""
    parser.add_argument(
        "file",
        type=Path,
        metavar=_("FILE"),
        help=_("the file or the mail that came back; - for standard input"),
    )
