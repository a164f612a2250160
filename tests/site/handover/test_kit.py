"""The fields of an article for another content management system."""

import json
from datetime import UTC, date, datetime

from msgspec.structs import replace

from editor_app.domain.article import Correction
from editor_app.domain.document import Document, Figure, Link, Paragraph, Span, paragraph
from editor_app.rendering.images import PlainFile
from editor_app.site.handover.kit import Given, image_list, kit_files, make_kit, metadata
from tests.site.newsroom import LIVING, PICTURE, PRESS, snapshot

GIVEN = Given(3, "c" * 64, "Bo", datetime(2026, 3, 2, 8, tzinfo=UTC))
BRIDGE = Figure(PICTURE, alt="En bro över ån", caption="Bron öppnar i maj.", credit="Ylva Ek")
LINKED = Paragraph((Span("Läs "), Span("förra nyheten", (Link("article:older"),))))


def kit_of(text, *, addresses=None):
    return make_kit(
        text,
        GIVEN,
        image_file=lambda figure: PlainFile(f"{figure.image_id}{figure.crop}".encode(), ".jpg", 30, 20),
        article_address=(addresses or {}).get,
        address="",
    )


def article(*blocks, **changes):
    made = snapshot("bridge", "Ny bro", lead="Den öppnar i maj.")
    return replace(made, body=Document(blocks), category=LIVING, contacts=(PRESS,), **changes)


def test_images_are_files_with_telling_names_and_the_body_shows_them():
    kit = kit_of(article(paragraph("Bron är klar."), BRIDGE, hero=replace(BRIDGE, caption="Bron i dag")))

    assert [image.name for image in kit.images] == ["01-bron-i-dag.jpg", "02-bron-oppnar-i-maj.jpg"]
    assert (
        '<img src="bilder/02-bron-oppnar-i-maj.jpg" width="30" height="20" alt="En bro över ån">' in kit.body
    )
    assert "<img" not in kit.text
    assert kit.images[0].is_hero and kit.images[1].after == "Bron är klar."


def test_of_each_image_it_is_told_what_is_written_beside_it():
    kit = kit_of(article(BRIDGE, Figure(PICTURE, decorative=True)))

    assert image_list(kit) == (
        "bilder/01-bron-oppnar-i-maj.jpg\n"
        "Alternativtext: En bro över ån\n"
        "Bildtext: Bron öppnar i maj.\n"
        "Byline: Foto: Ylva Ek\n"
        "Plats: först i brödtexten\n"
        "\n"
        "bilder/02-bild.jpg\n"
        "Alternativtext: (dekorativ bild, ska inte ha någon)\n"
        "Plats: först i brödtexten"
    )


def test_words_that_led_to_an_article_without_an_address_are_told():
    there = kit_of(article(LINKED), addresses={"older": "https://klarebro.example/nyheter/aldre/"})
    gone = kit_of(article(LINKED))

    assert '<a href="https://klarebro.example/nyheter/aldre/">förra nyheten</a>' in there.body
    assert (there.lost_links, gone.lost_links) == ((), ("förra nyheten",))
    assert gone.body == "<p>Läs förra nyheten</p>"


def test_corrections_stand_below_the_text():
    kit = kit_of(article(paragraph("Text."), corrections=(Correction(date(2026, 3, 5), "Bron är lång."),)))

    assert kit.body == "<p>Text.</p>\n<p><strong>Rättelse 5 mars 2026:</strong> Bron är lång.</p>"


def test_the_files_hold_all_fields_and_are_the_same_each_time():
    text = article(paragraph("Text."), BRIDGE, record_number="KS 2026/12")

    files = dict(kit_files(kit_of(text)))

    assert list(files) == [
        "rubrik.txt",
        "ingress.txt",
        "brodtext.html",
        "kontakt.html",
        "bilder/01-bron-oppnar-i-maj.jpg",
        "bilder.txt",
        "metadata.json",
    ]
    assert files["rubrik.txt"] == b"Ny bro\n"
    assert b"<h3>Berit" in files["kontakt.html"]
    assert files == dict(kit_files(kit_of(text)))


def test_the_metadata_say_which_version_it_is_and_hold_no_picture():
    known = json.loads(metadata(kit_of(article(BRIDGE, record_number="KS 2026/12"))))

    assert known["given"]["hash"] == "c" * 64
    assert (known["given"]["number"], known["record_number"], known["language"]) == (3, "KS 2026/12", "sv")
    assert (known["category"], known["kind"]) == ("Bygga och bo", "nyhet")
    assert known["images"][0]["alt"] == "En bro över ån" and "data" not in known["images"][0]
