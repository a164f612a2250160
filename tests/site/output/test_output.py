"""An output takes what a run puts, tells what that changes, and remembers it for the next."""

from hashlib import sha256

import pytest

from editor_app.site.errors import BrokenSite, ForeignFolder
from editor_app.site.output.errors import SamePath, WouldDestroy
from editor_app.site.output.output import Output
from editor_app.site.output.stage import Stage
from editor_app.site.output.values import Change, ChangeKind, Conflict, ConflictKind, FileRecord, Put
from tests.site.output.folders import export, pages, state, tree

SITE = {"index.html": "hem", "nyheter/bad/index.html": "badet", "nyheter/bro/index.html": "bron"}


def file_hash(text):
    return sha256(text.encode()).hexdigest()


def test_a_first_commit_makes_the_folder_what_was_put(target):
    switched = export(target, SITE)

    assert (switched.added, switched.changed, switched.removed) == (3, 0, 0)
    assert switched.generation is None
    assert pages(target) == SITE


def test_a_later_commit_changes_what_differs_and_no_more(target):
    export(target, SITE)
    before = (target / "index.html").stat()

    switched = export(target, {"index.html": "hem", "nyheter/bro/index.html": "ny bro", "om.html": "om"})

    assert (switched.added, switched.changed, switched.removed) == (1, 1, 1)
    assert pages(target) == {"index.html": "hem", "nyheter/bro/index.html": "ny bro", "om.html": "om"}
    assert not (target / "nyheter/bad").exists()
    assert (target / "index.html").stat() == before


def test_what_is_put_says_what_it_changes(target):
    export(target, SITE)

    with Output.open(target) as output:
        put = [output.put(path, b"hem", owner="index.html") for path in ("index.html", "om.html")]
        put.append(output.put("nyheter/bad/index.html", b"nytt bad"))
        output.remove("nyheter/bro/index.html")
        changes = list(output.changes())

    assert put == [Put.SAME, Put.ADDED, Put.CHANGED]
    assert changes == [
        Change("nyheter/bad/index.html", ChangeKind.CHANGED),
        Change("nyheter/bro/index.html", ChangeKind.REMOVED, "nyheter"),
        Change("om.html", ChangeKind.ADDED, "index.html"),
    ]
    assert pages(target) == SITE


def test_what_the_last_commit_left_is_remembered(target):
    export(target, SITE, number=7)

    with Output.open(target) as output:
        assert output.state == state(7)
        assert not output.is_first
        record = output.file("nyheter/bro/index.html")
        assert record == FileRecord(record.sha256, 4, "nyheter", "4")
        assert output.file("om.html") is None
        assert output.paths_of("nyheter") == ["nyheter/bad/index.html", "nyheter/bro/index.html"]
        assert output.article("index.html") == b"hem"
        assert output.article("om.html") is None
        assert list(output.article_ids()) == sorted(SITE)


def test_what_a_run_remembers_is_there_for_the_next_and_can_be_forgotten(target):
    export(target, SITE)
    with Output.open(target) as output:
        output.remember([("index.html", None), ("om.html", b"om")])
        assert output.article("index.html") == b"hem"
        output.commit(state(2))

    with Output.open(target) as output:
        assert output.article("index.html") is None
        assert output.article("om.html") == b"om"
        assert output.state == state(2)


@pytest.mark.parametrize("is_later", [False, True])
def test_a_run_without_a_commit_leaves_everything_as_it_was(target, is_later):
    if is_later:
        export(target, SITE)
    before = tree(target.parent) if target.parent.exists() else {}

    with pytest.raises(KeyboardInterrupt), Output.open(target) as output:
        output.put("index.html", b"annat")
        output.remember([("index.html", b"annat")])
        raise KeyboardInterrupt

    left = tree(target.parent)
    assert {path: data for path, data in left.items() if "/ledger" not in path} == {
        path: data for path, data in before.items() if "/ledger" not in path
    }
    with Output.open(target) as output:
        assert output.article("index.html") == (b"hem" if is_later else None)


def test_the_same_files_in_another_order_give_the_same_bytes(target, tmp_path):
    many = {f"nyheter/{number}/index.html": f"sida {number}" for number in range(300)}
    export(target, many)
    export(tmp_path / "other", {"nyheter/1/index.html": "gammal", "x.html": "x"})

    export(tmp_path / "other", dict(reversed(many.items())))

    assert tree(tmp_path / "other") == tree(target)


