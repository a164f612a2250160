"""The commands that publish the exported website, and that tell where to."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.common import add_everywhere, add_json, add_optional_by
from editor_app.command_line.arguments.types import readable
from editor_app.domain.publish_target import TargetKind
from editor_app.translation import N_, _


def _publish_arguments(parser: ArgumentParser) -> None:
    _add_target(parser)
    parser.add_argument(
        "--from",
        dest="folder",
        type=Path,
        metavar=_("FOLDER"),
        help=_("the exported website; by default the newest export"),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=_("only say what would be done, and change nothing")
    )
    parser.add_argument(
        "--overwrite", action="store_true", help=_("replace and remove also what others did there")
    )
    _add_accepting(parser)
    _add_asking(parser)
    add_optional_by(parser)
    add_json(parser)


def _targets_arguments(parser: ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", metavar=_("ACT"), title=_("acts"), required=True)
    add_json(_add_act(acts, "list", _("list all targets")))
    adding = _add_act(acts, "add", _("add a target, or give one that is there other settings"))
    _add_target(adding)
    adding.add_argument(
        "--kind", choices=[kind.value for kind in TargetKind], required=True, help=_("what it is")
    )
    adding.add_argument(
        "--address",
        required=True,
        metavar=_("ADDRESS"),
        help=_("the zip file, the server as HOST or HOST:PORT, or where https:// leads"),
    )
    adding.add_argument(
        "--to", default="", metavar=_("FOLDER"), help=_("the folder there, with s3 the bucket and folder")
    )
    adding.add_argument("--user", default="", metavar=_("NAME"), help=_("who logs in, or the access key"))
    adding.add_argument("--region", default="", metavar=_("NAME"), help=_("the region, where s3 has any"))
    adding.add_argument(
        "--key-file",
        type=Path,
        metavar=_("FILE"),
        help=_("a private key for sftp; it is copied to the keyring of the system"),
    )
    _add_asking(adding)
    add_optional_by(adding)
    removing = _add_act(acts, "remove", _("forget a target and its password; what is published there stays"))
    _add_target(removing)
    add_optional_by(removing)
    trying = _add_act(acts, "test", _("log in and look whether the folder is there"))
    _add_target(trying)
    _add_accepting(trying)
    _add_asking(trying)
    add_optional_by(trying)


def _add_target(parser: ArgumentParser) -> None:
    parser.add_argument("target", type=readable, metavar=_("TARGET"), help=_("the name of the target"))


def _add_accepting(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--accept-host-key",
        default="",
        metavar="SHA256:…",
        help=_("trust the sftp server from now on if its key is this one"),
    )


def _add_asking(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--ask-password",
        action="store_true",
        help=_("ask for the password, for where the system has no keyring"),
    )


def _add_act(acts: Any, name: str, purpose: str) -> ArgumentParser:
    parser: ArgumentParser = acts.add_parser(name, help=purpose, description=purpose)
    add_everywhere(parser)
    return parser


PUBLISHING = (
    Command("publish-to", N_("publish the exported website to a target"), _publish_arguments),
    Command("targets", N_("list, add, test and remove where to publish"), _targets_arguments),
)
