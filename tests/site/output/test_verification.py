"""A folder is compared with what was written to it."""

import json
from hashlib import sha256

import pytest

from editor_app.domain.audit import Head
from editor_app.site.output.errors import NewerSite
from editor_app.site.output.verification import Finding, FindingKind, verify_folder
from tests.site.output.folders import NOW, export, state

SITE = {"index.html": "hem", "nyheter/bad/index.html": "badet", "nyheter/bro/index.html": "bron"}


def check(folder):
    shares, steps = [], verify_folder(folder)
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as stopped:
            assert shares == sorted(shares)
            return stopped.value


def found(folder):
    return {finding.path: finding.kind for finding in check(folder).findings}


def test_a_folder_that_nobody_touched_is_whole(target):
    export(target, SITE, number=5)

    outcome = check(target)

    assert outcome.is_whole
    assert (outcome.files, outcome.head, outcome.moment) == (3, state(5).head, NOW)


def test_every_hand_in_a_folder_is_found(target):
    export(target, SITE)
    (target / "index.html").write_text("hej")
    (target / "nyheter/bad/index.html").unlink()
    (target / "nyheter/bro/index.html").rename(target / "nyheter/bro/kopia.html")
    (target / "nyheter/bro/index.html").symlink_to("kopia.html")
    (target / "genväg").symlink_to("nyheter")

    outcome = check(target)

    assert outcome.findings == (
        Finding("genväg", FindingKind.ADDED),
        Finding("index.html", FindingKind.ALTERED),
        Finding("nyheter/bad/index.html", FindingKind.MISSING),
        Finding("nyheter/bro/index.html", FindingKind.ALTERED),
        Finding("nyheter/bro/kopia.html", FindingKind.ADDED),
    )
    assert not outcome.is_whole


@pytest.mark.parametrize("damage", ["altered", "missing", "leads elsewhere"])
def test_a_damaged_part_of_the_manifest_is_told_and_no_file_of_it_blamed(target, damage):
    export(target, {f"{number}/index.html": f"sida {number}" for number in range(300)})
    shard = target / "pressklar" / "3.json"
    if damage == "missing":
        shard.unlink()
    else:
        shard.write_text(shard.read_text().replace("/index.html", "/../../index.html"))
    if damage == "leads elsewhere":
        manifest = json.loads((target / "pressklar.json").read_text())
        manifest["shards"]["pressklar/3.json"] = sha256(shard.read_bytes()).hexdigest()
        (target / "pressklar.json").write_text(json.dumps(manifest))
    (target / "ny.html").write_text("ny")

    assert found(target) == {"pressklar/3.json": FindingKind.MANIFEST, "ny.html": FindingKind.ADDED}


@pytest.mark.parametrize(
    "text", [None, "{}", "[", '{"made_by": "Pressklar", "schema": 2, "files": {"../x": ""}}']
)
def test_a_folder_without_a_sound_manifest_is_no_site(target, text):
    export(target, SITE)
    (target / "pressklar.json").unlink()
    if text is not None:
        (target / "pressklar.json").write_text(text)

    assert found(target) == {"pressklar.json": FindingKind.MANIFEST}


def test_the_site_of_a_newer_program_is_not_judged(target):
    export(target, SITE)
    (target / "pressklar.json").write_text('{"made_by": "Pressklar", "schema": 3}')

    with pytest.raises(NewerSite):
        check(target)


def test_the_site_of_an_earlier_version_is_judged_too(earlier):
    assert check(earlier).findings == ()
    assert check(earlier).head == Head(4, "a" * 64)

    (earlier / "index.html").write_text("annat")

    assert found(earlier) == {"index.html": FindingKind.ALTERED}