def test_a_state_that_is_another_shows_in_the_manifest_alone(target):
    export(target, SITE)
    before = tree(target)

    switched = export(target, SITE, number=2)

    assert (switched.added, switched.changed, switched.removed, switched.generation) == (0, 0, 0, None)
    assert {path for path, data in tree(target).items() if before[path] != data} == {"pressklar.json"}
    assert [path.name for path in (target.parent / ".public.pressklar").iterdir() if path.is_dir()] == []
    with Output.open(target) as output:
        assert output.state == state(2)
        assert not output.rebuilt


def test_a_state_that_is_another_gives_the_bytes_of_a_first_commit(target, tmp_path):
    many = {f"nyheter/{number}/index.html": f"sida {number}" for number in range(300)}
    export(target, many, number=1)
    export(target, many, number=2)

    export(tmp_path / "other", many, number=2)

    assert tree(target) == tree(tmp_path / "other")


def test_two_owners_cannot_have_one_path(target):
    with pytest.raises(SamePath) as first, Output.open(target) as output:
        output.put("index.html", b"hem", owner="b")
        output.put("index.html", b"annat", owner="a")
    export(target, SITE)

    with pytest.raises(SamePath) as later, Output.open(target) as output:
        output.put("index.html", b"hem", owner="b")
        output.put("index.html", b"hem", owner="a")

    for caught in (first, later):
        assert (caught.value.path, caught.value.first, caught.value.second) == ("index.html", "a", "b")


def test_the_last_that_an_owner_puts_at_a_path_counts(target):
    with Output.open(target) as output:
        output.put("index.html", b"utkast", owner="a")
        output.put("index.html", b"hem", owner="a")
        output.commit(state())

    assert pages(target) == {"index.html": "hem"}


def test_what_is_put_or_kept_stays_whichever_comes_first(target):
    export(target, SITE)

    with Output.open(target) as output:
        output.remove("index.html")
        output.keep("index.html")
        output.put("nyheter/bad/index.html", b"badet", owner="x")
        output.remove("nyheter/bad/index.html")
        output.remove("nyheter/bro/index.html")
        output.put("nyheter/bro/index.html", b"bron", owner="x")
        output.commit(state(2))

    assert pages(target) == SITE


@pytest.mark.parametrize(
    "path", ["", "/etc/x", "../x", "a/../x", "a//b", "a/", "a\\b", "c:x", "pressklar.json"]
)
def test_a_path_that_leads_elsewhere_is_a_bug(target, path):
    with pytest.raises(ValueError, match="no path in a site"), Output.open(target) as output:
        output.put(path, b"")


def test_what_is_in_the_stage_is_taken_over(target):
    export(target, SITE)
    texts = {"index.html": "hem", "om.html": "om", "nyheter/bro/index.html": "ny"}
    with Output.open(target) as output:
        stage = Stage(output.place)
        staged = [stage.add(path, text.encode(), path.partition("/")[0], "") for path, text in texts.items()]
        output.take_over(staged)
        changes = {change.path: change.kind for change in output.changes()}
        output.commit(state(2))

    assert {file.path for file in staged if file.time is None} == {"index.html"}
    assert changes == {"om.html": ChangeKind.ADDED, "nyheter/bro/index.html": ChangeKind.CHANGED}
    assert pages(target) == {**SITE, "om.html": "om", "nyheter/bro/index.html": "ny"}


def test_what_somebody_changes_while_a_run_counts_on_it_is_refused(target):
    export(target, SITE)
    with Output.open(target) as output:
        staged = Stage(output.place).add("index.html", b"hem", "index.html", "")
        (target / "index.html").write_text("annat")

        with pytest.raises(WouldDestroy) as caught:
            output.take_over([staged])

    assert caught.value.conflicts == (Conflict("index.html", ConflictKind.ALTERED),)
    assert (target / "index.html").read_text() == "annat"


