"""How a website gets to its folder: whole, or not at all."""

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from editor_app.site.build import build
from editor_app.site.errors import BrokenSite, ForeignFolder, TargetNotWritable
from editor_app.site.output.errors import NewerSite, WouldDestroy
from editor_app.site.output.paths import MANIFEST
from editor_app.site.plan import SitePlan, plan
from tests.site.newsroom import NOW, content, publication, some_publications

PAGE = "nyheter/ny-park-vid-an/index.html"


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def whole_plan() -> SitePlan:
    return plan(content(*some_publications()), NOW)


def smaller_plan() -> SitePlan:
    return plan(content(*some_publications()[1:], publication("new", "Ny bro")), NOW)


@pytest.fixture
def target(tmp_path):
    return tmp_path / "deep" / "site"


def test_a_first_export_adds_everything(target):
    result = build(whole_plan(), target)

    assert result.added == tuple(whole_plan().files)
    assert (result.changed, result.removed, result.pages) == ((), (), 20)


def test_the_manifest_has_the_hash_of_each_file_and_the_revision_of_each_article(target):
    build(whole_plan(), target)

    files = {path: data for path, data in tree(target).items() if not path.startswith("pressklar/")}
    manifest = json.loads(files.pop(MANIFEST))
    (shard,) = manifest["shards"]
    told = json.loads((target / shard).read_bytes())
    assert manifest["shards"][shard] == sha256((target / shard).read_bytes()).hexdigest()
    assert manifest["count"] == len(files)
    assert manifest["moment"] == "2025-03-01T11:00:00Z"
    assert {path: line["sha256"] for path, line in told.items()} == {
        path: sha256(data).hexdigest() for path, data in files.items()
    }
    assert told[PAGE] == {
        "sha256": sha256(files[PAGE]).hexdigest(),
        "size": len(files[PAGE]),
        "owner": "article-1",
        "revision": some_publications()[0].revision_hash,
    }


def test_the_same_content_gives_the_same_bytes_in_any_folder(target, tmp_path):
    build(whole_plan(), target)
    build(plan(content(*reversed(some_publications())), NOW), tmp_path / "other")

    assert tree(target) == tree(tmp_path / "other")


def test_a_second_export_says_what_it_changed_and_leaves_the_rest(target):
    build(whole_plan(), target)
    os.utime(target / "assets/site.css", (1, 1))

    result = build(smaller_plan(), target)

    assert result.added == ("nyheter/ny-bro/index.html",)
    assert PAGE in result.removed
    assert "index.html" in result.changed
    assert not (target / PAGE).exists()
    assert (target / "assets/site.css").stat().st_mtime == 1
    assert set(result.changed).isdisjoint(path for path in whole_plan().files if path.startswith("assets/"))


def test_exporting_the_same_again_changes_nothing(target):
    build(whole_plan(), target)

    result = build(whole_plan(), target)

    assert (result.added, result.changed, result.removed) == ((), (), ())


def test_a_page_that_somebody_altered_is_put_right_on_request(target):
    build(whole_plan(), target)
    (target / PAGE).write_text("Annat")

    with pytest.raises(WouldDestroy):
        build(whole_plan(), target)
    result = build(whole_plan(), target, overwrite=True)

    assert result.changed == (PAGE,)
    assert (target / PAGE).read_bytes() == whole_plan().files[PAGE]()


def test_what_others_put_there_is_carried_over(target):
    build(whole_plan(), target)
    (target / ".htaccess").write_text("ErrorDocument 404 /404.html")
    (target / "nyheter" / "egen").mkdir()
    (target / "nyheter" / "egen" / "fil.txt").write_text("egen")
    (target / "tom").mkdir()
    (target / "genväg").symlink_to("nyheter")
    os.utime(target / ".htaccess", (1, 1))

    build(smaller_plan(), target)

    assert (target / ".htaccess").read_text() == "ErrorDocument 404 /404.html"
    assert (target / ".htaccess").stat().st_mtime == 1
    assert (target / "nyheter" / "egen" / "fil.txt").read_text() == "egen"
    assert (target / "tom").is_dir()
    assert (target / "genväg").readlink() == Path("nyheter")


