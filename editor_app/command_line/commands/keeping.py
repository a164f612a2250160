"""The commands that keep the archive's file: backups, and what is brought back from them."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from editor_app.command_line.article_json import Json, as_json
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.logins import name_of
from editor_app.desk import keeping
from editor_app.desk.backup_words import KIND_WORDS, size_words
from editor_app.desk.checkup_words import SEVERITY_WORDS, finding_words, versions_words
from editor_app.desk.clock import utc_now
from editor_app.desk.keeping import Backup, BackupKind, Contents, Report, Severity
from editor_app.domain.swedish_time import minute_text
from editor_app.resource_files import program_version
from editor_app.translation import _, ngettext

_BY_SEVERITY = {
    Severity.NOTE: ExitCode.DONE,
    Severity.WARNING: ExitCode.WARNED,
    Severity.SEVERE: ExitCode.PREVENTED,
}


def _backup(archive: Path, arguments: Namespace) -> ExitCode:
    if arguments.keep_in is not None:
        place = Path(arguments.keep_in) if arguments.keep_in else None
        keeping.choose_place(archive, place, by=name_of(arguments), now=utc_now())
    print(keeping.back_up(archive, BackupKind.BY_HAND, now=utc_now()).path)
    return ExitCode.DONE


def _backups(archive: Path, arguments: Namespace) -> ExitCode:
    found = [(backup, keeping.contents_of(backup)) for backup in keeping.backups_of(archive)]
    if arguments.json:
        print(as_json([_backup_json(*one) for one in found]))
    else:
        for one in found:
            print(_backup_line(*one))
    return ExitCode.DONE


def _restore_backup(archive: Path, arguments: Namespace) -> ExitCode:
    kept = keeping.restore_backup(arguments.file, archive, now=utc_now(), by=name_of(arguments))
    print(_("{archive} is what it was in {backup}.").format(archive=archive, backup=arguments.file.name))
    if kept is not None:
        print(_("What stood there before is kept: {path}").format(path=kept))
    return ExitCode.DONE


def _doctor(archive: Path, arguments: Namespace) -> ExitCode:
    report = keeping.check(archive, now=utc_now(), progress=lambda *_done: None)
    if arguments.mend and report.can_be_mended:
        keeping.mend(archive)
        report = keeping.check(archive, now=utc_now(), progress=lambda *_done: None)
    if arguments.json:
        print(as_json(_report_json(archive, report)))
    else:
        print("\n".join(_report_lines(archive, report)))
    return _BY_SEVERITY[report.worst]


def _report_json(archive: Path, report: Report) -> Json:
    findings = []
    for finding in report.findings:
        what, next_step = finding_words(finding)
        findings.append(
            {
                "problem": finding.problem.value,
                "severity": finding.severity.value,
                "subject": finding.subject,
                "what": what,
                "next_step": next_step,
            }
        )
    return {
        "archive": str(archive),
        "program_version": program_version(),
        "archive_version": report.archive_version,
        "sqlite_version": report.sqlite_version,
        "findings": findings,
    }


def _report_lines(archive: Path, report: Report) -> list[str]:
    lines = [str(archive), versions_words(report)]
    for finding in report.findings:
        what, next_step = finding_words(finding)
        lines.append(f"{_(SEVERITY_WORDS[finding.severity])}: {what} {next_step}")
    return lines if report.findings else [*lines, _("Nothing is wrong.")]


def _backup_json(backup: Backup, contents: Contents | None) -> Json:
    newest = None if contents is None else contents.newest_change
    return {
        "file": str(backup.path),
        "made_at": backup.made_at.isoformat(),
        "version": backup.version,
        "kind": backup.kind.value,
        "size": backup.size,
        "whole": contents is not None,
        "articles": None if contents is None else contents.articles,
        "newest_change": None if newest is None else newest.isoformat(),
    }


def _backup_line(backup: Backup, contents: Contents | None) -> str:
    parts = [
        minute_text(backup.made_at),
        _(KIND_WORDS[backup.kind]),
        size_words(backup.size),
    ]
    if contents is None:
        parts.append(_("damaged"))
    else:
        articles = ngettext("{count} article", "{count} articles", contents.articles)
        parts.append(articles.format(count=contents.articles))
    return f"{' · '.join(parts)}\n  {backup.path}"


COMMANDS: Mapping[str, Callable[[Path, Namespace], ExitCode]] = {
    "backup": _backup,
    "backups": _backups,
    "doctor": _doctor,
    "restore-backup": _restore_backup,
}
