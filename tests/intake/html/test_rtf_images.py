"""The images that Word has in rich text are found in their order, once each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.domain.document import Figure
from editor_app.intake.html.reading import read_html
from editor_app.intake.html.rtf_images import images_in_rtf

PNG = b"\x89PNG\r\n\x1a\nett"
JPEG = b"\xff\xd8\xfftv\xe5"


def picture(data, kind=b"pngblip"):
    return (
        rb"{\*\shppict{\pict{\*\picprop\shplid1025{\sp{\sn shapeType}{\sv 75}}}\picscalex100\picw900\pich700"
        rb"\picwgoal510\pichgoal400" + b"\\" + kind + rb"\bliptag-12{\*\blipuid 0bf1}" + b"\n"
        + data.hex().encode() + rb"}}{\nonshppict{\pict\picw900\wmetafile8 0100}}"
    )  # fmt: skip


def test_each_image_is_found_once_in_its_order():
    rtf = rb"{\rtf1\ansi " + picture(PNG) + rb"\par Text " + picture(JPEG, b"jpegblip") + b"}"

    assert images_in_rtf(rtf) == [PNG, JPEG]


def test_an_image_of_another_kind_keeps_its_place():
    rtf = rb"{\rtf1 " + picture(b"\x01\x00", b"emfblip") + picture(PNG) + b"}"

    assert images_in_rtf(rtf) == [b"", PNG]


def test_raw_bytes_are_taken_as_they_are():
    rtf = rb"{\rtf1 {\pict\jpegblip\bin" + str(len(JPEG + b"}{")).encode() + b" " + JPEG + b"}{" + b"}}"

    assert images_in_rtf(rtf) == [JPEG + b"}{"]


def test_the_pictures_that_serve_as_bullets_are_passed_over():
    rtf = rb"{\rtf1{\*\listpicture" + picture(PNG) + rb"}\pard " + picture(JPEG, b"jpegblip") + b"}"

    assert images_in_rtf(rtf) == [JPEG]


PIECES = (b"{", b"}", rb"\pict", rb"\pngblip", rb"\bin9 ", b"89504e470d0a1a0a", b" ", b"\\", b"x")


@given(st.lists(st.sampled_from(PIECES)).map(b"".join))
def test_any_bytes_give_images_or_nothing(rtf):
    assert all(image == b"" or image.startswith(b"\x89PNG") for image in images_in_rtf(rtf))


@pytest.mark.parametrize(("images", "count"), [([PNG, JPEG], 2), ([PNG], 0)])
def test_files_get_their_images_only_where_it_is_plain_which_is_whose(images, count):
    html = "<p><img src='file:///C:/a.png' alt='Ett'></p><p><img src='FILE:///C:/b.jpg' alt='Två'></p>"

    read = read_html(html, file_images=images)

    assert len([block for block in read.document.blocks if isinstance(block, Figure)]) == count
    assert read.left_out.images == 2 - count
