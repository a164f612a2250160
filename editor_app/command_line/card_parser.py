"""The options of the commands that work on contacts and categories."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from editor_app.translation import _

AddCommon = Callable[[argparse.ArgumentParser], Any]


def contacts_arguments(
    parser: argparse.ArgumentParser, add_common: AddCommon, readable: Callable[[str], str]
) -> None:
    """Add what can be done with contacts."""
    _Acts(parser, add_common, readable).add_all(_("a vCard or CSV file"))


def categories_arguments(
    parser: argparse.ArgumentParser, add_common: AddCommon, readable: Callable[[str], str]
) -> None:
    """Add what can be done with categories."""
    acts = _Acts(parser, add_common, readable)
    acts.add_all(_("a CSV file"))
    acts.add_rename()


class _Acts:
    """The acts of one command, each with its options and those that all commands have."""

    def __init__(
        self,
        parser: argparse.ArgumentParser,
        add_common: AddCommon,
        readable: Callable[[str], str],
    ) -> None:
        self._acts = parser.add_subparsers(dest="act", metavar=_("ACT"), title=_("acts"), required=True)
        self._add_common = add_common
        self._readable = readable

    def add_all(self, files: str) -> None:
        self._json(self._act("list", _("list all with their ids and where they are used")))
        taking = self._act("import", _("take in a file, and say what became of each line"))
        taking.add_argument("file", type=Path, metavar=_("FILE"), help=files)
        self._changing(taking)
        leaving = self._act("export", _("write all to a file that Swedish Excel opens"))
        leaving.add_argument(
            "--out", required=True, type=Path, metavar=_("FILE"), help=_("where the file is to be")
        )
        for name, purpose in (
            ("retire", _("offer cards for no article any more; those that have them keep them")),
            ("bring-back", _("offer retired cards again")),
            ("delete", _("delete cards that no article ever had")),
        ):
            self._changing(self._cards(self._act(name, purpose)))
        merging = self._act("merge", _("let one card stand for several, in all articles"))
        merging.add_argument(
            "--into", required=True, metavar=_("CARD"), help=_("the card that stays, by its id or name")
        )
        self._changing(self._cards(merging))

    def add_rename(self) -> None:
        parser = self._act("rename", _("give a category another name"))
        parser.add_argument("card", metavar=_("CARD"), help=_("the category, by its id or name"))
        parser.add_argument("name", type=self._readable, metavar=_("NAME"), help=_("the new name"))
        parser.add_argument("--keep-address", action="store_true", help=_("leave the address as it is"))
        self._changing(parser)

    def _act(self, name: str, purpose: str) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = self._acts.add_parser(name, help=purpose, description=purpose)
        self._add_common(parser)
        return parser

    def _cards(self, parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
        parser.add_argument("cards", nargs="+", metavar=_("CARD"), help=_("cards, by their ids or names"))
        return parser

    def _changing(self, parser: argparse.ArgumentParser) -> None:
        who = parser.add_mutually_exclusive_group(required=True)
        who.add_argument("--by", type=self._readable, metavar=_("NAME"), help=_("who does this; it is kept"))
        who.add_argument(
            "--look", action="store_true", help=_("only say what it would change, and change nothing")
        )
        self._json(parser)

    def _json(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help=_("print JSON"))
