"""What becomes of an image on its way to the page."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from editor_app.domain.document import Crop
from editor_app.domain.image_formats import IMAGE_FORMATS, IMAGE_SUFFIXES
from editor_app.rendering import images
from editor_app.rendering.images import (
    ImageProblem,
    NotAnImage,
    inspect_image,
    make_plain_file,
    make_renditions,
)


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


def shown(data: bytes, crop: Crop | None = None, width: int = 8) -> Image.Image:
    """Return the picture that a page would show."""
    return Image.open(io.BytesIO(make_renditions(data, crop, [width])[width]))


@pytest.mark.parametrize("format_name", IMAGE_FORMATS)
def test_every_format_that_is_offered_becomes_webp(format_name):
    data = encoded(Image.new("RGB", (60, 40), "navy"), format_name)

    page_image = shown(data, width=60)

    facts = inspect_image(data, "a")
    assert (facts.media_type, facts.width, facts.height) == (f"image/{format_name.lower()}", 60, 40)
    assert not facts.has_position
    assert not facts.is_animated
    assert (page_image.format, page_image.size) == ("WEBP", (60, 40))


def test_the_endings_that_are_offered_are_those_that_pillow_opens():
    Image.init()

    assert {Image.EXTENSION[suffix] for suffix in IMAGE_SUFFIXES} == set(IMAGE_FORMATS)


def test_several_widths_are_made_of_one_reading():
    data = encoded(Image.new("RGB", (2560, 1000)), "JPEG")

    made = make_renditions(data, None, [320, 1280])

    assert {width: Image.open(io.BytesIO(file)).size for width, file in made.items()} == {
        320: (320, 125),
        1280: (1280, 500),
    }


def test_a_crop_shows_its_part_of_the_upright_image():
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = Image.new("RGB", (60, 40), "red")
    # Upright, what lies at the left is at the top.
    lying.paste("blue", (0, 0, 20, 40))
    data = encoded(lying, "PNG", exif=exif)

    blue_part = shown(data, Crop(0, 0, 40, 20), width=40)
    red_part = shown(data, Crop(10, 30, 30, 30), width=30)

    assert (blue_part.size, red_part.size) == ((40, 20), (30, 30))
    assert blue_part.getpixel((20, 10))[2] > 200 > 60 > blue_part.getpixel((20, 10))[0]
    assert red_part.getpixel((15, 15))[0] > 200 > 60 > red_part.getpixel((15, 15))[2]


def test_a_turned_photograph_stands_upright_and_loses_its_position_data():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    data = encoded(Image.new("RGB", (60, 40)), "JPEG", exif=exif)

    made = make_renditions(data, None, [40])[40]

    facts = inspect_image(data, "a")
    assert (facts.width, facts.height, facts.has_position) == (40, 60, True)
    assert Image.open(io.BytesIO(made)).size == (40, 60)
    assert b"EXIF" not in made
    assert not Image.open(io.BytesIO(made)).getexif()


def test_colours_of_another_profile_become_those_of_the_web():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.new("RGB", (8, 8), (200, 40, 40))

    right, useless = (shown(encoded(image, "PNG", icc_profile=icc)) for icc in (srgb, profile))

    assert "icc_profile" not in right.info
    assert right.getpixel((4, 4)) == useless.getpixel((4, 4))


def test_of_an_animation_the_first_picture_is_shown():
    first, second = Image.new("RGB", (8, 8), "red"), Image.new("RGB", (8, 8), "blue")
    data = encoded(first, "GIF", save_all=True, append_images=[second])

    still = shown(data)

    red, _, blue = still.convert("RGB").getpixel((4, 4))
    assert (getattr(still, "n_frames", 1), red > 200, blue < 60) == (1, True, True)
    assert inspect_image(data, "a").is_animated


def test_transparency_is_kept():
    data = encoded(Image.new("RGBA", (8, 8), (0, 0, 0, 0)), "PNG")

    clear = shown(data)

    assert clear.mode == "RGBA"
    assert clear.getpixel((4, 4))[3] == 0


def test_print_colours_and_sixteen_bits_become_screen_colours():
    cmyk = encoded(Image.new("CMYK", (8, 8), (0, 0, 0, 0)), "JPEG")
    grey = encoded(Image.new("I;16", (8, 8), 32_768), "PNG")

    white = shown(cmyk).convert("RGB").getpixel((4, 4))
    middle = shown(grey).convert("RGB").getpixel((4, 4))

    assert min(white) > 250
    assert 120 < middle[0] < 136


@pytest.mark.parametrize("cut", [1, 30, 400])
def test_broken_and_cut_off_files_are_no_images(cut):
    whole = encoded(Image.effect_noise((64, 64), 80).convert("RGB"), "JPEG")

    with pytest.raises(NotAnImage) as caught:
        make_renditions(whole[:cut], None, [8], "torget.jpg")
    with pytest.raises(NotAnImage):
        inspect_image(whole[:cut], "torget.jpg")

    assert caught.value.name == "torget.jpg"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", ImageProblem.OTHER_FORMAT),
        (b"Torget", ImageProblem.OTHER_FORMAT),
        (b"BM" + bytes(60), ImageProblem.OTHER_FORMAT),
        (b"\0\0\0\x18ftypheic" + bytes(40), ImageProblem.HEIC),
        (b"\0\0\0\x18ftypmif1" + bytes(40), ImageProblem.HEIC),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', ImageProblem.SVG),
        (b"%PDF-1.7\n", ImageProblem.PDF),
        (b"\xff\xd8\xff\xe0" + bytes(40), ImageProblem.BROKEN),
        (b"\x89PNG\r\n\x1a\n", ImageProblem.BROKEN),
        (b"RIFF\0\0\0\0WEBPVP8 ", ImageProblem.BROKEN),
        (b"II*\0" + bytes(40), ImageProblem.BROKEN),
        (b"\0\0\0\x18ftypavif" + bytes(40), ImageProblem.BROKEN),
    ],
)
def test_what_is_wrong_with_a_file_is_told_by_how_it_begins(data, problem):
    with pytest.raises(NotAnImage) as caught:
        inspect_image(data, "a")

    assert caught.value.problem is problem


@pytest.mark.parametrize("side", [11_000, 60_000])
def test_a_bomb_is_turned_away_before_it_is_read(side):
    with pytest.raises(NotAnImage) as caught:
        inspect_image(png_claiming(side, side), "bomb.png")

    assert caught.value.problem is ImageProblem.TOO_MANY_PIXELS


def test_a_file_of_too_many_bytes_is_not_even_opened(monkeypatch):
    monkeypatch.setattr(images, "MOST_BYTES", 100)

    with pytest.raises(NotAnImage) as caught:
        inspect_image(encoded(Image.new("RGB", (200, 200)), "TIFF"), "a.tif")

    assert caught.value.problem is ImageProblem.TOO_MANY_BYTES


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I", "I;16", "CMYK"])
def test_every_kind_of_pixel_is_shown(mode):
    data = encoded(Image.new(mode, (16, 12)), "TIFF")

    assert shown(data).size == (8, 6)


def test_the_same_image_gives_the_same_bytes():
    data = encoded(Image.effect_noise((64, 64), 80).convert("RGB"), "PNG")

    assert make_renditions(data, None, [32]) == make_renditions(data, None, [32])


def test_for_programs_that_take_no_webp_an_image_becomes_a_jpeg_without_position_data():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    data = encoded(Image.new("RGB", (40, 20), "teal"), "JPEG", exif=exif)

    made = make_plain_file(data, None, 16)

    with Image.open(io.BytesIO(made.data)) as image:
        assert (image.format, image.size) == ("JPEG", (8, 16))
        assert not image.getexif() and "icc_profile" not in image.info
    assert (made.suffix, made.width, made.height) == (".jpg", 8, 16)


def test_what_shines_through_stays_so_in_a_png():
    image = Image.new("RGBA", (20, 10), "teal")
    opaque = make_plain_file(encoded(image, "PNG"), None, 1600)
    image.putpixel((0, 0), (0, 0, 0, 0))

    made = make_plain_file(encoded(image, "PNG"), Crop(0, 0, 10, 10), 1600)

    with Image.open(io.BytesIO(made.data)) as shown_image:
        assert (shown_image.format, shown_image.size) == ("PNG", (10, 10))
        assert shown_image.getpixel((0, 0))[3] == 0
    assert (opaque.suffix, made.suffix) == (".jpg", ".png")
