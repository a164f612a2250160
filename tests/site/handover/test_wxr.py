"""The file that WordPress imports, read as its importer reads it."""

import io
import re
from datetime import UTC, datetime
from html import unescape
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
    other = replace(IMAGE, name="skatt-och-avgift-02", address=f"{IMAGE.address}?2", is_hero=False)

    post, hero, second = imported(written(replace(POST, images=(IMAGE, other))))

    assert post["meta"]["_thumbnail_id"] == hero["post_id"]
    assert {hero["post_parent"], second["post_parent"]} == {post["post_id"]}
    assert hero["attachment_url"] == IMAGE.address
    assert hero["meta"] == {"_wp_attachment_image_alt": "En räkning"}
    assert (hero["post_type"], hero["status"], hero["excerpt"]) == ("attachment", "inherit", "Foto: Ylva Ek")
    # The importer takes what has the title and the time of another for the same.
    assert len({hero["title"], second["title"], post["title"]}) == 3


def test_an_image_in_many_articles_is_fetched_once_unless_it_is_described_in_other_words():
    shared = replace(POST, id="3e0b", title="Bad", images=(replace(IMAGE, name="bad-01"),))
    in_other_words = replace(
        POST, id="4f1a", title="Buss", images=(replace(IMAGE, name="buss-01", alt="En post"),)
    )

    items = imported(written(replace(POST, images=(IMAGE,)), shared, in_other_words))

    fetched = {item["post_id"]: item for item in items if item["post_type"] == "attachment"}
    assert [item["title"] for item in fetched.values()] == ["skatt-och-avgift-01", "buss-01"]
    assert len({item["guid"] for item in items}) == len(items)
    tops = [fetched[item["meta"]["_thumbnail_id"]] for item in items if item["post_type"] == "post"]
    assert [top["meta"]["_wp_attachment_image_alt"] for top in tops] == [
        "En räkning",
        "En räkning",
        "En post",
    ]


def test_articles_of_one_title_and_time_are_no_doubles_to_wordpress():
    accented = replace(POST, title=POST.title.upper().replace("A", "Å"))
    summer = replace(POST, title="Klockan", dated_at=datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    winter = replace(summer, dated_at=datetime(2026, 10, 25, 1, 30, tzinfo=UTC))

    posts = imported(written(POST, POST, accented, summer, winter))

    assert [post["post_date"] for post in posts] == [
        *(f"2026-03-03 00:30:0{second}" for second in range(3)),
        "2026-10-25 02:30:00",
        "2026-10-25 02:30:01",
    ]
    assert posts[2]["post_date_gmt"] == "2026-03-02 23:30:02"


def test_a_title_is_found_again_by_the_importer_which_strips_backslashes():
    (post,) = imported(written(replace(POST, title='C:\\temp och "mer"', lead='Hon sa "ja".')))

    assert post["title"] == 'C:&#092;temp och "mer"'
    assert post["excerpt"] == 'Hon sa "ja".'


def test_words_in_brackets_are_no_macros():
    (post,) = imported(written(replace(POST, body="<p>Filmen [video] finns […]</p>")))

    assert post["content"] == "<p>Filmen &#91;video] finns &#91;…]</p>"
    assert unescape(post["content"]) == "<p>Filmen [video] finns […]</p>"


def test_a_draft_without_a_time_is_dated_when_it_is_published_in_wordpress():
    planned, undated = imported(
        written(
            replace(POST, is_draft=True),
            replace(POST, title="Snart", is_draft=True, is_undated=True),
        )
    )

    assert planned["post_date_gmt"] == "2026-03-02 23:30:00"
    assert undated["post_date_gmt"] == "0000-00-00 00:00:00"
    # By it the importer finds the draft again.
    assert undated["post_date"] == "2026-03-03 00:30:00"


def test_what_is_not_published_becomes_a_draft_and_numbers_are_never_used_twice():
    posts = imported(written(replace(POST, images=(IMAGE,)), replace(POST, is_draft=True)))

    assert [post["status"] for post in posts] == ["publish", "inherit", "draft"]
    assert [post["post_id"] for post in posts] == ["1", "2", "3"]


@given(texts, texts)
def test_no_text_breaks_the_file(title, body):
    (post,) = imported(written(replace(POST, title=title, body=body + "]]>", details=(("name", title),))))

    assert post["content"].endswith("]]>")
    assert "\\" not in post["title"]
    assert post["post_name"] == POST.slug


def by_patterns(data):
    """Return what an importer without an XML parser finds: by lines and patterns, the first of each tag."""

    def tag(text, name):
        found = re.search(rf"(?is)<{name}.*?>(.*?)</{name}>", text)
        value = found[1] if found else ""
        if "]]]]><![CDATA[>" in value:
            return "".join(re.findall(r"(?s)<!\[CDATA\[(.*?)\]\]>", value))
        return re.sub(r"(?s)^<!\[CDATA\[(.*)\]\]>$", r"\1", value)

    lines = data.decode().splitlines()
    starts = [number for number, line in enumerate(lines) if line.strip() == "<item>"]
    ends = [number for number, line in enumerate(lines) if line.strip() == "</item>"]
    items = ["\n".join(lines[start:end]) for start, end in zip(starts, ends, strict=True)]
    (author,) = (line for line in lines if line.startswith("<wp:author>"))
    return tag(author, "wp:author_login"), [
        {
            **{name: tag(item, f"wp:{name}") for name in ("post_date", "post_date_gmt", "status", "post_id")},
            "title": tag(item, "title"),
            "content": tag(item, "content:encoded"),
            "terms": [
                (domain, nicename, re.sub(r"<!\[CDATA\[|\]\]>", "", name))
                for domain, nicename, name in re.findall(
                    '(?is)<category domain="([^"]+?)" nicename="([^"]+?)">(.+?)</category>', item
                )
            ],
        }
        for item in items
    ]


def test_importers_without_an_xml_parser_find_the_same():
    data = written(replace(POST, images=(IMAGE,)), replace(POST, body="<p>]]></p>"))

    login, found = by_patterns(data)

    assert login == "pressklar"
    assert found == [{name: item[name] for name in found[0]} for item in imported(data)]


def test_the_same_posts_give_the_same_bytes():
    assert written(POST) == written(POST)
