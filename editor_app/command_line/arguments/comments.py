"""The commands on what is said about an article."""

from argparse import ArgumentParser
from pathlib import Path

from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.common import add_by, add_id, add_out_file, show_arguments
from editor_app.command_line.arguments.types import day
from editor_app.translation import N_, _


def _review_arguments(parser: ArgumentParser) -> None:
    add_id(parser)
    add_out_file(parser)
    parser.add_argument(
        "--answer-by",
        type=day,
        metavar=_("DAY"),
        help=_("until when they are to answer, as in 2026-03-06; by default in a week"),
    )
    add_by(parser)


def _take_reply_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file",
        type=Path,
        metavar=_("FILE"),
        help=_("the file, the mail or the Word document that came back; - for standard input"),
    )
    add_by(parser)


COMMENTS = (
    Command("comments", N_("list what is said about an article, open comments first"), show_arguments),
    Command("review", N_("write an article as a file that an expert can comment on"), _review_arguments),
    Command("take-reply", N_("put the comments that came back beside their passages"), _take_reply_arguments),
)
