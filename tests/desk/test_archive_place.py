"""Where a person's archive is."""

import platformdirs

from editor_app.desk.archive_place import default_archive_path


def test_the_archive_is_in_the_persons_data_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name, **_options: tmp_path / name)

    assert default_archive_path() == tmp_path / "pressklar" / "archive.sqlite3"
