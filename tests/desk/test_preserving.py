"""Packages for preservation: all that belongs to an article, whole, and checked without the archive."""

import json
import re
import shutil
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256

import msgspec
import pytest

from editor_app.archive.tables import audit_log
from editor_app.desk.errors import FileNotWritten, NameMissing, NotAPackage
from editor_app.desk.opening import open_desk
from editor_app.desk.package_check import PackageFault, PackageFlaw
from editor_app.desk.preservation_words import FAULT_WORDS, flaw_words, package_verdict
from editor_app.desk.preserving import safe_name
from editor_app.desk.steps import finish
from editor_app.domain.audit import Act, Break, Head, write_entry
from editor_app.domain.document import Document, paragraph
from editor_app.domain.log_filter import LogFilter
from editor_app.domain.withdrawal import WithdrawalReason
from tests.originals import original


@pytest.fixture
def rich(desk, draft, image):
    """A withdrawn article with versions, an image, comments and words that were edited since."""
    article = msgspec.structs.replace(draft.article, hero=image, record_number="KS 2026/00123")
    desk.save(article, version=draft.version, by="Ada")
    desk.submit(article.id, by="Ada")
    desk.add_comment(article.id, "Vilken dag?", by="Bo")
    desk.approve(article.id, by="Bo")
    withdrawn = desk.withdraw(article.id, WithdrawalReason.WRONG, by="Cy", words="Fel datum.")
    edited = msgspec.structs.replace(withdrawn.article, title="Ny cykelväg")
    return desk.save(edited, version=withdrawn.version, by="Ada")


@pytest.fixture
def package(desk, rich, tmp_path):
    return desk.preserve(rich.article.id, tmp_path / "paket", by="Eva")


@pytest.fixture(autouse=True)
def _folder(tmp_path):
    (tmp_path / "paket").mkdir()


def files(path):
    with zipfile.ZipFile(path) as bag:
        return {name.partition("/")[2]: bag.read(name) for name in bag.namelist()}


def read(path, name):
    return json.loads(files(path)[f"data/{name}"])


def rewrite(path, change, target):
    """Copy a package, what `change` makes of its files, by path, in their place."""
    kept = change(dict(files(path)))
    with zipfile.ZipFile(target, "w") as bag:
        for name, data in kept.items():
            bag.writestr(f"paket/{name}", data)
    return target


def test_the_package_is_called_by_record_number_address_and_day(package):
    assert package.path.name == "KS-2026-00123_ny-cykelvag-langs-an_2026-03-02.zip"
    assert package.sha256 == sha256(package.path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("text", "safe"),
    [("KS 2026/1", "KS-2026-1"), ('a<b>:"\\|?*c', "a-b-c"), ("..", ""), ("Ärende å", "Ärende-å")],
)
def test_names_hold_nothing_that_some_system_does_not_allow(text, safe):
    assert safe_name(text) == safe


def test_every_version_is_there_as_the_very_bytes_that_were_approved(desk, package, rich):
    (version,) = read(package.path, "revisions.json")
    (approval,) = read(package.path, "approvals.json")
    content = files(package.path)["data/revisions/0001.json"]

    assert sha256(content).hexdigest() == version["hash"] == approval["hash"]
    assert (approval["revision"], approval["approved_by"]) == (1, "Bo")
    assert desk.versions(rich.article.id)[0].hash == version["hash"]


def test_each_page_is_one_file_that_asks_for_nothing_else(package):
    page = files(package.path)["data/revisions/0001.html"].decode()

    assert "Ny cykelväg längs ån" in page
    assert 'src="data:image/webp;base64,' in page
    assert "Godkänd av Bo" in page
    assert not re.findall(r'(?:src|href)="(?!data:|#|tel:|mailto:)[^"]*"', page)
    assert "@font-face" not in page and "<script" not in page


