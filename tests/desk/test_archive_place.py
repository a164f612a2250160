"""Where a person's archive is."""

from editor_app.desk import archive_place


def test_the_archive_is_in_the_persons_data_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(archive_place, "user_data_path", lambda name, **_options: tmp_path / name)

    assert archive_place.default_archive_path() == tmp_path / "pressklar" / "archive.sqlite3"
