"""The promise that an export of what changed gives what an export of everything gives, byte for byte."""

import shutil
from concurrent.futures import ProcessPoolExecutor, wait
from errno import EAGAIN
from multiprocessing import active_children
from time import sleep

import pytest
from msgspec.structs import replace

from editor_app.desk.opening import open_desk
from editor_app.domain.audit import Head
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.site import paging
from editor_app.site.errors import ExportStopped
from editor_app.site.output.output import Output
from editor_app.site.planning import crew, planner, program
from editor_app.site.planning.values import Cause
from editor_app.site.progress import ExportStep
from tests.check_site.machine_read import check_machine_read
from tests.desk.newsroom_acts import Newsroom, StandingClock
from tests.desk.trees import tree


@pytest.fixture
def newsroom(request, desk, image, archive_path):
    desk.close()
    clock = StandingClock()
    made = open_desk(archive_path, clock=clock)
    yield Newsroom(made, clock, request.param, (image,))
    made.close()


@pytest.mark.parametrize("newsroom", range(6), indirect=True)
def test_whatever_is_done_the_site_is_what_it_would_be_if_it_were_made_anew(newsroom, tmp_path, monkeypatch):
    # Lists of a few articles already have several pages.
    for module in (paging, planner):
        monkeypatch.setattr(module, "PAGE_LENGTH", 2)
    for number in range(8):
        for _act in range(newsroom.chance.choice((1, 2, 6))):
            newsroom.act()
        fresh = tmp_path / f"fresh-{number}"
        told = newsroom.desk.export(tmp_path / "site", by="Ada").lost
        told_anew = newsroom.desk.export(fresh, by="Ada").lost

        assert told == told_anew
        old, new = tree(tmp_path / "site"), tree(fresh)
        assert {path for path in {*old, *new} if old.get(path) != new.get(path)} == set(), newsroom.done
        shutil.rmtree(fresh)


@pytest.mark.parametrize("newsroom", (22, 23, 24), indirect=True)
def test_whatever_is_done_what_other_programs_read_of_the_site_is_valid(newsroom, tmp_path):
    for _act in range(30):
        newsroom.act()

    newsroom.desk.export(tmp_path / "site", by="Ada")

    verdicts = check_machine_read(tmp_path / "site")
    assert [verdict for verdict in verdicts if not verdict.passed] == []
    assert {"feeds", "json-ld", "hreflang"} <= {verdict.check for verdict in verdicts}


@pytest.fixture
def six_articles(desk, approved):
    for number in range(5):
        created = desk.create(by="Ada")
        article = replace(approved.article, id=created.article.id, title=f"Ny bro {number}", slug="")
        copy = desk.save(article, version=created.version, by="Ada")
        desk.submit(copy.article.id, by="Ada")
        desk.approve(copy.article.id, by="Bo")


def test_two_processes_make_what_one_makes(desk, six_articles, tmp_path, monkeypatch):
    alone = desk.export(tmp_path / "alone", by="Ada")
    monkeypatch.setattr(planner, "LEAST_ARTICLES", 1)
    monkeypatch.setattr(planner, "STRETCH", 2)

    together = desk.export(tmp_path / "together", by="Ada")

    assert together.pages == alone.pages
    assert len(tree(tmp_path / "alone")) > 6
    assert tree(tmp_path / "together") == tree(tmp_path / "alone")


def test_stopped_in_the_middle_two_processes_leave_nothing_behind(desk, six_articles, tmp_path, monkeypatch):
    for name in ("LEAST_ARTICLES", "STRETCH"):
        monkeypatch.setattr(planner, name, 1)

    def stop(step, _done, _whole):
        if step is ExportStep.PAGES:
            raise ExportStopped

    with pytest.raises(ExportStopped):
        desk.export(tmp_path / "out" / "site", by="Ada", tell=stop)

    assert active_children() == []
    assert list((tmp_path / "out").iterdir()) == []


def test_the_other_process_writes_only_what_is_not_there(desk, approved, tmp_path, monkeypatch):
    monkeypatch.setattr(planner, "LEAST_ARTICLES", 1)
    taken = []
    take_over = Output.take_over

    def note(output, files):
        taken.extend((file.path, file.time is None) for file in files if file.path.endswith(".html"))
        return take_over(output, files)

    monkeypatch.setattr(Output, "take_over", note)
    desk.export(tmp_path / "site", by="Ada")
    monkeypatch.setattr("editor_app.site.planning.site.program", lambda: "newer")

    desk.export(tmp_path / "site", by="Ada")

    (first, was_there), (second, is_there) = taken
    assert first == second
    assert (was_there, is_there) == (False, True)


def test_what_the_other_process_does_not_see_as_it_was_is_made_here(desk, approved, tmp_path, monkeypatch):
    desk.export(tmp_path / "alone", by="Ada")
    monkeypatch.setattr(planner, "LEAST_ARTICLES", 1)
    begin = crew.Crew.__init__
    monkeypatch.setattr(
        crew.Crew,
        "__init__",
        lambda made, open_source, stage, _head, *more: begin(
            made, open_source, stage, Head(9, "0" * 64), *more
        ),
    )

    desk.export(tmp_path / "together", by="Ada")

    assert tree(tmp_path / "together") == tree(tmp_path / "alone")


