"""What comes from elsewhere is read as text, or refused with what is wrong with it."""

from pathlib import Path

import pytest

from editor_app.intake.files import UnreadableFile, read_file
from editor_app.intake.text_files import SIZE_LIMIT, NotText, TooLarge, decode_text

SENTENCE = "Räksmörgåsar – ”för alla” på Éns kafé kostar 45 €."
FILE = Path("page.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "windows-1252"])
def test_text_is_read_whatever_wrote_it(encoding):
    assert decode_text(SENTENCE.encode(encoding), FILE) == SENTENCE


@pytest.mark.parametrize("mark, encoding", [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_both_byte_orders_of_utf_16_are_read(mark, encoding):
    assert decode_text(mark + SENTENCE.encode(encoding), FILE) == SENTENCE


def test_windows_letters_among_utf_8_are_read_as_what_they_are():
    data = "Åkern blev ".encode() + "våtmark – i år".encode("windows-1252")

    assert decode_text(data, FILE) == "Åkern blev våtmark – i år"


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
def test_what_is_not_text_is_refused(data):
    with pytest.raises(NotText) as refused:
        decode_text(data, FILE)

    assert refused.value.path == FILE


def test_a_missing_file_and_a_folder_are_unreadable(tmp_path):
    with pytest.raises(UnreadableFile) as missing:
        read_file(tmp_path / "none.txt")
    with pytest.raises(UnreadableFile) as folder:
        read_file(tmp_path)

    assert missing.value.path == tmp_path / "none.txt"
    assert missing.value.reason
    assert folder.value.reason


def test_a_name_that_no_system_allows_is_unreadable(tmp_path):
    with pytest.raises(UnreadableFile):
        read_file(tmp_path / "a\0b.txt")


def test_a_file_over_the_limit_is_refused_and_one_at_it_is_not():
    at_limit = decode_text(b"a" * SIZE_LIMIT, FILE)

    with pytest.raises(TooLarge) as refused:
        decode_text(b"a" * (SIZE_LIMIT + 1), FILE)

    assert len(at_limit) == SIZE_LIMIT
    assert refused.value.limit == SIZE_LIMIT
