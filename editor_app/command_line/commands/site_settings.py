"""The commands on how the website looks, and on the notices on all its pages."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec.structs import replace

from editor_app.command_line.arguments.types import STANDARD_INPUT
from editor_app.command_line.article_json import as_json, builtins
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.logins import name_of
from editor_app.desk.desk import Desk
from editor_app.desk.site_settings import read_site_settings
from editor_app.domain.site_settings import Notice, NoticeLevel
from editor_app.domain.swedish_time import minute_text
from editor_app.domain.words import NOTICE_WORDS
from editor_app.intake.files import read_file
from editor_app.intake.packages import SIZE_LIMIT
from editor_app.translation import _


def _site_settings(desk: Desk, arguments: Namespace) -> ExitCode:
    if arguments.set is None:
        print(as_json(builtins(desk.site_settings())))
    else:
        settings = read_site_settings(_data(arguments.set))
        print(as_json(builtins(desk.save_site_settings(settings, by=name_of(arguments)))))
    return ExitCode.DONE


def _data(file: Path) -> bytes:
    if str(file) == STANDARD_INPUT:
        return sys.stdin.buffer.read(SIZE_LIMIT)
    return read_file(file, SIZE_LIMIT)


def _notice(desk: Desk, arguments: Namespace) -> ExitCode:
    settings = desk.site_settings()
    if arguments.clear:
        settings = desk.save_site_settings(replace(settings, notices=()), by=name_of(arguments))
    elif arguments.add is not None:
        added = Notice(
            level=NoticeLevel(arguments.level),
            text=arguments.add,
            english=arguments.english or "",
            href=arguments.link or "",
            link_text=arguments.link_text or "",
        )
        notices = (added, *settings.notices)
        settings = desk.save_site_settings(replace(settings, notices=notices), by=name_of(arguments))
    for notice in settings.notices:
        print(_line(notice))
    if settings.notices and arguments.add is not None:
        print(_("Readers see it when the site has been exported."))
    elif not settings.notices:
        print(_("There are no notices."))
    return ExitCode.DONE


def _line(notice: Notice) -> str:
    begins = minute_text(notice.begins_at) if notice.begins_at else ""
    ends = minute_text(notice.ends_at) if notice.ends_at else ""
    times = f"  {begins}–{ends}" if begins or ends else ""
    return f"{_(NOTICE_WORDS[notice.level])}{times}  {notice.text}"


COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {
    "site-settings": _site_settings,
    "notice": _notice,
}
