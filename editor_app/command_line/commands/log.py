"""The commands that read and check the audit log."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping

from editor_app.command_line.article_json import Json, as_json, builtins
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.given_ids import find_logged_article
from editor_app.desk.desk import Desk
from editor_app.desk.folder_words import folder_findings, folder_verdict
from editor_app.desk.log_words import act_words, details_words, findings, limits, remarks, verdict
from editor_app.desk.steps import finish
from editor_app.desk.values import LogLine
from editor_app.desk.verifying import verify_folder
from editor_app.domain.log_filter import LogFilter
from editor_app.domain.log_report import LogReport
from editor_app.domain.swedish_time import minute_text

_STRETCH = 500


def _log(desk: Desk, arguments: Namespace) -> ExitCode:
    article_id = find_logged_article(desk, arguments.id) if arguments.id else ""
    lines = _lines(desk, LogFilter(person=arguments.person or "", article_id=article_id))
    if arguments.json:
        print(as_json([builtins(line.entry) for line in lines]))
    else:
        for line in lines:
            print(_line(line))
    return ExitCode.DONE


def _lines(desk: Desk, wanted: LogFilter) -> Iterator[LogLine]:
    """Yield the oldest first, so that the newest ends up above the prompt."""
    numbers = desk.find_log_entries(wanted)[::-1]
    for start in range(0, len(numbers), _STRETCH):
        yield from desk.log_lines(numbers[start : start + _STRETCH])


def _line(line: LogLine) -> str:
    entry = line.entry
    parts = (
        f"{entry.number:>6}  {minute_text(entry.at)}",
        entry.by,
        act_words(entry.act),
        line.title or entry.article_id,
        details_words(entry),
    )
    return " · ".join(filter(None, parts))


def _verify(desk: Desk, arguments: Namespace) -> ExitCode:
    kept = [desk.head_in_site(folder) for folder in arguments.site]
    kept += [desk.head_in_package(path) for path in arguments.package]
    report = finish(desk.verify_log(kept))
    if arguments.json:
        print(as_json(_report_json(report)))
    else:
        print(verdict(report))
        for sentence in findings(report):
            print(f"  {sentence}")
        for sentence in (*remarks(report), *limits()):
            print(sentence)
    return ExitCode.DONE if report.is_whole else ExitCode.PREVENTED


def verify_site(arguments: Namespace) -> ExitCode:
    """Compare the website in a folder with what was written to it."""
    check = finish(verify_folder(arguments.folder))
    if arguments.json:
        print(as_json({"is_whole": check.is_whole, **builtins(check)}))
    else:
        print(folder_verdict(check))
        for sentence in folder_findings(check):
            print(f"  {sentence}")
    return ExitCode.DONE if check.is_whole else ExitCode.PREVENTED


def _report_json(report: LogReport) -> Json:
    return {"is_whole": report.is_whole, **builtins(report)}


COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {"log": _log, "verify": _verify}
