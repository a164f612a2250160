"""The window, the demonstration, and what each way into the program loads."""

import sys
from pathlib import Path

import pytest

from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.running import has_screen, run


class Calls(list):
    """Records what was asked for, and answers with an exit code."""

    def __call__(self, *arguments):
        self.append(arguments)
        return 7


@pytest.fixture
def screen(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")


@pytest.fixture
def no_screen(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_command_the_window_opens(screen):
    window, demonstration = Calls(), Calls()

    code = run(["--archive", "a.sqlite3", "--language", "en"], show_window=window, demonstrate=demonstration)

    assert code == 7
    assert window == [(Path("a.sqlite3"), "en")]
    assert demonstration == []


def test_the_window_gets_no_archive_and_no_language_that_nobody_named(screen):
    window = Calls()

    run([], show_window=window, demonstrate=Calls())

    assert window == [(None, None)]


def test_with_no_screen_the_demonstration_takes_the_place_of_the_window(
    no_screen, capsys, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    window, demonstration = Calls(), Calls()

    code = run(["--language", "en"], show_window=window, demonstrate=demonstration)

    assert code == 7
    assert window == []
    assert demonstration == [(tmp_path / "demo", None, "en")]
    assert str(tmp_path / "demo") in capsys.readouterr().out


def test_the_demonstration_gets_its_folder(capsys):
    demonstration = Calls()

    run(["demo", "--out", "pictures", "--language", "en"], show_window=Calls(), demonstrate=demonstration)

    assert demonstration == [(Path("pictures"), None, "en")]


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_sign_of_a_screen_is_believed(no_screen, monkeypatch, name):
    assert not has_screen()

    monkeypatch.setenv(name, "something")

    assert has_screen()


def test_other_systems_always_have_a_screen(no_screen, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")

    assert has_screen()


def test_ctrl_c_ends_with_its_own_code(screen):
    def interrupted(*_arguments):
        raise KeyboardInterrupt

    assert run([], show_window=interrupted, demonstrate=Calls()) == ExitCode.INTERRUPTED
