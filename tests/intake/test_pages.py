"""Copied pages of many shapes, each beside what an editor would make of it."""

from pathlib import Path

import pytest

from editor_app.domain.normalize import normalize
from editor_app.intake.news_page import take_in
from editor_app.intake.text_files import decode_text
from tests.intake.outline import outline

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def text_of(page):
    return decode_text(page.read_bytes(), page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_copied_page_becomes_the_parts_of_an_article(page):
    expected = page.with_suffix(".expected").read_text(encoding="utf-8")

    taken = take_in(text_of(page))

    assert outline(taken) == expected
    assert taken.body == normalize(taken.body)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_it_matters_little_whether_paragraphs_are_set_apart(page):
    lines = [line for line in text_of(page).splitlines() if line.strip()]

    together = take_in("\n".join(lines))
    apart = take_in("\n\n".join(lines))

    for part in ("kind", "title", "publish_at", "category_name", "furniture"):
        assert getattr(together, part) == getattr(apart, part)
    assert [contact.emails for contact in together.contacts] == [contact.emails for contact in apart.contacts]
