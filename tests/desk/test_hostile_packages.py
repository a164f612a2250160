"""A package that somebody made to do harm is refused before it fills memory, and nothing of it is written."""

import struct
import tracemalloc
import warnings
import zipfile

import pytest

from editor_app.desk import bag_reading
from editor_app.desk.bag_reading import opened_bag
from editor_app.desk.bags import DECLARATION, MANIFEST, write_bag
from editor_app.desk.errors import NotAPackage
from editor_app.desk.package_check import check_package, head_in_package


def bag(path, payload):
    path.write_bytes(write_bag("bag", payload, {}, ()))
    return path


def made(path, names, content=b"x", compression=zipfile.ZIP_STORED):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        with zipfile.ZipFile(path, "w", compression) as written:
            for name in (f"bag/{DECLARATION}", f"bag/{MANIFEST}", *names):
                written.writestr(name, content)
    return path


def assert_refused(path):
    for read in (check_package, head_in_package):
        with pytest.raises(NotAPackage):
            read(path)


@pytest.mark.parametrize(
    "name",
    [
        "bag/../../etc/passwd",
        "/etc/passwd",
        "bag//x",
        "bag/./x",
        "bag/..\\x",
        "C:/x",
        "bag/data/\x07",
        "other/data/x",
        f"bag/{MANIFEST}",
        "x",
    ],
)
def test_a_name_that_leads_elsewhere_or_comes_twice_is_refused(tmp_path, name):
    assert_refused(made(tmp_path / "a.zip", [name]))


def test_what_unpacks_to_far_more_than_it_is_is_refused(tmp_path):
    path = made(tmp_path / "a.zip", ["bag/data/x"], bytes(20 * 1024 * 1024), zipfile.ZIP_DEFLATED)

    assert path.stat().st_size < 100_000
    assert_refused(path)


def test_too_many_files_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(bag_reading, "MOST_FILES", 10)

    assert_refused(made(tmp_path / "a.zip", [f"bag/data/{number}" for number in range(9)]))


def test_a_list_of_files_that_would_fill_memory_is_not_read(tmp_path, monkeypatch):
    path = made(tmp_path / "a.zip", [f"bag/data/{number}" for number in range(50)])
    monkeypatch.setattr(bag_reading, "MOST_DIRECTORY_BYTES", 1000)
    monkeypatch.setattr(zipfile.ZipFile, "_RealGetContents", lambda _self: pytest.fail("read"))

    assert_refused(path)


def test_the_format_for_still_larger_files_is_refused(tmp_path):
    path = made(tmp_path / "a.zip", [])
    data = path.read_bytes()
    at = data.rfind(b"PK\x05\x06")
    path.write_bytes(data[:at] + struct.pack("<4sIQI", b"PK\x06\x07", 0, 0, 1) + data[at:])

    assert_refused(path)


def test_a_file_that_the_program_would_read_whole_may_not_be_endless(tmp_path, monkeypatch):
    monkeypatch.setattr(bag_reading, "MOST_READ_BYTES", 1000)

    assert_refused(bag(tmp_path / "a.zip", {"revisions.json": b" " * 2000}))


def test_a_file_that_says_it_is_smaller_than_it_is_is_refused(tmp_path):
    path = bag(tmp_path / "a.zip", {"x": b"a" * 5000})
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<II", 5000, 5000), struct.pack("<II", 100, 100)))

    assert_refused(path)


def test_large_files_are_hashed_a_piece_at_a_time(tmp_path):
    path = bag(tmp_path / "a.zip", {"images/large.jpg": bytes(range(256)) * 4 * 40_000})
    size = path.stat().st_size
    tracemalloc.start()
    try:
        with opened_bag(path) as opened:
            opened.hash("data/images/large.jpg")
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert size > 40_000_000
    assert peak < size / 8