@pytest.mark.parametrize("asked_for", [1, 2], ids=["it is there", "it has made something"])
def test_what_a_process_is_asked_for_that_was_killed_is_made_here(
    desk, six_articles, tmp_path, monkeypatch, asked_for
):
    desk.export(tmp_path / "alone", by="Ada")
    monkeypatch.setattr(planner, "LEAST_ARTICLES", 1)
    monkeypatch.setattr(planner, "STRETCH", 1)
    monkeypatch.setattr(crew, "AHEAD", 1)
    submit, futures = ProcessPoolExecutor.submit, []

    def kill_and_submit(pool, work, *about):
        if len(futures) == asked_for:
            for process in list(pool._processes.values()):
                process.kill()
                process.join()
            while not pool._broken:
                sleep(0.01)
        futures.append(submit(pool, work, *about))
        wait(futures)
        return futures[-1]

    monkeypatch.setattr(ProcessPoolExecutor, "submit", kill_and_submit)

    desk.export(tmp_path / "together", by="Ada")

    assert len(futures) == asked_for
    assert tree(tmp_path / "together") == tree(tmp_path / "alone")


def test_where_the_system_has_no_room_for_another_process_all_is_made_here(
    desk, approved, tmp_path, monkeypatch
):
    desk.export(tmp_path / "alone", by="Ada")
    monkeypatch.setattr(planner, "LEAST_ARTICLES", 1)
    asked = []

    def refuse(*about):
        asked.append(about)
        raise BlockingIOError(EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(crew, "_process", refuse)

    desk.export(tmp_path / "together", by="Ada")

    assert len(asked) == 1
    assert tree(tmp_path / "together") == tree(tmp_path / "alone")


def test_the_plan_says_why_and_leaves_nothing(desk, approved, tmp_path):
    desk.export(tmp_path / "site", by="Ada")
    before = tree(tmp_path / "site")
    edited = desk.save(
        replace(approved.article, lead="Bygget börjar i juni."), version=approved.version, by="Ada"
    )
    desk.submit(edited.article.id, by="Ada")
    desk.approve(edited.article.id, by="Bo")

    plan = desk.plan_export(tmp_path / "site")

    page = next(change for change in plan.changes if change.path.startswith("nyheter/"))
    assert [(reason.cause, reason.parts) for reason in page.reasons] == [(Cause.CHANGED, ("lead",))]
    assert tree(tmp_path / "site") == before
    assert desk.plan_export(tmp_path / "site") == plan


def test_going_back_puts_the_site_as_it_was_and_the_next_export_puts_it_right(desk, approved, tmp_path):
    desk.export(tmp_path / "site", by="Ada")
    before = tree(tmp_path / "site")
    desk.withdraw(approved.article.id, WithdrawalReason.WRONG, by="Bo")
    desk.export(tmp_path / "site", by="Ada")
    after = tree(tmp_path / "site")

    desk.roll_back(tmp_path / "site", by="Ada")

    assert tree(tmp_path / "site") == before != after
    desk.export(tmp_path / "site", by="Ada")
    assert tree(tmp_path / "site") == after


def test_after_a_backup_was_restored_everything_is_made_anew(desk, approved, archive_path, tmp_path):
    copy = tmp_path / "copy.sqlite3"
    shutil.copy(archive_path, copy)
    edited = desk.save(replace(approved.article, title="Ny rubrik"), version=approved.version, by="Ada")
    desk.submit(edited.article.id, by="Ada")
    desk.approve(edited.article.id, by="Bo")
    desk.export(tmp_path / "site", by="Ada")
    desk.close()
    shutil.copy(copy, archive_path)
    restored = open_desk(archive_path)

    plan = restored.plan_export(tmp_path / "site")

    assert {reason.cause for change in plan.changes for reason in change.reasons} == {Cause.ANOTHER_HISTORY}
    assert any(change.path.startswith("nyheter/") for change in plan.changes)
    restored.close()


def test_a_newer_program_writes_what_it_makes_otherwise(desk, approved, tmp_path, monkeypatch):
    desk.export(tmp_path / "site", by="Ada")
    monkeypatch.setattr("editor_app.site.planning.feeds.robots", lambda _publisher: b"User-agent: *\n")
    monkeypatch.setattr("editor_app.site.planning.site.program", lambda: "newer")

    plan = desk.plan_export(tmp_path / "site")

    assert [change.path for change in plan.changes] == ["robots.txt"]
    assert [reason.cause for reason in plan.changes[0].reasons] == [Cause.PROGRAM]


def test_the_program_is_known_by_what_puts_pages_together(monkeypatch, tmp_path):
    part = tmp_path / "lists.py"
    monkeypatch.setattr(program, "_files", lambda: [part])
    part.write_text("PAGE = 50")
    before = program.program.__wrapped__()
    part.write_text("PAGE = 40")

    assert program.program.__wrapped__() != before
