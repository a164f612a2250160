"""A folder that the ledger does not know, or not any more, is learnt from its manifest; nothing is lost."""

import json
import shutil

import pytest

from editor_app.site.errors import ForeignFolder
from editor_app.site.output import ledger
from editor_app.site.output.errors import LedgerDamaged, NewerSite, WouldDestroy
from editor_app.site.output.output import Output
from editor_app.site.output.values import ConflictKind, FileRecord
from editor_app.site.output.verification import verify_folder
from tests.site.output.folders import export, pages, state

SITE = {f"{number}/index.html": f"sida {number}" for number in range(300)}


def beside(target):
    return target.with_name(f".{target.name}.pressklar")


def is_whole(target):
    steps = verify_folder(target)
    while True:
        try:
            next(steps)
        except StopIteration as stopped:
            return stopped.value.is_whole


def test_the_folder_of_an_earlier_version_is_taken_over_whole(earlier):
    (earlier / "egen.txt").write_text("min")

    with Output.open(earlier) as output:
        assert output.rebuilt
        assert output.paths_of("bad") == ["nyheter/bad/index.html"]
        record = output.file("nyheter/bad/index.html")
        assert record == FileRecord(record.sha256, -1, "bad", "b" * 64)
    switched = export(earlier, {"index.html": "hem", "nyheter/bro/index.html": "bron"})

    assert (switched.added, switched.changed, switched.removed) == (1, 0, 2)
    assert pages(earlier) == {"index.html": "hem", "nyheter/bro/index.html": "bron", "egen.txt": "min"}
    (earlier / "egen.txt").unlink()
    assert is_whole(earlier)


def test_the_folder_of_an_earlier_version_can_be_gone_back_to(earlier):
    before = {path: path.read_bytes() for path in earlier.rglob("*.*")}
    export(earlier, {"index.html": "annat"})

    with Output.open(earlier) as output:
        output.roll_back()

    assert {path: path.read_bytes() for path in earlier.rglob("*.*")} == before


@pytest.mark.parametrize("damage", [b"", b"no database", None])
def test_a_ledger_that_is_no_ledger_any_more_is_made_anew(target, damage):
    export(target, SITE)
    path = beside(target) / "ledger"
    if damage is None:
        whole = path.read_bytes()
        path.write_bytes(whole[:4096] + b"x" * 8192 + whole[12288:])
    else:
        path.write_bytes(damage)

    switched = export(target, {**SITE, "index.html": "hem"})

    assert (switched.added, switched.changed, switched.rebuilt) == (1, 0, True)
    assert pages(target) == {**SITE, "index.html": "hem"}
    assert is_whole(target)


def test_a_ledger_that_turns_out_to_be_damaged_in_a_run_is_set_aside_for_the_next(target):
    export(target, SITE)
    path = beside(target) / "ledger"
    whole = path.read_bytes()
    leaves = [whole[start : start + 4096] for start in range(0, len(whole), 4096)]
    path.write_bytes(b"".join(b"\xff" * 4096 if b"150/index.html" in one else one for one in leaves))

    with pytest.raises(LedgerDamaged):
        export(target, dict.fromkeys(SITE, "ny"))
    assert pages(target) == SITE
    switched = export(target, dict.fromkeys(SITE, "ny"))

    assert (switched.changed, switched.rebuilt) == (300, True)
    assert (beside(target) / "ledger.damaged").exists()
    assert is_whole(target)


def test_a_site_that_was_copied_elsewhere_is_known_there_too(target, tmp_path):
    export(target, SITE)
    shutil.copytree(target, tmp_path / "copy")

    switched = export(tmp_path / "copy", {"1/index.html": "ny"})

    assert (switched.changed, switched.removed, switched.rebuilt) == (1, 299, True)
    assert pages(tmp_path / "copy") == {"1/index.html": "ny"}


def test_another_site_in_the_place_of_the_one_that_is_known_is_seen(target, tmp_path):
    export(target, SITE)
    export(tmp_path / "other", {"index.html": "annan"})
    shutil.rmtree(target)
    shutil.copytree(tmp_path / "other", target)

    with Output.open(target) as output:
        assert (output.state, output.rebuilt) == (None, True)
        assert output.file("1/index.html") is None
        assert output.file("index.html").size == 5


@pytest.mark.parametrize("is_empty", [False, True])
def test_a_site_that_is_gone_is_written_from_the_first(target, is_empty):
    export(target, SITE)
    shutil.rmtree(target)
    if is_empty:
        target.mkdir()

    with Output.open(target) as output:
        assert output.is_first
        assert output.state is None
        assert output.file("1/index.html") is None
    switched = export(target, SITE)

    assert (switched.added, switched.generation) == (300, None)
    assert is_whole(target)


def test_a_manifest_that_is_gone_is_written_anew(target):
    export(target, SITE)
    (target / "pressklar.json").unlink()

    with Output.open(target) as output:
        assert output.state is None
        assert output.file("1/index.html") is not None
    export(target, SITE)

    assert is_whole(target)


def test_a_manifest_that_somebody_altered_is_refused_until_asked_and_kept(target):
    export(target, SITE)
    (target / "pressklar.json").write_text("min")

    with pytest.raises(WouldDestroy) as caught:
        export(target, SITE)
    switched = export(target, SITE, overwrite=True)

    assert [(one.path, one.kind) for one in caught.value.conflicts] == [
        ("pressklar.json", ConflictKind.ALTERED)
    ]
    assert (beside(target) / "kept" / str(switched.generation) / "pressklar.json").read_text() == "min"
    assert is_whole(target)


def test_files_that_a_damaged_part_of_the_manifest_told_of_are_others_work(target):
    export(target, SITE)
    shutil.rmtree(beside(target))
    shard = target / "pressklar" / "3.json"
    lost = set(json.loads(shard.read_text()))
    shard.write_text("{")

    with pytest.raises(WouldDestroy) as caught:
        export(target, dict.fromkeys(SITE, "ny"))
    with pytest.raises(WouldDestroy):
        export(target, SITE)
    export(target, SITE, overwrite=True)

    assert {one.path for one in caught.value.conflicts} == lost | {"pressklar/3.json"}
    assert is_whole(target)


def test_a_manifest_that_leads_elsewhere_is_none(target, tmp_path):
    export(target, SITE)
    shutil.rmtree(beside(target))
    (tmp_path / "www" / "x").write_text("min")
    manifest = json.loads((target / "pressklar.json").read_text())
    manifest["shards"]["../x"] = "0" * 64
    (target / "pressklar.json").write_text(json.dumps(manifest))

    with pytest.raises(ForeignFolder):
        export(target, {})

    assert (tmp_path / "www" / "x").read_text() == "min"


def test_what_a_newer_program_wrote_is_not_touched(target, monkeypatch):
    monkeypatch.setattr(ledger, "SCHEMA", 99)
    monkeypatch.setattr(ledger, "_TABLES", ledger._TABLES.replace("user_version = 1", "user_version = 99"))
    export(target, SITE)
    monkeypatch.undo()
    monkeypatch.setattr(ledger, "SYNCHRONOUS", "OFF")

    with pytest.raises(NewerSite):
        export(target, {})

    assert pages(target) == SITE
    assert state(1).head.number == 1