def test_an_empty_folder_may_be_filled(target):
    target.mkdir(parents=True)

    assert build(whole_plan(), target).removed == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("brev.txt", "Hej"),
        (MANIFEST, "{}"),
        (MANIFEST, "not json"),
        (MANIFEST, '{"files": {}, "articles": {}, "made_by": "Somebody", "schema": 1}'),
        (MANIFEST, '{"files": {"../x": ""}, "articles": {}, "made_by": "Pressklar", "schema": 1}'),
        (MANIFEST, '{"shards": {}, "made_by": "Pressklar", "schema": 3}'),
    ],
)
def test_a_folder_that_is_no_export_of_ours_is_not_touched(target, name, text):
    target.mkdir(parents=True)
    (target / name).write_text(text)

    with pytest.raises(ForeignFolder) as caught:
        build(whole_plan(), target)

    assert caught.value.path == target
    assert isinstance(caught.value, NewerSite) == ('"schema": 3' in text)
    assert tree(target.parent) == {f"site/{name}": text.encode()}


@pytest.mark.parametrize("place", ["nyheter/ny-bro/index.html", "nyheter/ny-bro", "information"])
def test_a_foreign_file_where_a_page_belongs_is_not_overwritten(target, place):
    build(plan(content(publication("a", "Ny park")), NOW), target)
    (target / place).parent.mkdir(parents=True, exist_ok=True)
    (target / place).write_text("min")
    before = tree(target)

    with pytest.raises(WouldDestroy):
        build(smaller_plan(), target)

    assert tree(target) == before


def test_a_file_is_no_target(tmp_path):
    (tmp_path / "site").write_text("brev")

    with pytest.raises(TargetNotWritable) as caught:
        build(whole_plan(), tmp_path / "site")

    assert caught.value.path == tmp_path / "site"
    assert caught.value.reason
    assert tree(tmp_path) == {"site": b"brev"}


def test_a_folder_below_a_file_is_no_target(tmp_path):
    (tmp_path / "brev").write_text("brev")

    with pytest.raises(TargetNotWritable):
        build(whole_plan(), tmp_path / "brev" / "site")


def test_the_root_of_the_disk_is_no_target():
    with pytest.raises(TargetNotWritable):
        build(whole_plan(), Path("/"))


def test_what_a_killed_export_of_an_earlier_version_left_is_cleared_up(target):
    build(whole_plan(), target)
    for name in (".site.pressklar-new", ".site.pressklar-old"):
        (target.parent / name).mkdir()
        (target.parent / name / "halv.html").write_text("<html>")

    build(whole_plan(), target)

    assert {path.name for path in target.parent.iterdir()} == {"site", ".site.pressklar"}
    assert "halv.html" not in tree(target)


def test_an_export_of_an_earlier_version_killed_between_its_renames_is_recovered(target):
    build(whole_plan(), target)
    (target / ".htaccess").write_text("egen")
    target.rename(target.parent / ".site.pressklar-old")
    (target.parent / ".site.pressklar-new").mkdir()

    result = build(whole_plan(), target)

    assert (result.added, result.changed, result.removed) == ((), (), ())
    assert (target / ".htaccess").read_text() == "egen"


def test_a_site_with_a_broken_link_is_not_written(target):
    whole = whole_plan()
    files = {path: source for path, source in whole.files.items() if path != "kontakt/index.html"}

    with pytest.raises(BrokenSite) as caught:
        build(SitePlan(files, whole.articles, 0, NOW), target)

    assert "kontakt/index.html" in caught.value.reason
    assert list(target.parent.iterdir()) == []


def test_a_link_to_a_folder_stays_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")

    build(whole_plan(), tmp_path / "site")

    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "real" / PAGE).is_file()
