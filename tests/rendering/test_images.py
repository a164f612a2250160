"""What becomes of an image on its way to the page."""

import io
import struct
import zlib

import pytest
from PIL import Image

from editor_app.rendering.images import NotAnImage, inspect_image, make_page_image, page_size


def encoded(image: Image.Image, format_name: str, **options: object) -> bytes:
    output = io.BytesIO()
    image.save(output, format_name, **options)
    return output.getvalue()


def png_claiming(width: int, height: int) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("format_name", "media_type"),
    [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp"), ("GIF", "image/gif")],
)
def test_the_usual_formats_become_webp_of_the_same_size(format_name, media_type):
    data = encoded(Image.new("RGB", (60, 40), "navy"), format_name)

    page_image = make_page_image(data)

    assert inspect_image(data, "a") == (media_type, 60, 40)
    assert Image.open(io.BytesIO(page_image.data)).format == "WEBP"
    assert (page_image.width, page_image.height) == (60, 40)


def test_a_large_image_shrinks_to_the_longest_side():
    data = encoded(Image.new("RGB", (2560, 1000)), "JPEG")

    page_image = make_page_image(data)

    assert (page_image.width, page_image.height) == (1280, 500) == page_size(2560, 1000)
    assert Image.open(io.BytesIO(page_image.data)).size == (1280, 500)


def test_a_thread_of_an_image_keeps_at_least_one_pixel():
    assert page_size(20_000, 3) == (1280, 1)


def test_a_turned_photograph_stands_upright_and_loses_its_position_data():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    data = encoded(Image.new("RGB", (60, 40)), "JPEG", exif=exif)

    page_image = make_page_image(data)

    assert inspect_image(data, "a")[1:] == (40, 60) == (page_image.width, page_image.height)
    assert b"EXIF" not in page_image.data
    assert not Image.open(io.BytesIO(page_image.data)).getexif()


def test_of_an_animation_the_first_picture_is_shown():
    first, second = Image.new("RGB", (8, 8), "red"), Image.new("RGB", (8, 8), "blue")
    data = encoded(first, "GIF", save_all=True, append_images=[second])

    shown = Image.open(io.BytesIO(make_page_image(data).data))

    red, _, blue = shown.convert("RGB").getpixel((4, 4))
    assert (getattr(shown, "n_frames", 1), red > 200, blue < 60) == (1, True, True)


def test_transparency_is_kept():
    data = encoded(Image.new("RGBA", (8, 8), (0, 0, 0, 0)), "PNG")

    shown = Image.open(io.BytesIO(make_page_image(data).data))

    assert shown.mode == "RGBA"
    assert shown.getpixel((4, 4))[3] == 0


def test_print_colours_and_sixteen_bits_become_screen_colours():
    cmyk = encoded(Image.new("CMYK", (8, 8), (0, 0, 0, 0)), "JPEG")
    grey = encoded(Image.new("I;16", (8, 8), 32_768), "PNG")

    white = Image.open(io.BytesIO(make_page_image(cmyk).data)).convert("RGB").getpixel((4, 4))
    middle = Image.open(io.BytesIO(make_page_image(grey).data)).convert("RGB").getpixel((4, 4))

    assert min(white) > 250
    assert 120 < middle[0] < 136


@pytest.mark.parametrize("cut", [0, 1, 30, 400])
def test_broken_and_cut_off_files_are_no_images(cut):
    whole = encoded(Image.effect_noise((64, 64), 80).convert("RGB"), "JPEG")

    with pytest.raises(NotAnImage) as caught:
        make_page_image(whole[:cut], "torget.jpg")
    with pytest.raises(NotAnImage):
        inspect_image(whole[:cut], "torget.jpg")

    assert caught.value.name == "torget.jpg"


@pytest.mark.parametrize(
    "data",
    [b"<svg xmlns='http://www.w3.org/2000/svg'/>", encoded(Image.new("RGB", (8, 8)), "TIFF"), b"Torget"],
)
def test_other_kinds_of_file_are_no_images(data):
    with pytest.raises(NotAnImage):
        inspect_image(data, "a")


@pytest.mark.parametrize("side", [10_000, 60_000])
def test_a_bomb_is_turned_away_before_it_is_read(side):
    with pytest.raises(NotAnImage) as caught:
        make_page_image(png_claiming(side, side), "bomb.png")

    assert "pixels" in caught.value.reason


def test_the_same_image_gives_the_same_bytes():
    data = encoded(Image.effect_noise((64, 64), 80).convert("RGB"), "PNG")

    assert make_page_image(data) == make_page_image(data)
