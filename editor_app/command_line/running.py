"""From the words of a command to its exit code."""

import errno
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from editor_app.command_line.exit_codes import ExitCode
from editor_app.translation import _, system_language, use_language

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})

DEMO_FOLDER = Path("demo")

ShowWindow = Callable[[Path | None, str | None], int]
Demonstrate = Callable[[Path, Path | None, str | None], int]


def run(arguments: Sequence[str], *, show_window: ShowWindow, demonstrate: Demonstrate) -> int:
    """Do what `arguments` ask and return the exit code, one of ExitCode.

    `show_window` gets the archive and the language where they are named; `demonstrate` gets the
    folder for its pictures before them.
    """
    replace_missing_streams()
    write_utf_8()
    try:
        code = _until_stopped(arguments, show_window, demonstrate)
        # What is still in the buffer may find the pipe closed.
        sys.stdout.flush()
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        return ExitCode.PIPE_CLOSED
    except OSError as error:
        # What commands write to disks has errors of its own, so the output has no room.
        if error.errno not in _NO_ROOM:
            raise
        _discard_output()
        print(
            _("The disk that the output goes to is full. Free some space, then try again."), file=sys.stderr
        )
        return ExitCode.PREVENTED
    return code


def _discard_output() -> None:
    """Python flushes once more when it ends, and would complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _until_stopped(arguments: Sequence[str], show_window: ShowWindow, demonstrate: Demonstrate) -> int:
    try:
        return _run(arguments, show_window, demonstrate)
    except SystemExit as stopped:
        # So argparse ends after help, the version and what it could not understand.
        return int(stopped.code or 0)


def _run(arguments: Sequence[str], show_window: ShowWindow, demonstrate: Demonstrate) -> int:
    if not arguments:
        use_language(system_language())
        return _window_or_demonstration(None, None, show_window, demonstrate)
    # What tells the commands apart is a twentieth of the start of the window, which needs none of it.
    from editor_app.command_line.argparse_words import let_argparse_speak
    from editor_app.command_line.parser import build_parser, language_asked_for

    language = language_asked_for(arguments) or system_language()
    use_language(language)
    let_argparse_speak(language)
    parsed = build_parser(arguments).parse_args(arguments)
    if parsed.command == "demo":
        return demonstrate(parsed.out, parsed.archive, parsed.language)
    if parsed.command is None:
        return _window_or_demonstration(parsed.archive, parsed.language, show_window, demonstrate)
    # The database libraries come with the commands; neither help nor the window waits for them.
    from editor_app.command_line.on_archive import run_command

    return run_command(parsed)


def _window_or_demonstration(
    archive: Path | None, language: str | None, show_window: ShowWindow, demonstrate: Demonstrate
) -> int:
    if has_screen():
        return show_window(archive, language)
    folder = DEMO_FOLDER.absolute()
    print(
        _("There is no screen here, so the main job is shown in pictures, in {folder}.").format(
            folder=folder
        ),
        flush=True,
    )
    return demonstrate(folder, archive, language)


def has_screen() -> bool:
    """Tell whether a window can be shown; QT_QPA_PLATFORM is a promise that Qt knows where."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def replace_missing_streams() -> None:
    """Read nothing and write nowhere where a stream is closed, as all are below pythonw on Windows."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end


def write_utf_8() -> None:
    """Write UTF-8 whatever the locale; file names that are no text keep their bytes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
