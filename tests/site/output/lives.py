"""Runs that die: each again and again, in a process of its own, at every change that it makes to the disk."""

import os
import shutil
import sqlite3
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from editor_app.site.output import ledger

DEAD = 77
_CHANGES = {"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.symlink"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class _Tracing:
    """Stands for the module `sqlite3`, and tells of each commit before it is made."""

    def __init__(self, come: Callable[[], None]) -> None:
        self._come = come

    def __getattr__(self, name: str) -> Any:
        return getattr(sqlite3, name)

    def connect(self, *arguments: Any, **options: Any) -> sqlite3.Connection:
        connection = sqlite3.connect(*arguments, **options)
        connection.set_trace_callback(lambda statement: self._come() if statement == "COMMIT" else None)
        return connection


def _at_changes(come: Callable[[], None]) -> None:
    """Let `come` be called before each change that this process makes to the disk, to its end."""

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        is_writing = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
        if event in _CHANGES or is_writing:
            come()

    ledger.sqlite3 = _Tracing(come)
    sys.addaudithook(hear)


def in_child(run: Callable[[], int | None]) -> int:
    """Do `run` in a process of its own; return what it returns, or the code that it died with."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = run() or 0
        finally:
            if code == 1:
                traceback.print_exc()
            os._exit(code)
    _pid, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def dies(run: Callable[[], object], moment: int) -> bool:
    """Do `run` in a process of its own that dies at `moment`; return whether it died before its end."""
    left = moment

    def come() -> None:
        nonlocal left
        if left == 0:
            os._exit(DEAD)
        left -= 1

    def live() -> None:
        _at_changes(come)
        run()

    code = in_child(live)
    assert code in (0, DEAD), f"failed at moment {moment}"
    return code == DEAD


def refuse(error: OSError, moment: int, times: int) -> None:
    """Let this process be refused change number `moment` to the disk, and the next ones, `times` in all."""
    count = 0

    def come() -> None:
        nonlocal count
        count += 1
        # What is told to a ledger cannot be refused from here.
        if moment < count <= moment + times and sys._getframe(1).f_code.co_name == "hear":
            raise error

    _at_changes(come)


def deaths(folder: Path, run: Callable[[Path], object], step: int = 1) -> Iterator[Path]:
    """Yield what each death leaves of a copy of `folder` in which `run` was done; the last life is whole."""
    here = folder.with_name(f"{folder.name}-lives")
    moment, died = 0, True
    while died:
        shutil.rmtree(here, ignore_errors=True)
        shutil.copytree(folder, here, symlinks=True)
        died = dies(lambda: run(here), moment)
        moment += step
        yield here
