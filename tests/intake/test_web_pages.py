"""Saved web pages, in the manner of the systems that municipalities have, become articles."""

from datetime import date, datetime
from pathlib import Path

import pytest

from editor_app.domain.document import plain_text
from editor_app.intake import web_page
from editor_app.intake.account import Omission
from editor_app.intake.sources import read_data
from editor_app.intake.text_files import TooLarge

PATH = Path("sida.html")
LEAD = "Kommunen planterar fyrtio lindar längs gatan i höst."
TEXT = "Arbetet börjar i september och är klart i november."

SITEVISION = f"""<!DOCTYPE html><html lang="sv"><head><meta charset="UTF-8">
<title>Nya träd längs Ågatan - Klarebro kommun</title></head><body>
<header><nav><ul><li><a href="/">Start</a></li><li><a href="/bo">Bygga och bo</a></li></ul></nav></header>
<main><div class="sv-text-portlet"><h1 class="heading">Nya träd längs Ågatan</h1>
<p class="ingress">{LEAD}</p><time datetime="2026-05-03">3 maj 2026</time>
<p class="normal">{TEXT}</p><h2>Trafiken</h2><p class="normal">Gatan stängs av.</p>
<h2>Kontakt</h2><p>Ylva Ek, stadsträdgårdsmästare<br>08-465 004 10<br>
<a href="mailto:ylva.ek@klarebro.example">ylva.ek@klarebro.example</a></p></div></main>
<footer><p>Klarebro kommun, Storgatan 1</p></footer></body></html>"""

WORDPRESS = f"""<html><head><meta charset="utf-8"><meta property="article:published_time"
content="2026-05-03T08:15:00+00:00"><meta property="article:section" content="Bygga och bo">
<meta property="og:title" content="Nya träd längs Ågatan"></head><body class="single">
<div id="masthead"><a href="/">Hem</a></div><article class="post"><header class="entry-header">
<h1 class="entry-title">Nya träd längs Ågatan</h1></header><div class="entry-content">
<p class="lead">{LEAD}</p><p>{TEXT}</p></div></article>
<nav class="post-navigation">Äldre inlägg</nav></body></html>"""

EPISERVER = f"""<html><head><meta name="description" content="{LEAD}">
<title>Nya träd längs Ågatan | Klarebro</title>
</head><body><div class="top">Meny</div><div class="page"><h1>Nya träd längs Ågatan</h1>
<p>{LEAD}</p><div><p>{TEXT}</p></div></div></body></html>"""


@pytest.mark.parametrize(
    "page", [SITEVISION, WORDPRESS, EPISERVER], ids=["sitevision", "wordpress", "episerver"]
)
def test_the_main_part_of_a_page_is_the_article(page):
    read = read_data(page.encode(), PATH)

    assert read.title == "Nya träd längs Ågatan"
    assert read.lead == LEAD
    assert plain_text(read.body.blocks[0]).endswith(TEXT)


def test_date_category_contacts_and_what_is_left_out_are_told():
    sitevision = read_data(SITEVISION.encode(), PATH)
    wordpress = read_data(WORDPRESS.encode(), PATH)

    assert sitevision.publish_at == date(2026, 5, 3)
    assert [(one.name, *one.emails) for one in sitevision.contacts] == [
        ("Ylva Ek", "ylva.ek@klarebro.example")
    ]
    assert wordpress.publish_at == datetime(2026, 5, 3, 10, 15)
    assert wordpress.category_name == "Bygga och bo"
    (parts,) = sitevision.left_out
    assert parts.what is Omission.PAGE_PARTS
    assert "Klarebro kommun, Storgatan 1" in parts.words


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", ""), ("cp1252", ""), ("cp1252", "iso-8859-1"), ("utf-16", ""), ("cp1252", "unknown-8")],
)
def test_letters_are_read_whatever_wrote_them(encoding, declared):
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    page = f"<html><head>{meta}</head><body><h1>Ångström på ö</h1><p>Räksmörgås.</p></body></html>"

    read = read_data(page.encode(encoding), PATH)

    assert read.title == "Ångström på ö"
    assert plain_text(read.body.blocks[0]) == "Räksmörgås."


def test_nothing_in_a_page_can_act():
    page = "<html><h1>A</h1><p onclick=x>B <a href='javascript:x()'>c</a><script>x()</script></p></html>"

    read = read_data(page.encode(), PATH)

    (block,) = read.body.blocks
    assert plain_text(block) == "B c"
    assert all(not span.marks for span in block.spans)


@pytest.mark.parametrize("page", ["<html>", "<html><body></body></html>", "<html><head><title>T</title>"])
def test_a_page_without_a_text_is_read(page):
    assert read_data(page.encode(), PATH).body.blocks == ()


def test_a_page_beyond_bounds_is_refused(monkeypatch):
    monkeypatch.setattr(web_page, "SIZE_LIMIT", 10)

    with pytest.raises(TooLarge):
        read_data(SITEVISION.encode(), PATH)