def test_what_is_said_to_be_in_the_stage_is_read_back(target):
    with pytest.raises(BrokenSite) as caught, Output.open(target) as output:
        staged = Stage(output.place).add("x", b"text", "", "")
        (output.place.stage / "x").write_text("annat")
        output.take_over([staged])
        output.commit(state())

    assert caught.value.path == "x"
    assert not target.exists()


@pytest.mark.parametrize("is_first", [True, False])
def test_what_two_owners_have_staged_for_one_path_is_refused(target, is_first):
    if not is_first:
        export(target, SITE)

    with pytest.raises(SamePath) as caught, Output.open(target) as output:
        stage = Stage(output.place)
        output.take_over([stage.add("x", b"ett", "first", ""), stage.add("y", b"ett", "first", "")])
        output.take_over([stage.add("z", b"ett", "other", ""), stage.add("x", b"tva", "other", "")])

    assert (caught.value.path, caught.value.first, caught.value.second) == ("x", "first", "other")


def test_what_an_owner_has_staged_twice_is_what_came_last(target):
    with Output.open(target) as output:
        stage = Stage(output.place)
        output.take_over([stage.add("x", b"ett", "first", ""), stage.add("x", b"fyra", "first", "")])
        output.commit(state())

    assert pages(target) == {"x": "fyra"}


def test_a_file_that_is_missing_is_written_anew(target):
    export(target, SITE)
    (target / "nyheter/bro/index.html").unlink()

    switched = export(target, SITE)

    assert (switched.added, switched.changed) == (1, 0)
    assert pages(target) == SITE


def test_work_of_others_is_refused_all_at_once_and_nothing_is_changed(target):
    export(target, SITE)
    (target / "index.html").write_text("min")
    (target / "nyheter/bro/index.html").write_text("min")
    (target / "om.html").write_text("min")
    (target / "karta.html").mkdir()
    before = tree(target)

    with pytest.raises(WouldDestroy) as caught:
        export(target, {"index.html": "hem", "om.html": "om", "karta.html": "karta"})

    assert caught.value.conflicts == (
        Conflict("index.html", ConflictKind.ALTERED),
        Conflict("karta.html", ConflictKind.FOLDER),
        Conflict("nyheter/bro/index.html", ConflictKind.ALTERED),
        Conflict("om.html", ConflictKind.FOREIGN),
    )
    assert tree(target) == before


def test_work_of_others_is_replaced_on_request_and_kept(target):
    export(target, SITE)
    (target / "index.html").write_text("min")
    (target / "om.html").write_text("min")

    switched = export(target, {**SITE, "om.html": "om"}, overwrite=True)

    assert switched.overwritten == ("index.html", "om.html")
    assert pages(target) == {**SITE, "om.html": "om"}
    kept = target.parent / ".public.pressklar" / "kept" / str(switched.generation)
    assert {path: (kept / path).read_text() for path in switched.overwritten} == dict.fromkeys(
        switched.overwritten, "min"
    )


def test_a_foreign_file_that_is_what_would_be_written_is_taken_over(target):
    export(target, SITE)
    (target / "om.html").write_text("om")

    export(target, {**SITE, "om.html": "om"})
    export(target, SITE)

    assert pages(target) == SITE


def test_a_folder_of_others_is_refused_unless_it_is_to_be_taken_over(target):
    target.mkdir(parents=True)
    (target / "brev.txt").write_text("Hej")

    with pytest.raises(ForeignFolder):
        export(target, SITE)
    assert list(target.parent.iterdir()) == [target]
    export(target, SITE, adopt=True)

    assert pages(target) == {**SITE, "brev.txt": "Hej"}


def test_a_lost_ledger_is_made_anew_from_the_manifest(target):
    export(target, SITE, number=3)
    target.rename(target.with_name("moved"))
    moved = target.with_name("moved")

    with Output.open(moved) as output:
        assert output.rebuilt
        assert output.state is None
        assert output.file("index.html").owner == "index.html"
        assert output.paths_of("nyheter") == ["nyheter/bad/index.html", "nyheter/bro/index.html"]
    switched = export(moved, {"index.html": "hem"}, number=3)

    assert switched.rebuilt
    assert (switched.added, switched.changed, switched.removed) == (0, 0, 2)
    assert pages(moved) == {"index.html": "hem"}
    with Output.open(moved) as output:
        assert not output.rebuilt
