"""README shows every command, and what it types is understood."""

import re
import shlex
from itertools import chain

import pytest

from editor_app.command_line.arguments.groups import GROUPS
from editor_app.command_line.parser import build_parser
from tests.command_line.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^ +\.venv/bin/python main\.py (.+?)(?: +#.*)?$", README, re.MULTILINE)


@pytest.mark.parametrize("line", COMMANDS)
def test_what_readme_types_is_understood(line):
    # What it writes to is the shell's.
    words = shlex.split(line.partition(" > ")[0])

    assert build_parser(words).parse_args(words).command == words[0]


def test_readme_shows_every_command():
    shown = {shlex.split(line)[0] for line in COMMANDS}

    assert shown == {command[0] for command in chain.from_iterable(GROUPS.values())}