def test_what_was_done_to_the_article_is_there(package, rich):
    (withdrawal,) = read(package.path, "withdrawals.json")
    (publication,) = read(package.path, "publications.json")
    log = read(package.path, "log.json")

    assert (withdrawal["withdrawn_by"], withdrawal["words"]) == ("Cy", "Fel datum.")
    assert publication["revision"] == 1
    assert [one["words"] for one in read(package.path, "comments.json")] == ["Vilken dag?"]
    assert {entry["article_id"] for entry in log["entries"]} == {rich.article.id}
    assert [entry["act"] for entry in log["entries"]][:2] == ["created", "edited"]
    assert log["head"]["number"] >= log["entries"][-1]["number"]


def test_what_was_let_be_is_there_with_its_reason_and_its_version(desk, draft, tmp_path):
    article = msgspec.structs.replace(draft.article, body=Document((paragraph("Bron - den nya."),)))
    saved = desk.save(article, version=draft.version, by="Ada").article
    (finding,) = [one for one in desk.check(saved.id) if one.rule == "Y03"]
    desk.dismiss_finding(saved, finding, reason="Så heter den.", by="Ada")
    desk.submit(saved.id, by="Ada")

    package = desk.preserve(saved.id, tmp_path / "paket", by="Eva")

    kept = read(package.path, "dismissals.json")
    assert [(one["revision"], one["rule"], one["reason"], one["by"]) for one in kept] == [
        (1, "Y03", "Så heter den.", "Ada"),
        (None, "Y03", "Så heter den.", "Ada"),
    ]


def test_words_that_are_no_version_are_there_too(package):
    assert read(package.path, "present.json")["title"] == "Ny cykelväg"
    assert "inte sparad som version" in files(package.path)["data/present.html"].decode()


def test_the_package_says_whose_data_it_holds_and_never_the_internal_note(desk, rich, tmp_path):
    noted = msgspec.structs.replace(rich.article, internal_note="Ring Åsa hemma.")
    desk.save(noted, version=rich.version, by="Ada")

    package = desk.preserve(rich.article.id, tmp_path / "paket", by="Eva")

    told = read(package.path, "metadata.json")
    assert told["personal_data"]["persons_who_acted"] == ["Ada", "Bo", "Cy"]
    assert len(told["personal_data"]["images_where_persons_may_be_recognised"]) == 1
    assert told["dc:identifier"] == [rich.article.id, "KS 2026/00123"]
    assert "Ring Åsa".encode() not in b"".join(files(package.path).values())


def test_the_originals_of_its_images_are_there(archive_path, package, image):
    found = {name: data for name, data in files(package.path).items() if name.startswith("data/images/")}

    assert list(found.values()) == [original(archive_path, image.image_id)]
    assert list(found) == [f"data/images/{image.image_id}.png"]


def test_the_bag_says_what_is_in_it(package):
    held = files(package.path)

    assert held["bagit.txt"].startswith(b"BagIt-Version: 1.0")
    payload = {name: data for name, data in held.items() if name.startswith("data/")}
    size = sum(map(len, payload.values()))
    assert f"Payload-Oxum: {size}.{len(payload)}" in held["bag-info.txt"].decode()
    assert set(held["manifest-sha256.txt"].decode().split()[1::2]) == set(payload)
    assert "händelselogg" in held["README.txt"].decode().casefold()


def test_the_same_archive_at_the_same_moment_gives_the_same_bytes(desk, rich, tmp_path, archive_path, clock):
    copied = shutil.copy(archive_path, tmp_path / "copy.sqlite3")
    (tmp_path / "other").mkdir()
    clock.now = datetime(2026, 3, 5, tzinfo=UTC)
    first = desk.preserve(rich.article.id, tmp_path / "paket", by="Eva")
    clock.now = datetime(2026, 3, 5, tzinfo=UTC)

    with closing(open_desk(copied, clock=clock)) as other:
        second = other.preserve(rich.article.id, tmp_path / "other", by="Eva")

    assert first.sha256 == second.sha256


def test_a_package_that_is_there_stays(desk, package, rich):
    before = package.path.read_bytes()

    again = desk.preserve(rich.article.id, package.path.parent, by="Eva")

    assert again.path.name.endswith("_2.zip")
    assert package.path.read_bytes() == before


