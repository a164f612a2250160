"""The command for a scheduled task: what the website does not show yet, and what comes."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import timedelta

import msgspec

from editor_app.command_line.article_json import as_json
from editor_app.command_line.exit_codes import ExitCode
from editor_app.desk.clock import utc_now
from editor_app.desk.desk import Desk
from editor_app.desk.due_words import happening_word, overdue_sentence
from editor_app.domain.due import Due
from editor_app.domain.swedish_time import wall_time
from editor_app.translation import _


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
    return ExitCode.DONE


def _line(one: Due) -> str:
    at = wall_time(one.at)
    return f"{at:%Y-%m-%d %H:%M}  {happening_word(one.what)}  {one.article_id}  {one.title}"


DUE_COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {"due": _due}
