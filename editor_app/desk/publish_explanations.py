"""The sentences for what can keep a website from being published."""

from collections.abc import Callable, Mapping
from typing import Any

from editor_app.desk.reasons import in_plain_words
from editor_app.desk.storage_explanations import Sentences
from editor_app.desk.target_errors import (
    KeyringMissing,
    NeverExported,
    PasswordMissing,
    TargetMissing,
    TargetNameTaken,
)
from editor_app.domain.errors import EditorAppError
from editor_app.domain.publish_target import BrokenTarget, TargetProblem
from editor_app.domain.swedish_time import minute_text
from editor_app.site.targets import errors as targets
from editor_app.translation import N_, _, ngettext

# Of a longer list, whoever looks into it begins with these.
_MOST_SAID = 5


def _said(error: targets.PublishError, what: str) -> str:
    """Return `what` with the address, and the server's own words where it had any."""
    return what.format(where=error.where, reason=in_plain_words(error.reason) or "–")


def _plain(what: str, next_step: str) -> Callable[[targets.PublishError], Sentences]:
    return lambda error: (_said(error, _(what)), _(next_step))


def _unreachable(error: targets.ServerUnreachable) -> Sentences:
    if error.reason:
        what = _said(error, _("{where} cannot be reached, or the connection was cut: {reason}."))
    else:
        what = _("{where} cannot be reached, or the connection was cut.").format(where=error.where)
    return what, _("Check the network and the address, then publish again: it goes on where it was.")


def _key_unknown(error: targets.HostKeyUnknown) -> Sentences:
    return (
        _("Nobody has accepted the key of the server {where} yet: {fingerprint}.").format(
            where=error.where, fingerprint=error.fingerprint
        ),
        _("Compare it with what whoever runs the server says. Accept it only if the two are the same."),
    )


def _key_changed(error: targets.HostKeyChanged) -> Sentences:
    return (
        _(
            "WARNING: the server {where} has another key than the one that was accepted. It is {fingerprint}"
            " and was {accepted}. Somebody may be listening in. Nothing was sent, not even the password."
        ).format(where=error.where, fingerprint=error.fingerprint, accepted=error.accepted),
        _("Ask whoever runs the server whether the key was changed, and accept the new one only then."),
    )


def _busy(error: targets.UploadBusy) -> Sentences:
    return (
        _("Somebody has been publishing to {where} since {time}.").format(
            where=error.where, time=minute_text(error.since)
        ),
        _("Wait until that is done. If it was cut off, try again in two minutes."),
    )


def _would_overwrite(error: targets.WouldOverwrite) -> Sentences:
    names = ", ".join(one.path for one in error.conflicts[:_MOST_SAID])
    is_all = len(error.conflicts) <= _MOST_SAID
    what = ngettext(
        "{count} file at {where} was changed or put there by others: {names}.",
        "{count} files at {where} were changed or put there by others: {names}.",
        len(error.conflicts),
    ).format(count=len(error.conflicts), where=error.where, names=names)
    return what if is_all else f"{what.removesuffix('.')} …", _(
        "Nothing was changed. Move them elsewhere, or publish once more and replace them."
    )


def _no_export(error: targets.NoExport) -> Sentences:
    return (
        _("The folder {path} holds no exported website.").format(path=error.path),
        _("Export the website first, or choose the folder of an export."),
    )


def _export_altered(error: targets.ExportAltered) -> Sentences:
    return (
        _("The file {name} in {folder} is not as the export wrote it.").format(
            name=error.name, folder=error.folder
        ),
        _("Export the website again, then publish it."),
    )


def _password_missing(error: PasswordMissing) -> Sentences:
    return (
        _("No password is kept on this computer for {name}.").format(name=error.name),
        _(
            "Write it once in the settings of the target, or put it in the environment variable {variable}."
        ).format(variable=error.variable),
    )


def _keyring_missing(error: KeyringMissing) -> Sentences:
    return (
        _("This computer has no keyring that the password for {name} could be in: {reason}.").format(
            name=error.name, reason=error.reason.rstrip(".")
        ),
        _(
            "Put it in the environment variable {variable}, or let the command ask with --ask-password."
        ).format(variable=error.variable),
    )


