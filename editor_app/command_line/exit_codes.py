"""What scripts learn from the exit code."""

from enum import IntEnum

from editor_app.translation import _


class ExitCode(IntEnum):
    """How a command ended."""

    DONE = 0
    PREVENTED = 1
    MISUSED = 2
    WARNED = 3
    INTERRUPTED = 130
    PIPE_CLOSED = 141


def exit_code_table() -> str:
    """Return what each exit code says, one a line, for --help."""
    meanings = {
        ExitCode.DONE: _("done"),
        ExitCode.PREVENTED: _("something prevents it, such as a missing article; stderr says what"),
        ExitCode.MISUSED: _("the command could not be understood"),
        ExitCode.WARNED: _("done, but something needs attention; the output says what"),
        ExitCode.INTERRUPTED: _("stopped with Ctrl+C"),
        ExitCode.PIPE_CLOSED: _("the program that read the output went away"),
    }
    return "\n".join(f"  {code:>3}  {meanings[code]}" for code in ExitCode)
