"""Two uploads at once are noticed, and one that is dead keeps nobody out."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from editor_app.site.targets import journal
from editor_app.site.targets.errors import UploadBusy, UploadTakenOver
from editor_app.site.targets.journal import TURN, Turn
from editor_app.site.targets.publishing import publish
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


def test_an_upload_that_was_taken_over_ends_before_its_manifest(sftp, export, monkeypatch):
    monkeypatch.setattr(journal, "_BEAT_SECONDS", 0.01)

    def take_over(progress):
        if progress.doing is Doing.SENDING and progress.files == 1:
            sftp.write(TURN, turn_of_another())

    export.pages.update({f"nyhet/{number}/index.html": b"<p>" for number in range(60)})
    export.write()

    with pytest.raises(UploadTakenOver):
        publish(sftp.target(), sftp.password, export.folder, tell=take_over)

    assert "pressklar.json" not in sftp.files()
    assert msgspec.json.decode(sftp.files()[TURN])["run"] == "annan"