def _target_missing(error: TargetMissing) -> Sentences:
    next_step = (
        _("There are: {names}.").format(names=", ".join(error.names)) if error.names else _("Add one first.")
    )
    return _("There is no target called {name}.").format(name=error.name), next_step


def _name_taken(error: TargetNameTaken) -> Sentences:
    return (
        _("There is a target called {name} already.").format(name=error.name),
        _("Choose another name."),
    )


def _never_exported(_error: NeverExported) -> Sentences:
    return _("The website has not been exported yet."), _("Export it to a folder first.")


def _broken_target(error: BrokenTarget) -> Sentences:
    what = " ".join(_(TARGET_PROBLEMS[problem]) for problem in error.problems)
    return what, _("Nothing was stored. Correct that, then try again.")


TARGET_PROBLEMS: Mapping[TargetProblem, str] = {
    TargetProblem.NO_NAME: N_("The target has no name."),
    TargetProblem.NO_ADDRESS: N_("The address is missing."),
    TargetProblem.NO_HOST: N_("The address is no server: write it as server.example.se or with :port."),
    TargetProblem.NOT_HTTPS: N_("The address has to begin with https://, so that nobody can listen in."),
    TargetProblem.PASSWORD_IN_ADDRESS: N_("User name and password do not belong in the address."),
    TargetProblem.NO_USER: N_("The user name is missing; with S3 it is the access key."),
    TargetProblem.NO_BUCKET: N_("The bucket is missing: write it as the folder."),
    TargetProblem.NO_ZIP: N_("The name of the file has to end in .zip."),
    TargetProblem.ODD_FOLDER: N_("The folder may not have . or .. in its path."),
}

_SERVER_SAYS = N_("{where} answers in a way that is not understood: {reason}.")
_ASK = N_("Check the settings of the target, or ask whoever runs the server.")
_STAYS = N_("What is there is as it was. Publish again: it goes on where it was.")

PUBLISH_EXPLANATIONS: Mapping[type[EditorAppError], Callable[[Any], Sentences]] = {
    targets.ServerUnreachable: _unreachable,
    targets.CertificateRefused: _plain(
        N_("{where} cannot prove that it is what it says: {reason}. Nothing was sent."),
        N_("Check the address, or ask whoever runs the server about its certificate."),
    ),
    targets.LoginRefused: _plain(
        N_("{where} refuses the user name or the password."),
        N_("Check both in the settings of the target."),
    ),
    targets.KeyNotReadable: _plain(
        N_("The private key for {where} cannot be read."),
        N_("Choose a key that OpenSSH wrote and that has no password of its own."),
    ),
    targets.UnexpectedAnswer: _plain(_SERVER_SAYS, _ASK),
    targets.RemoteFolderMissing: _plain(
        N_("There is no such folder or bucket: {where}."),
        N_("Create it on the server, or correct it in the settings of the target."),
    ),
    targets.RemoteNotWritable: _plain(
        N_("{where} does not let this user do that: {reason}."),
        N_("Ask whoever runs the server for the right to write, or choose another folder."),
    ),
    targets.RemoteFull: _plain(
        N_("There is no room left at {where}."),
        N_("Free some space there, then publish again: it goes on where it was."),
    ),
    targets.ReadBackDiffers: _plain(
        N_("A file that was sent to {where} came back otherwise: {reason}."),
        _STAYS,
    ),
    targets.UploadTakenOver: _plain(
        N_("Somebody else began to publish to {where} meanwhile."),
        N_("Wait until that is done, then publish again."),
    ),
    targets.UploadStopped: _plain(
        N_("Publishing to {where} was stopped."),
        N_("Publish again to go on where it was."),
    ),
    targets.HostKeyUnknown: _key_unknown,
    targets.HostKeyChanged: _key_changed,
    targets.UploadBusy: _busy,
    targets.WouldOverwrite: _would_overwrite,
    targets.NoExport: _no_export,
    targets.ExportAltered: _export_altered,
    PasswordMissing: _password_missing,
    KeyringMissing: _keyring_missing,
    TargetMissing: _target_missing,
    TargetNameTaken: _name_taken,
    NeverExported: _never_exported,
    BrokenTarget: _broken_target,
}
