"""A website in one zip file."""

import zipfile
from pathlib import Path

import pytest

from editor_app.domain.publish_target import PublishTarget, TargetKind
from editor_app.site.targets.errors import ExportAltered, UploadStopped, WouldOverwrite
from editor_app.site.targets.publishing import publish, try_connection


@pytest.fixture
def target(tmp_path):
    return PublishTarget("paket", TargetKind.ZIP, str(tmp_path / "ut" / "webben.zip"))


def files_of(target):
    with zipfile.ZipFile(target.address) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_zip_file_holds_the_export(target, export):
    published = publish(target, "", export.folder)

    assert files_of(target) == export.files()
    assert set(published.added) == set(export.pages)


def test_the_folder_comes_before_the_names(target, export):
    publish(PublishTarget("paket", TargetKind.ZIP, target.address, folder="webben"), "", export.folder)

    assert set(files_of(target)) == {f"webben/{path}" for path in export.files()}


def test_the_same_export_makes_the_same_bytes(target, export, tmp_path):
    other = PublishTarget("annat", TargetKind.ZIP, str(tmp_path / "annat.zip"))

    publish(target, "", export.folder)
    publish(other, "", export.folder)

    first, second = (Path(one.address).read_bytes() for one in (target, other))
    assert first == second


def test_a_zip_file_is_replaced_where_the_site_changed_and_tells_what_did(target, export):
    publish(target, "", export.folder)
    export.pages["index.html"] = b"<h1>Annat</h1>"
    del export.pages["atom.xml"]
    export.write()

    published = publish(target, "", export.folder)

    assert (published.added, published.changed, published.removed) == ((), ("index.html",), ("atom.xml",))
    assert files_of(target) == export.files()
    assert publish(target, "", export.folder).sent_bytes == 0


def test_another_file_at_its_place_stays_until_that_is_asked_for(target, export, tmp_path):
    (tmp_path / "ut").mkdir()
    (tmp_path / "ut" / "webben.zip").write_bytes(b"bokslut")

    with pytest.raises(WouldOverwrite):
        publish(target, "", export.folder)
    assert (tmp_path / "ut" / "webben.zip").read_bytes() == b"bokslut"
    assert not try_connection(target, "")
    publish(target, "", export.folder, overwrite=True)

    assert files_of(target) == export.files()


def test_what_stops_it_leaves_the_zip_file_as_it_was(target, export, tmp_path):
    publish(target, "", export.folder)
    before = files_of(target)
    export.pages["index.html"] = b"<h1>Annat</h1>"
    export.write()

    with pytest.raises(UploadStopped):
        publish(target, "", export.folder, is_stopped=lambda: True)
    (export.folder / "atom.xml").write_bytes(b"annat")
    with pytest.raises(ExportAltered):
        publish(target, "", export.folder)

    assert files_of(target) == before
    assert [one.name for one in (tmp_path / "ut").iterdir()] == ["webben.zip"]
