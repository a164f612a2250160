"""The file that WordPress imports, read as its importer reads it."""

import io
import re
from datetime import UTC, datetime
from xml.etree import ElementTree

from hypothesis import given
from msgspec.structs import replace

from editor_app.site.handover.wxr import WxrImage, WxrPost, WxrSite, write_wxr
from tests.strategies import texts

NAMES = {
    "wp": "http://wordpress.org/export/1.2/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
}
SITE = WxrSite(
    "Klarebro & co",
    "https://klarebro.example/",
    "pressklar",
    categories=(("Bygga & bo", "bygga-och-bo"), ("Trafik", "trafik")),
)
POST = WxrPost(
    "9d2c",
    title="Skatt & avgift <2 %",
    lead="Ny taxa.",
    body="<p>Ett &amp; två ]]&gt;</p>\n<p>Tre</p>",
    slug="skatt-och-avgift",
    dated_at=datetime(2026, 3, 2, 23, 30, tzinfo=UTC),
    address="https://klarebro.example/nyheter/skatt-och-avgift/",
    category=("Bygga & bo", "bygga-och-bo"),
    details=(("pressklar_record_number", "KS 2026/12"),),
)
IMAGE = WxrImage(
    "skatt-och-avgift-01",
    "https://klarebro.example/bilder/a-960.webp",
    "En räkning",
    "Foto: Ylva Ek",
    is_hero=True,
)


def written(*posts, site=SITE):
    file = io.BytesIO()
    write_wxr(posts, site, file)
    return file.getvalue()


def imported(data):
    """Return what WordPress's SimpleXML parser would make of the items."""
    channel = ElementTree.fromstring(data).find("channel")
    return [
        {
            "title": item.findtext("title"),
            "guid": item.findtext("guid"),
            "author": item.findtext("dc:creator", namespaces=NAMES),
            "content": item.findtext("content:encoded", namespaces=NAMES),
            "excerpt": item.findtext("excerpt:encoded", namespaces=NAMES),
            "terms": [
                (term.get("domain"), term.get("nicename"), term.text) for term in item.findall("category")
            ],
            "meta": {
                meta.findtext("wp:meta_key", namespaces=NAMES): meta.findtext(
                    "wp:meta_value", namespaces=NAMES
                )
                for meta in item.findall("wp:postmeta", NAMES)
            },
            **{child.tag.partition("}")[2]: child.text or "" for child in item if NAMES["wp"] in child.tag},
        }
        for item in channel.findall("item")
    ]


def test_the_head_has_what_the_importer_asks_for():
    channel = ElementTree.fromstring(written()).find("channel")

    assert channel.findtext("wp:wxr_version", namespaces=NAMES) == "1.2"
    assert channel.findtext("wp:base_site_url", namespaces=NAMES) == SITE.address
    assert channel.findtext("wp:author/wp:author_login", namespaces=NAMES) == "pressklar"
    assert [
        (
            category.findtext("wp:cat_name", namespaces=NAMES),
            category.findtext("wp:category_nicename", namespaces=NAMES),
        )
        for category in channel.findall("wp:category", NAMES)
    ] == list(SITE.categories)


def test_a_post_has_its_fields_and_the_swedish_time_beside_the_one_in_utc():
    (post,) = imported(written(POST))

    assert post["title"] == "Skatt &amp; avgift &lt;2 %"
    assert post["content"] == POST.body
    assert (post["excerpt"], post["author"], post["guid"]) == ("Ny taxa.", "pressklar", "urn:uuid:9d2c")
    assert (post["post_date"], post["post_date_gmt"]) == ("2026-03-03 00:30:00", "2026-03-02 23:30:00")
    assert (post["post_type"], post["status"], post["post_name"]) == ("post", "publish", "skatt-och-avgift")
    assert post["terms"] == [("category", "bygga-och-bo", "Bygga & bo")]
    assert post["meta"] == {"pressklar_record_number": "KS 2026/12"}


def test_an_image_is_fetched_from_its_address_and_the_one_at_the_top_is_the_thumbnail():
    other = replace(IMAGE, name="skatt-och-avgift-02", is_hero=False)

    post, hero, second = imported(written(replace(POST, images=(IMAGE, other))))

    assert post["meta"]["_thumbnail_id"] == hero["post_id"]
    assert {hero["post_parent"], second["post_parent"]} == {post["post_id"]}
    assert hero["attachment_url"] == IMAGE.address
    assert hero["meta"] == {"_wp_attachment_image_alt": "En räkning"}
    assert (hero["post_type"], hero["status"], hero["excerpt"]) == ("attachment", "inherit", "Foto: Ylva Ek")
    # The importer takes what has the title and the time of another for the same.
    assert len({hero["title"], second["title"], post["title"]}) == 3


def test_what_is_not_published_becomes_a_draft_and_numbers_are_never_used_twice():
    posts = imported(written(replace(POST, images=(IMAGE,)), replace(POST, is_draft=True)))

    assert [post["status"] for post in posts] == ["publish", "inherit", "draft"]
    assert [post["post_id"] for post in posts] == ["1", "2", "3"]


@given(texts, texts)
def test_no_text_breaks_the_file(title, body):
    (post,) = imported(written(replace(POST, title=title, body=body + "]]>", details=(("name", title),))))

    assert post["content"].endswith("]]>")
    assert post["post_name"] == POST.slug


def test_importers_that_read_line_by_line_find_items_and_the_author():
    text = written(POST, replace(POST, images=(IMAGE,))).decode()

    assert len(re.findall(r"(?m)^<item>$", text)) == 3
    assert re.search(r"(?m)^<wp:author>.*</wp:author>$", text)
    assert '<category domain="category" nicename="bygga-och-bo"><![CDATA[' in text


def test_the_same_posts_give_the_same_bytes():
    assert written(POST) == written(POST)
