"""The commands that take an article through its workflow."""

from argparse import ArgumentParser

from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.common import act_arguments, add_json, add_optional_by, with_meanings
from editor_app.command_line.arguments.types import number_by_kind, said
from editor_app.domain.policy import Approvers
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.domain.words import WITHDRAWAL_WORDS
from editor_app.translation import N_, _

WITH_APPROVAL, SEPARATELY = "with_approval", "separately"
APPROVED, ANY = "approved", "any"


def _return_arguments(parser: ArgumentParser) -> None:
    act_arguments(parser)
    parser.add_argument(
        "--comment", type=said, required=True, metavar=_("TEXT"), help=_("what has to be done with it")
    )
    parser.add_argument(
        "--passage",
        type=said,
        metavar=_("WORDS"),
        help=_("the words of the article that the comment is about; by default all of it"),
    )


def _approve_arguments(parser: ArgumentParser) -> None:
    act_arguments(parser)
    parser.add_argument(
        "--force-because",
        type=said,
        metavar=_("TEXT"),
        help=_("approve against the rules for this reason, which is kept, counted and shown"),
    )


def _correct_arguments(parser: ArgumentParser) -> None:
    act_arguments(parser)
    parser.add_argument(
        "--words",
        type=said,
        metavar=_("TEXT"),
        help=_("what the readers are told at the end of the page"),
    )


def _withdraw_arguments(parser: ArgumentParser) -> None:
    act_arguments(parser)
    parser.add_argument(
        "--reason",
        required=True,
        choices=[reason.value for reason in WithdrawalReason],
        help=with_meanings(_("why the page is taken down"), WITHDRAWAL_WORDS),
    )
    parser.add_argument("--words", type=said, metavar=_("TEXT"), help=_("what the public is told"))
    parser.add_argument("--instead", metavar="ID", help=_("the article to be read in its place"))


def _policy_arguments(parser: ArgumentParser) -> None:
    several = _("may be given several times")
    parser.add_argument(
        "what",
        nargs="?",
        choices=("show", "set"),
        default="show",
        help=_("show the rules, which is what is done by default, or set those that are named"),
    )
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
    parser.add_argument(
        "--quotes",
        choices=(APPROVED, ANY),
        help=_("whether every quote has to be approved by its speaker"),
    )
    for name, purpose in (
        ("--take-down", _("after how many months pages of a kind are taken down; 0 for never")),
        ("--keep", _("how many years what was published of a kind is kept; 0 for ever")),
    ):
        parser.add_argument(
            name,
            type=number_by_kind,
            action="append",
            default=[],
            metavar=_("KIND=NUMBER"),
            help=f"{purpose}; {several}",
        )
    parser.add_argument(
        "--words-folder",
        metavar=_("FOLDER"),
        help=_("where the newsroom's own word lists are; an empty name for nowhere"),
    )
    add_optional_by(parser)
    add_json(parser)


APPROVAL = (
    Command("submit", N_("ask for approval of an article"), act_arguments),
    Command("take-back", N_("make an article that was submitted a draft again"), act_arguments),
    Command("return", N_("send an article that was submitted back to its author"), _return_arguments),
    Command("approve", N_("approve an article that somebody else wrote and submitted"), _approve_arguments),
    Command("publish", N_("publish what is approved and not published yet"), act_arguments),
    Command("correct", N_("make a published article a draft to be corrected"), _correct_arguments),
    Command("withdraw", N_("take a published article down"), _withdraw_arguments),
    Command("policy", N_("show or set the rules of approval"), _policy_arguments),
)
