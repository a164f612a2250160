"""The commands that publish the exported website, and that tell where to."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from getpass import getpass
from typing import TYPE_CHECKING, TypeVar

import msgspec

from editor_app.command_line.article_json import as_json
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.logins import name_of
from editor_app.desk.desk import Desk
from editor_app.desk.later import Later
from editor_app.domain.publish_target import PublishTarget, TargetKind
from editor_app.translation import _

if TYPE_CHECKING:
    from editor_app.desk import publish_job, publish_words
else:
    # No other command waits for what talks to servers.
    publish_job = Later("editor_app.desk.publish_job")
    publish_words = Later("editor_app.desk.publish_words")

T = TypeVar("T")


def _publish_to(desk: Desk, arguments: Namespace) -> ExitCode:
    tell = _tell_on_terminal if sys.stderr.isatty() and not arguments.json else publish_job.tell_nobody

    password = _password(arguments)
    published = _trusting(
        desk,
        arguments,
        lambda: desk.publish_job(arguments.target, arguments.folder, password=password).run(
            tell=tell, overwrite=arguments.overwrite, dry_run=arguments.dry_run
        ),
    )
    if not arguments.dry_run:
        desk.note_published(arguments.target, published, by=name_of(arguments))
    if arguments.json:
        print(as_json(msgspec.to_builtins(published)))
    else:
        for sentence in publish_words.published_sentences(published, is_done=not arguments.dry_run):
            print(sentence)
    return ExitCode.DONE


def _targets(desk: Desk, arguments: Namespace) -> ExitCode:
    return _ACTS[arguments.act](desk, arguments)


def _list(desk: Desk, arguments: Namespace) -> ExitCode:
    targets = desk.publish_targets()
    if arguments.json:
        print(as_json(msgspec.to_builtins(targets)))
        return ExitCode.DONE
    for target in targets:
        print("  ".join(filter(None, (target.name, target.kind.value, target.where, target.user))))
    if not targets:
        print(_("There are no targets yet. Add one with: targets add"))
    return ExitCode.DONE


def _add(desk: Desk, arguments: Namespace) -> ExitCode:
    there = {one.name.casefold(): one for one in desk.publish_targets()}.get(arguments.target.casefold())
    target = PublishTarget(
        arguments.target,
        TargetKind(arguments.kind),
        arguments.address,
        folder=arguments.to,
        user=arguments.user,
        region=arguments.region,
        host_key=there.host_key if there else "",
    )
    key = publish_job.read_key(arguments.key_file) if arguments.key_file else ""
    saved = desk.save_publish_target(
        target,
        by=name_of(arguments),
        password=key or _password(arguments),
        replaces=there.name if there else "",
    )
    print(_("{name} is kept: {where}.").format(name=saved.name, where=saved.where))
    return ExitCode.DONE


def _remove(desk: Desk, arguments: Namespace) -> ExitCode:
    desk.remove_publish_target(arguments.target, by=name_of(arguments))
    print(_("{name} is forgotten. What is published there stays.").format(name=arguments.target))
    return ExitCode.DONE


def _test(desk: Desk, arguments: Namespace) -> ExitCode:
    password = _password(arguments)
    is_free = _trusting(
        desk,
        arguments,
        lambda: desk.trial_job(desk.publish_target(arguments.target), password=password).try_connection(),
    )
    print(publish_words.trial_sentence(is_free))
    return ExitCode.DONE if is_free else ExitCode.WARNED


def _trusting(desk: Desk, arguments: Namespace, act: Callable[[], T]) -> T:
    """Return what `act` answers, once more if the server's key is the one that was given as accepted."""
    try:
        return act()
    except publish_job.HostKeyUnknown as error:
        if error.fingerprint != arguments.accept_host_key:
            raise
        desk.accept_host_key(arguments.target, error.key, by=name_of(arguments))
        return act()


def _password(arguments: Namespace) -> str:
    return getpass(_("Password for {name}: ").format(name=arguments.target)) if arguments.ask_password else ""


def _tell_on_terminal(progress: "publish_job.Progress") -> None:
    print(f"\r\x1b[K{publish_words.progress_words(progress)}", end="", file=sys.stderr, flush=True)
    if progress.files == progress.all_files:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


_ACTS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {
    "list": _list,
    "add": _add,
    "remove": _remove,
    "test": _test,
}

COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {
    "publish-to": _publish_to,
    "targets": _targets,
}
