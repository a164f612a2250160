"""News items for programs that take over news."""

import json
from datetime import timedelta

import msgspec
import pytest
from msgspec.structs import replace

from editor_app.domain.article import Kind, Original
from editor_app.domain.document import Document, Figure, Link, Paragraph, Span, paragraph
from editor_app.domain.site_settings import SiteSettings
from editor_app.rendering.news_item import (
    body_in_gap,
    ninjs,
    open_ninjs,
    publisher_in_gaps,
    whole_addresses,
)
from editor_app.rendering.open_texts import fill
from editor_app.rendering.page_facts import page_facts
from editor_app.rendering.publisher import Publisher
from editor_app.rendering.templates import Templates
from tests.check_site.machine_read import ninjs_faults
from tests.site.made_site import plan
from tests.site.newsroom import CULTURE, NOW, OTHER_PICTURE, PROFILE, content, publication, some_publications

BASE = "https://granvik.example/nytt/"
ITEM = "nyheter/ny-park/ninjs.json"


def planned(*publications, base=BASE, has_ninjs=True):
    made = content(*publications, profile=replace(PROFILE, base_url=base))
    return plan(msgspec.structs.replace(made, settings=SiteSettings(has_ninjs=has_ninjs)), NOW)


@pytest.mark.parametrize("base", ["", BASE])
def test_beside_each_article_is_a_valid_news_item(base):
    site = planned(*some_publications(), base=base)

    items = [path for path in site.files if path.endswith("ninjs.json")]

    assert len(items) == len(site.articles)
    assert [fault for path in items for fault in ninjs_faults(site.files[path]())] == []
    page = site.files["nyheter/ny-park-vid-an/index.html"]().decode()
    assert 'type="application/json" href="../../nyheter/ny-park-vid-an/ninjs.json">' in page


def test_where_a_template_of_ones_own_writes_the_body_otherwise_the_item_has_all_of_it(tmp_path):
    (tmp_path / "article.html").write_text("<h1>Ååå</h1>{{ body | replace('e', 'é') }}", encoding="utf-8")
    made = msgspec.structs.replace(
        content(publication("a", "Ny park")),
        settings=SiteSettings(has_ninjs=True),
        templates=Templates(tmp_path),
    )

    item = json.loads(plan(made, NOW).files[ITEM]())

    (body,) = item["bodies"]
    assert body["value"] == "<h1>Ååå</h1><p>Arbétét är klart föré sommarén.</p>"


def test_without_the_setting_there_is_none():
    site = planned(*some_publications(), has_ninjs=False)

    assert not any(path.endswith("ninjs.json") for path in site.files)
    assert b"ninjs" not in site.files["nyheter/ny-park-vid-an/index.html"]()


def test_an_item_says_what_its_page_says():
    first = publication("a", "Ny park", days_old=3, record_number="KS 2025/17", category=CULTURE)
    mended = msgspec.structs.replace(first, released_at=NOW - timedelta(days=1))

    item = json.loads(planned(mended).files[ITEM]())

    assert item["uri"] == f"{BASE}nyheter/ny-park/"
    assert item["version"] == mended.revision_hash
    assert (item["firstcreated"], item["versioncreated"]) == ("2025-02-26T11:00:00Z", "2025-02-28T11:00:00Z")
    assert item["headlines"] == [{"role": "main", "contenttype": "text/plain", "value": "Ny park"}]
    assert item["subjects"] == [{"name": "Uppleva och göra"}]
    assert item["altids"] == [{"role": "article", "value": "a"}, {"role": "record", "value": "KS 2025/17"}]
    assert item["infosources"][1]["contactinfo"] == [
        {"type": "phone", "value": "+46-70-174-06-05"},
        {"type": "email", "value": "b@granvik.example"},
    ]


def test_links_and_images_of_the_body_are_whole_addresses():
    words = (Span("badet", (Link("article:b"),)), Span(' ligger vid "../../ån" och ../../bron'))
    body = Document((Paragraph(words), Figure(OTHER_PICTURE, alt="Ån")))

    site = planned(publication("a", "Ny park", body=body), publication("b", "Badet"))

    html = json.loads(site.files[ITEM]())["bodies"][0]["value"]
    assert f'<a href="{BASE}nyheter/badet/index.html">badet</a>' in html
    assert f'src="{BASE}bilder/{OTHER_PICTURE}-64.webp"' in html
    assert "../../ån" in html
    assert "och ../../bron" in html


def test_each_width_of_an_image_gets_a_whole_address():
    html = '<img src="../../b/1.webp" srcset="../../b/1.webp 320w, ../../b/2.webp 640w" alt="a, ../../b">'

    assert whole_addresses(html, "https://a.example/") == (
        '<img src="https://a.example/b/1.webp"'
        ' srcset="https://a.example/b/1.webp 320w, https://a.example/b/2.webp 640w" alt="a, ../../b">'
    )
    assert whole_addresses(html, "") == html


def test_what_is_urgent_says_so_and_what_is_empty_is_left_out():
    site = planned(publication("a", "", slug="koka", lead="", category=None, contacts=(), kind=Kind.CRISIS))

    item = json.loads(site.files["krisinformation/koka/ninjs.json"]())

    assert item["urgency"] == 1
    assert not item.keys() & {"headlines", "descriptions", "subjects", "title", "associations"}


def test_an_item_names_the_versions_in_other_languages():
    english = publication(
        "b", "A new park", language="en", version_of=Original("a"), body=Document((paragraph("Come."),))
    )

    site = planned(publication("a", "Ny park"), english)

    (other,) = json.loads(site.files[ITEM]())["associations"]
    assert (other["uri"], other["language"]) == (f"{BASE}nyheter/a-new-park/", "en")


@pytest.mark.parametrize(
    "publisher", [Publisher("Granvik", BASE), Publisher('Å "Ö" \\n', "https://å.example/")]
)
@pytest.mark.parametrize(
    "body",
    ["", '<p>Ån</p>\n<a href="../../nyheter/b/index.html">b</a>', r'<p title="\\">\u0002gap name\u0003</p>'],
)
def test_what_is_kept_of_an_item_is_the_item_as_soon_as_the_site_is_known(publisher, body):
    facts = page_facts(publication("a", r"Ny \u0002gap base\u0003", record_number='KS "1"'), {}.get)

    filled = fill(open_ninjs(facts, body), {**publisher_in_gaps(publisher), **body_in_gap(body, publisher)})

    assert filled == ninjs(facts, body, publisher)