def test_the_log_names_the_package(desk, package, rich):
    (line,) = desk.log_lines(desk.find_log_entries(LogFilter(act=Act.PRESERVED)))

    assert (line.entry.by, line.entry.article_id) == ("Eva", rich.article.id)
    assert line.entry.details == {"file": package.path.name, "sha256": package.sha256}


def test_what_cannot_be_written_leaves_nothing_and_no_entry(desk, rich, tmp_path):
    with pytest.raises(FileNotWritten):
        desk.preserve(rich.article.id, tmp_path / "saknas", by="Eva")
    with pytest.raises(NameMissing):
        desk.preserve(rich.article.id, tmp_path / "paket", by=" ")

    assert not list((tmp_path / "paket").iterdir())
    assert not desk.find_log_entries(LogFilter(act=Act.PRESERVED))


def test_a_package_that_nobody_changed_is_whole(desk, package):
    report = desk.check_package(package.path)

    assert report.is_whole
    assert "is whole" in package_verdict(report)


def alter(name, old, new):
    return lambda held: held | {name: held[name].replace(old, new)}


def without(name):
    return lambda held: {path: data for path, data in held.items() if path != name}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (alter("data/revisions/0001.html", b"maj", b"juni"), PackageFault.ALTERED),
        (alter("bag-info.txt", b"Eva", b"Ada"), None),
        (alter("data/revisions/0001.json", b"maj", b"juni"), PackageFault.NOT_ITS_HASH),
        (alter("data/log.json", b'"by": "Bo"', b'"by": "Cy"'), PackageFault.ENTRY_ALTERED),
        (alter("data/approvals.json", b'"hash": "', b'"hash": "0'), PackageFault.APPROVES_OTHER_WORDS),
        (alter("data/log.json", b"{", b"["), PackageFault.UNREADABLE),
        (without("data/comments.json"), PackageFault.MISSING),
        (without("tagmanifest-sha256.txt"), PackageFault.MISSING),
        (lambda held: held | {"data/more.txt": b"x"}, PackageFault.UNKNOWN),
    ],
)
def test_what_was_changed_in_a_package_is_named(desk, package, tmp_path, change, fault):
    changed = rewrite(package.path, change, tmp_path / "changed.zip")

    faults = {flaw.what for flaw in desk.check_package(changed).flaws}

    assert fault in faults if fault is not None else not faults


def test_what_is_no_package_is_told(desk, tmp_path):
    (tmp_path / "text.zip").write_text("x", encoding="utf-8")
    rewritten = tmp_path / "other.zip"
    with zipfile.ZipFile(rewritten, "w") as other:
        other.writestr("a/b.txt", "x")

    for path in (tmp_path / "text.zip", rewritten, tmp_path / "none.zip"):
        with pytest.raises(NotAPackage):
            desk.check_package(path)
        with pytest.raises(NotAPackage):
            desk.head_in_package(path)


def test_a_log_that_was_written_anew_shows_beside_a_package(desk, package, rich, archive_path):
    kept = desk.head_in_package(package.path)
    whole = finish(desk.verify_log([kept]))

    with desk._archive.writing() as holdings:
        entries, head = list(holdings.log.entries()), Head()
        for old in entries:
            new = write_entry(
                head,
                Act(old.act),
                by="Mallory" if old.act == Act.APPROVED else old.by,
                at=old.at,
                article_id=old.article_id,
                revision_hash=old.revision_hash,
                details=old.details,
            )
            changed = {"by": new.by, "previous": new.previous, "hash": new.hash}
            update = audit_log.update().where(audit_log.c.number == new.number).values(**changed)
            holdings.log._connection.execute(update)
            head = Head(new.number, new.hash)

    assert whole.is_whole
    assert finish(desk.verify_log()).flaws == ()
    assert Break.REWRITTEN in {flaw.what for flaw in finish(desk.verify_log([kept])).flaws}


def test_every_fault_has_a_sentence():
    assert FAULT_WORDS.keys() == set(PackageFault)
    assert flaw_words(PackageFlaw(PackageFault.MISSING, "data/x")) == "data/x is missing."
