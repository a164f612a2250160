"""Two uploads at once are noticed, and one that is dead keeps nobody out."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from editor_app.site.targets import journal
from editor_app.site.targets.errors import UploadBusy, UploadTakenOver
from editor_app.site.targets.journal import TURN, Turn
from editor_app.site.targets.publishing import publish
from editor_app.site.targets.sftp import open_remote
from editor_app.site.targets.steady import Steady
from editor_app.site.targets.values import Doing

NOW = datetime.now(UTC)


def turn_of_another(**changes):
    turn = Turn("annan", "annan-dator", 4711, datetime.now(UTC), NOW)
    return msgspec.json.encode(msgspec.structs.replace(turn, **changes))


def test_an_upload_waits_for_another_that_is_under_way(place, export):
    place.write(TURN, turn_of_another())

    with pytest.raises(UploadBusy) as refused:
        publish(place.target(), place.password, export.folder)

    assert refused.value.since == NOW
    assert set(place.files()) == {TURN}


def test_a_second_upload_of_this_program_is_noticed(webdav, export):
    refused = []

    def begin_another(progress):
        if progress.doing is Doing.FINISHING:
            # In a thread of its own, as a loop runs in this one.
            refused.append(in_thread(lambda: publish(webdav.target(), webdav.password, export.folder)))

    publish(webdav.target(), webdav.password, export.folder, tell=begin_another)

    assert [type(error) for error in refused] == [UploadBusy]
    assert webdav.files() == export.files()


def in_thread(act):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(act).exception()


@pytest.mark.parametrize(
    "dead",
    [
        {"at": NOW - timedelta(minutes=3)},
        {"computer": journal._computer(), "process": os.getpid()},
        {"computer": journal._computer(), "process": 2**22 - 1},
    ],
    ids=["long silent", "this process, but over", "a process that is gone"],
)
def test_the_turn_of_a_dead_upload_is_taken(sftp, export, dead):
    sftp.write(TURN, turn_of_another(**dead))

    publish(sftp.target(), sftp.password, export.folder, overwrite=True)

    assert sftp.files() == export.files()


def test_an_upload_that_was_taken_over_ends_before_its_manifest(place, export):
    def take_over(progress):
        if progress.doing is Doing.FINISHING:
            place.write(TURN, turn_of_another())

    with pytest.raises(UploadTakenOver):
        publish(place.target(), place.password, export.folder, tell=take_over)

    assert "pressklar.json" not in place.files()
    assert msgspec.json.decode(place.files()[TURN])["run"] == "annan"


def test_long_work_is_ended_soon_after_it_was_taken_over(sftp, monkeypatch):
    monkeypatch.setattr(journal, "_BEAT_SECONDS", 0.05)

    async def work(_require_turn):
        sftp.write(TURN, turn_of_another())
        await asyncio.sleep(60)

    async def upload():
        remote = Steady(open_remote(sftp.target(), sftp.password))
        await remote.connect()
        try:
            await journal.in_turn(remote, "server.example", work)
        finally:
            await remote.close()

    with pytest.raises(UploadTakenOver):
        asyncio.run(upload())


def test_an_upload_shows_again_and_again_that_it_is_alive(sftp, monkeypatch):
    monkeypatch.setattr(journal, "_BEAT_SECONDS", 0.02)
    seen = set()

    async def work(require_turn):
        while len(seen) < 3:
            await asyncio.sleep(0.02)
            turn = (sftp.server.root / sftp.name / TURN).read_bytes()
            seen.add(msgspec.json.decode(turn)["at"])
        await require_turn()

    async def upload():
        remote = Steady(open_remote(sftp.target(), sftp.password))
        await remote.connect()
        try:
            await journal.in_turn(remote, "server.example", work)
        finally:
            await remote.close()

    asyncio.run(upload())

    assert len(seen) == 3
    assert sftp.files() == {}
