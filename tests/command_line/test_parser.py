"""Help, languages and words that cannot be understood."""

import argparse
import re
from importlib import import_module

import pytest

from editor_app.command_line.arguments.groups import GROUPS
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.on_archive import ON_THE_FILE, WITH_A_DESK
from editor_app.command_line.parser import build_parser, language_asked_for
from editor_app.domain.query_words import KEY_WORDS
from editor_app.resource_files import program_version
from editor_app.translation import LANGUAGES, use_language

COMMANDS = [command.name for commands in GROUPS.values() for command in commands]


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself_and_its_exit_codes(command, name):
    helped = command(name, "--help")

    assert helped.code == ExitCode.DONE
    assert f"main.py {name}" in helped.out
    assert "--archive FILE" in helped.out
    for code in ExitCode:
        assert f"{int(code):>3}  " in helped.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_argument_of_every_command_is_explained(language):
    use_language(language)

    actions = list(actions_of(build_parser()))
    use_language("en")

    assert len(actions) > len(COMMANDS)
    assert [action.dest for action in actions if not (action.help or "").strip()] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_parser_for_one_command_explains_it_as_the_one_for_all_does(name):
    alone, among_all = (
        next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction)).choices
        for parser in (build_parser([name]), build_parser())
    )

    assert list(alone) == [name]
    assert alone[name].format_help() == among_all[name].format_help()


def actions_of(parser):
    """Yield what may be given to the program, to each of its commands and to each act of those."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield from actions_of(each)
        else:
            yield action


def test_help_names_every_filter_of_a_search(command):
    swedish = command("--language", "sv", "search", "--help").out

    helped = " ".join(swedish.split())
    assert all(f"{word.sv}:" in helped for word in KEY_WORDS.values())
    assert "status:utkast" in helped and "väntar på mig" in helped


def test_help_names_every_command_below_the_heading_of_its_group(command):
    helped = command("--help").out

    listed: dict[str, list[str]] = {}
    for line in helped.splitlines():
        if re.fullmatch(r"  [a-z].*:", line):
            listed[line.strip(" :")] = names = []
        elif re.match(r"    [a-z]", line):
            names.append(line.split()[0])
    assert listed == {heading: [one.name for one in commands] for heading, commands in GROUPS.items()}


def test_help_is_no_wider_than_the_terminal(command, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")

    helped = command("--help").out

    listed = helped.partition("\n  writing:")[2].partition("exit codes:")[0]
    assert 50 < max(map(len, listed.splitlines())) < 60


def test_whatever_can_be_typed_is_done_by_one_command():
    modules = {**WITH_A_DESK, **ON_THE_FILE}
    done = [*modules, "demo"]
    for name, module in modules.items():
        assert name in import_module(f"editor_app.command_line.commands.{module}").COMMANDS

    assert sorted(done) == sorted(COMMANDS)


def test_the_version_is_the_one_of_the_project(command):
    shown = command("--version")

    assert (shown.code, shown.out) == (ExitCode.DONE, f"Pressklar {program_version()}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("unknown",),
        ("show",),
        ("submit", "abcdef"),
        ("approve", "abcdef"),
        ("history",),
        ("export",),
        ("demo",),
        ("import",),
        ("list", "--jso"),
        ("list", "--language", "fi"),
        ("backups", "more"),
        ("compare", "abcdef", "1"),
        ("compare", "abcdef", "first", "now"),
        ("compare", "abcdef", "0", "now"),
        ("restore", "abcdef", "now", "--by", "Ada"),
        ("restore", "abcdef", "1"),
        ("save-version", "abcdef", "--by", "Ada"),
        ("save-version", "abcdef", "--name", " ", "--by", "Ada"),
        ("import", "page.txt", "--by", " "),
        ("submit", "abcdef", "--by", ""),
    ],
)
def test_what_cannot_be_understood_ends_with_the_code_for_it(command, arguments):
    refused = command(*arguments)

    assert refused.code == ExitCode.MISUSED
    assert refused.out == ""
    assert refused.err.startswith("The command could not be understood: ")
    assert refused.err.rstrip().endswith("--help")


def test_the_system_chooses_the_language_unless_one_is_named(command, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "sv")
    swedish = command("--help").out
    english = command("--language", "en", "--help").out

    assert "slutkoder:" in swedish
    assert "visa den här hjälpen och avsluta" in swedish
    assert "exit codes:" in english
    assert "show this help message and exit" in english


@pytest.mark.parametrize(
    "arguments, language",
    [
        (["--language", "sv", "list"], "sv"),
        (["list", "--language=en"], "en"),
        (["list"], None),
        (["list", "--language"], None),
        (["list", "--language", "fi"], None),
        (["import", "--", "--language", "sv"], None),
    ],
)
def test_the_language_is_known_before_anything_is_said(arguments, language):
    assert language_asked_for(arguments) == language
