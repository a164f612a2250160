"""The commands on the website: what it does not show yet, what comes, and writing it."""

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

import msgspec

from editor_app.command_line.article_json import as_json, export_json, plan_json
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.logins import name_of
from editor_app.desk.clock import utc_now
from editor_app.desk.desk import Desk
from editor_app.desk.due_words import came_sentences, coming_sentences, happening_word, overdue_sentence
from editor_app.desk.plan_words import plan_sentences, went_back_sentences
from editor_app.desk.site_words import lost_advice, lost_sentence, lost_words, withdrawn_sentences
from editor_app.desk.values import ExportPlan
from editor_app.domain.due import Due
from editor_app.domain.lost_link import LostLink
from editor_app.domain.swedish_time import minute_text
from editor_app.translation import _, ngettext


def _export(desk: Desk, arguments: Namespace) -> ExitCode:
    templates = str(arguments.templates.absolute()) if arguments.templates else ""
    if arguments.dry_run:
        return _show_plan(desk.plan_export(arguments.out, templates=templates), arguments)
    result = desk.export(
        arguments.out,
        by=name_of(arguments),
        templates=templates,
        overwrite=arguments.overwrite,
        releases=arguments.releases,
        other_process=arguments.other_process,
    )
    if arguments.json:
        print(as_json(export_json(result)))
        return ExitCode.DONE
    pages = ngettext("{count} page in {folder}.", "{count} pages in {folder}.", result.pages)
    changes = _("Files: {added} new, {changed} changed, {removed} removed.").format(
        added=len(result.added), changed=len(result.changed), removed=len(result.removed)
    )
    print(pages.format(count=result.pages, folder=result.target), changes)
    told = (
        *withdrawn_sentences(result.withdrawn),
        *came_sentences(result.came),
        *coming_sentences(result.coming),
    )
    for sentence in told:
        print(sentence)
    _tell_lost(result.lost)
    return ExitCode.DONE


def _show_plan(planned: ExportPlan, arguments: Namespace) -> ExitCode:
    if arguments.json:
        print(as_json(plan_json(planned)))
        return ExitCode.DONE
    for sentence in plan_sentences(planned):
        print(sentence)
    _tell_lost(planned.lost)
    if planned.conflicts:
        print(_("These were changed by others, so an export would refuse to replace them:"))
    for conflict in planned.conflicts:
        print(f"  {conflict.path}")
    return ExitCode.DONE


def _tell_lost(lost: Sequence[LostLink]) -> None:
    if not lost:
        return
    print(lost_sentence(lost))
    for one in lost:
        print("", *filter(None, (one.article_id, lost_words(one))), sep="  ")
    print(lost_advice(lost))


def _roll_back(desk: Desk, arguments: Namespace) -> ExitCode:
    switched = desk.roll_back(arguments.out, by=name_of(arguments), overwrite=arguments.overwrite)
    if arguments.json:
        print(as_json(msgspec.to_builtins(switched)))
        return ExitCode.DONE
    print(*went_back_sentences(switched))
    return ExitCode.DONE


def _due(desk: Desk, arguments: Namespace) -> ExitCode:
    now = utc_now()
    overdue = desk.due_since_export()
    coming = desk.due(now, now + timedelta(days=arguments.days))
    if arguments.json:
        print(as_json(msgspec.to_builtins({"since_export": overdue, "coming": coming})))
        return ExitCode.DONE
    if overdue:
        print(overdue_sentence(overdue), _("Export the website."))
    for one in (*overdue, *coming):
        print(_line(one))
    if not overdue and not coming:
        words = ngettext(
            "Nothing is planned for the next {count} day.",
            "Nothing is planned for the next {count} days.",
            arguments.days,
        )
        print(words.format(count=arguments.days))
    return ExitCode.DONE


def _line(one: Due) -> str:
    parts = (minute_text(one.at), happening_word(one.what), one.article_id, one.title)
    return "  ".join(filter(None, parts))


COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {
    "export": _export,
    "rollback": _roll_back,
    "due": _due,
}
