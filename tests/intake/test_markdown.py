"""Markdown becomes an article, its front matter the details."""

from datetime import date
from pathlib import Path

from editor_app.domain.document import Heading, ListItem, Quote, Table, plain_text
from editor_app.intake.sources import read_data

PATH = Path("utkast.md")


def taken(text):
    return read_data(text.encode(), PATH)


def test_the_first_heading_is_the_title_and_the_marks_are_blocks():
    read = taken(
        "# Nya träd\n\nArbetet börjar i *september*.\n\n"
        "## Trafiken\n\n- Ett\n  - Två\n\n> Det blir lugnt.\n\n"
        "| Dag | Tid |\n|---|---|\n| Måndag | 10 |\n"
    )

    assert read.title == "Nya träd"
    assert [type(block) for block in read.body.blocks[1:]] == [Heading, ListItem, ListItem, Quote, Table]
    assert read.body.blocks[1].level == 2
    assert read.body.blocks[-1].header_row
    assert plain_text(read.body.blocks[0]) == "Arbetet börjar i september."


def test_front_matter_says_the_details_and_the_rest_of_it_is_kept():
    read = taken(
        '---\ntitle: "Nya träd"\ndate: 2026-05-03\nkategori: Bygga och bo\ningress: Fyrtio lindar.\n'
        "layout: post\n---\n\nArbetet börjar i september.\n"
    )

    assert (read.title, read.lead) == ("Nya träd", "Fyrtio lindar.")
    assert read.publish_at == date(2026, 5, 3)
    assert read.category_name == "Bygga och bo"
    assert read.furniture == ("layout: post",)
    assert len(read.body.blocks) == 1


def test_html_in_markdown_is_text():
    read = taken("# Träd\n\nEn <script>alert(1)</script> rad.\n")

    assert plain_text(read.body.blocks[0]) == "En <script>alert(1)</script> rad."
