"""Files from elsewhere are read as text, or refused with what is wrong with them."""

import pytest

from editor_app.intake.files import UnreadableFile
from editor_app.intake.text_files import SIZE_LIMIT, NotText, TooLarge, read_text_file

SENTENCE = "Räksmörgåsar – ”för alla” på Éns kafé kostar 45 €."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "windows-1252"])
def test_text_is_read_whatever_wrote_it(tmp_path, encoding):
    file = tmp_path / "page.txt"
    file.write_bytes(SENTENCE.encode(encoding))

    assert read_text_file(file) == SENTENCE


@pytest.mark.parametrize("mark, encoding", [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_both_byte_orders_of_utf_16_are_read(tmp_path, mark, encoding):
    file = tmp_path / "page.txt"
    file.write_bytes(mark + SENTENCE.encode(encoding))

    assert read_text_file(file) == SENTENCE


def test_windows_letters_among_utf_8_are_read_as_what_they_are(tmp_path):
    file = tmp_path / "page.txt"
    file.write_bytes("Åkern blev ".encode() + "våtmark – i år".encode("windows-1252"))

    assert read_text_file(file) == "Åkern blev våtmark – i år"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 a word processor's file",
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0 a photograph",
        b"{\\rtf1 rich text}",
        b"some text and a \0 in it",
        b"\xff\xfe\x00\xd8",
        bytes(range(1, 256)),
    ],
    ids=["docx", "pdf", "png", "jpeg", "rtf", "nul", "half a character", "all bytes"],
)
def test_what_is_not_text_is_refused(tmp_path, data):
    file = tmp_path / "page.txt"
    file.write_bytes(data)

    with pytest.raises(NotText) as refused:
        read_text_file(file)

    assert refused.value.path == file


def test_a_missing_file_and_a_folder_are_unreadable(tmp_path):
    with pytest.raises(UnreadableFile) as missing:
        read_text_file(tmp_path / "none.txt")
    with pytest.raises(UnreadableFile) as folder:
        read_text_file(tmp_path)

    assert missing.value.path == tmp_path / "none.txt"
    assert missing.value.reason
    assert folder.value.reason


def test_a_name_that_no_system_allows_is_unreadable(tmp_path):
    with pytest.raises(UnreadableFile):
        read_text_file(tmp_path / "a\0b.txt")


def test_a_file_over_the_limit_is_refused_and_one_at_it_is_not(tmp_path):
    file = tmp_path / "page.txt"
    file.write_bytes(b"a" * SIZE_LIMIT)
    at_limit = read_text_file(file)
    file.write_bytes(b"a" * (SIZE_LIMIT + 1))

    with pytest.raises(TooLarge) as refused:
        read_text_file(file)

    assert len(at_limit) == SIZE_LIMIT
    assert refused.value.limit == SIZE_LIMIT
