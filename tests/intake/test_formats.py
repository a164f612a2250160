"""A file's content tells what it is; what cannot be taken in is refused by name."""

import io
import zipfile
from pathlib import Path

import pytest

from editor_app.desk.explain import explain
from editor_app.intake import packages
from editor_app.intake.formats import Foreign, Format, UnknownFormat, format_of
from editor_app.intake.packages import BrokenFile, EncryptedFile, Package
from editor_app.intake.sources import read_data
from editor_app.intake.text_files import TooLarge

PATH = Path("utkast.docx")
BOMB = '<!DOCTYPE a [<!ENTITY b "xxxxxxxxxx">]><w:document xmlns:w="w"><w:body>&b;</w:body></w:document>'


def zipped(**members):
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return output.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (zipped(word__document_xml="<w/>"), "utan-ändelse", Format.WORD),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "a.docx", Format.OPEN_DOCUMENT),
        (b"<!DOCTYPE html><html><body>", "sida.txt", Format.WEB_PAGE),
        (b"\xef\xbb\xbf<html>", "sida", Format.WEB_PAGE),
        (b"Bara text", "sida.html", Format.TEXT),
        (b"<p>Ett stycke</p>", "sida.html", Format.WEB_PAGE),
        (b"# Rubrik", "sida.md", Format.MARKDOWN),
        (b"# Rubrik", "sida.txt", Format.TEXT),
    ],
)
def test_the_content_comes_before_the_name(data, name, expected):
    assert format_of(data, Path(name)) is expected


@pytest.mark.parametrize(
    ("data", "foreign"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", Foreign.OLD_WORD),
        (b"%PDF-1.7", Foreign.PDF),
        (b"{\\rtf1", Foreign.RTF),
        (zipped(Index__Document="x"), Foreign.PAGES),
        (b"\x89PNG\r\n", Foreign.PICTURE),
        (b"bplist00", Foreign.WEB_ARCHIVE),
        (b'From: <Saved>\nContent-Type: multipart/related;\n type="text/html"', Foreign.WEB_ARCHIVE),
        (zipped(xl__workbook_xml="<w/>"), Foreign.SPREADSHEET),
        (zipped(ppt__presentation_xml="<w/>"), Foreign.PRESENTATION),
        (zipped(anything="x"), Foreign.OTHER),
    ],
    ids=lambda value: value if isinstance(value, Foreign) else "",
)
def test_what_cannot_be_taken_in_is_refused_with_a_next_step(data, foreign):
    with pytest.raises(UnknownFormat) as refused:
        format_of(data, PATH)

    assert refused.value.foreign is foreign
    explanation = explain(refused.value)
    assert "utkast.docx" in explanation.what
    assert explanation.next_step


def test_a_document_under_a_password_is_told_from_an_old_one():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")

    with pytest.raises(EncryptedFile):
        format_of(data, PATH)


@pytest.mark.parametrize(
    "data",
    [
        zipped(word__document_xml="<w/>")[:60],
        b"PK\x03\x04 and then nothing",
        zipped(word__styles_xml="<w/>"),
        zipped(word__document_xml="<not closed"),
        zipped(word__document_xml="<w/>"),
        zipped(word__document_xml=BOMB),
    ],
    ids=["cut off", "no zip", "no text", "broken xml", "no body", "document type"],
)
def test_a_broken_document_is_refused(data):
    with pytest.raises(BrokenFile):
        read_data(data, PATH)


def test_a_zip_bomb_is_stopped_by_its_real_size(monkeypatch):
    monkeypatch.setattr(packages, "XML_LIMIT", 100_000)
    data = zipped(word__document_xml="<w>" + " " * 200_000 + "</w>")

    with pytest.raises(TooLarge):
        read_data(data, PATH)


def test_many_small_bombs_are_stopped_together(monkeypatch):
    monkeypatch.setattr(packages, "UNPACKED_LIMIT", 150_000)
    package = Package(zipped(a=" " * 100_000, b=" " * 100_000), PATH)
    package.read("a")

    with pytest.raises(TooLarge):
        package.read("b")


def test_a_document_with_too_many_parts_or_bytes_is_refused(monkeypatch):
    data = zipped(a="x", b="x")
    monkeypatch.setattr(packages, "MOST_MEMBERS", 1)

    with pytest.raises(TooLarge):
        Package(data, PATH)

    monkeypatch.setattr(packages, "SIZE_LIMIT", 10)
    with pytest.raises(TooLarge):
        Package(data, PATH)


@pytest.mark.parametrize("level", ["²", "-1", "x", "9" * 5000])
def test_a_number_that_is_none_is_no_trap(level):
    data = zipped(
        word__document_xml=f'<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:outlineLvl w:val="{level}"/>'
        "<w:numPr>"
        f'<w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Ord.</w:t></w:r></w:p>'
        "</w:body></w:document>"
    )

    assert len(read_data(data, PATH).body.blocks) == 1
