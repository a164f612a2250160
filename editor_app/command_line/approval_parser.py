"""The options of the commands that take an article through its workflow."""

import argparse

from editor_app.command_line.argument_types import readable
from editor_app.domain.policy import Approvers
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.translation import _

WITH_APPROVAL, SEPARATELY = "with_approval", "separately"


def add_comment(parser: argparse.ArgumentParser) -> None:
    """Add what the author is told."""
    parser.add_argument(
        "--comment", type=readable, required=True, metavar=_("TEXT"), help=_("what has to be done with it")
    )


def add_correction(parser: argparse.ArgumentParser) -> None:
    """Add what the readers are told of a correction."""
    parser.add_argument(
        "--words",
        type=readable,
        metavar=_("TEXT"),
        help=_("what the readers are told at the end of the page"),
    )


def add_force(parser: argparse.ArgumentParser) -> None:
    """Add why the rules are broken."""
    parser.add_argument(
        "--force-because",
        type=readable,
        metavar=_("TEXT"),
        help=_("approve against the rules for this reason, which is kept, counted and shown"),
    )


def add_withdrawal(parser: argparse.ArgumentParser) -> None:
    """Add why an article is withdrawn, and what stands in its place."""
    parser.add_argument(
        "--reason",
        required=True,
        choices=[reason.value for reason in WithdrawalReason],
        help=_("why the page is taken down"),
    )
    parser.add_argument("--words", type=readable, metavar=_("TEXT"), help=_("what the public is told"))
    parser.add_argument("--instead", metavar="ID", help=_("the article to be read in its place"))


def add_rules(parser: argparse.ArgumentParser) -> None:
    """Add what is done with the rules, and what they can be."""
    parser.add_argument("what", nargs="?", choices=("show", "set"), default="show")
    parser.add_argument(
        "--approvers",
        choices=[approvers.value for approvers in Approvers],
        help=_("how many persons an approval takes"),
    )
    parser.add_argument(
        "--publish",
        choices=(WITH_APPROVAL, SEPARATELY),
        help=_("whether what is approved is published by the same act"),
    )
