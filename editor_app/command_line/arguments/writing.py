"""The commands on the text of an article."""

from argparse import ArgumentParser
from pathlib import Path

from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.common import (
    add_id,
    add_json,
    add_optional_by,
    add_out_file,
    show_arguments,
)
from editor_app.command_line.arguments.types import language
from editor_app.translation import N_, _


def _import_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar=_("FILE"),
        help=_("a document (.docx, .odt, .html, .md) or the text of a news page; - reads standard input"),
    )
    add_optional_by(parser)
    add_json(parser)


def _word_arguments(parser: ArgumentParser) -> None:
    add_id(parser)
    add_out_file(parser)


def _translate_arguments(parser: ArgumentParser) -> None:
    add_id(parser)
    parser.add_argument(
        "tag",
        metavar=_("LANGUAGE"),
        type=language,
        help=_("the language of the translation, such as en or ar"),
    )
    add_optional_by(parser)


def _original_arguments(parser: ArgumentParser) -> None:
    add_id(parser)
    parser.add_argument(
        "original", metavar=_("ORIGINAL"), help=_("the id of what it is a translation of; none for nothing")
    )
    add_optional_by(parser)


WRITING = (
    Command(
        "import", N_("make drafts of documents or copied news pages and print their ids"), _import_arguments
    ),
    Command("show", N_("show a whole article"), show_arguments),
    Command(
        "translate",
        N_("begin a translation of an article and print the id of its draft"),
        _translate_arguments,
    ),
    Command("translation-of", N_("say what an article is a translation of"), _original_arguments),
    Command("word", N_("write an article as a Word document"), _word_arguments),
)
