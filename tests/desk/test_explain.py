"""Every error has its sentences."""

import errno
import importlib
import os
import pkgutil
from pathlib import Path

import msgspec
import pytest

import editor_app
from editor_app.archive.errors import ArchiveError, ArchiveNotWritable, BrokenSetting, DiskFull
from editor_app.checks.findings import Finding, Part, Place, Severity
from editor_app.checks.readiness import NotReady
from editor_app.desk.errors import EditConflict, Named, NameMissing
from editor_app.desk.explain import explain
from editor_app.desk.explanations import EXPLANATIONS
from editor_app.domain.errors import EditorAppError
from editor_app.domain.workflow import Action, LiveSide, NotPossibleNow, Standing, State
from editor_app.intake.text_files import TooLarge
from editor_app.site.targets.errors import PublishError, ServerUnreachable

# Stand for their subclasses and are never raised themselves.
FAMILIES = {ArchiveError, PublishError}
# Sits above the desk and complains in its own words.
ABOVE = "editor_app.command_line."


def all_errors():
    # Migrations run only where alembic has set the stage for them.
    for module in pkgutil.walk_packages(editor_app.__path__, "editor_app."):
        if ".migrations." not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found, waiting = set(), [EditorAppError]
    while waiting:
        subclasses = waiting.pop().__subclasses__()
        waiting += subclasses
        found.update(error for error in subclasses if error.__module__.startswith("editor_app."))
    return {error for error in found - FAMILIES if not error.__module__.startswith(ABOVE)}


def test_every_error_has_an_explanation_and_no_explanation_is_left_over():
    assert set(EXPLANATIONS) == all_errors()


@pytest.mark.parametrize("subject", list(Named))
def test_a_missing_name_is_asked_for(subject):
    explanation = explain(NameMissing(subject))

    assert explanation.what and explanation.next_step


@pytest.mark.parametrize("live", list(LiveSide))
@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("action", list(Action))
def test_what_is_not_possible_now_says_what_is(state, live, action):
    explanation = explain(NotPossibleNow(Standing(state, live), action))

    assert "cannot be" in explanation.what
    assert explanation.next_step


def test_a_full_disk_is_told_with_the_path_and_what_is_safe():
    explanation = explain(DiskFull(Path("/data/archive.sqlite3")))

    assert "/data/archive.sqlite3" in explanation.what
    assert "safe" in explanation.what


def test_the_reason_of_the_system_ends_in_one_full_stop():
    explanation = explain(ArchiveNotWritable(Path("a.sqlite3"), "Stale file handle."))

    assert explanation.what == "The archive a.sqlite3 cannot be changed: Stale file handle."


def test_every_finding_is_told():
    explanation = explain(
        NotReady(
            (
                Finding("S01", Severity.BLOCKS, Place(Part.TITLE)),
                Finding("S14", Severity.BLOCKS, Place(Part.DETAILS)),
            )
        )
    )

    assert explanation.what == "The headline is missing. Choose a category."


def test_a_conflict_names_the_other_person_where_the_archive_knows(draft):
    theirs = msgspec.structs.replace(draft, updated_by="Bo")
    unknown = msgspec.structs.replace(draft, updated_by="")

    assert explain(EditConflict(theirs)).what.startswith("Bo ")
    assert explain(EditConflict(unknown)).what.startswith("Somebody ")


def test_a_size_is_told_in_megabytes():
    assert "5 MB" in explain(TooLarge(Path("a.txt"), 5 * 1024 * 1024)).what


def test_a_setting_that_was_broken_by_hand_is_named_for_people():
    explanation = explain(BrokenSetting("policy", "JSON is malformed: trailing characters"))

    assert explanation.what == (
        "What the archive keeps as “the rules of the newsroom” cannot be read:"
        " JSON is malformed: trailing characters."
    )
    assert "restore a backup" in explanation.next_step


def test_a_server_that_cannot_be_reached_is_told_with_the_reason_where_one_is_known():
    refused = explain(ServerUnreachable("server.example/webb", os.strerror(errno.ECONNREFUSED)))
    silent = explain(ServerUnreachable("server.example/webb"))

    beginning = "server.example/webb cannot be reached, or the connection was cut"
    assert refused.what == f"{beginning}: nobody answers there."
    assert silent.what == f"{beginning}."
