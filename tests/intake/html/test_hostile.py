"""HTML that was made to do harm, or by nobody at all, gives blocks in good time."""

import re
import time
from collections import Counter

import pytest
from hypothesis import example, given, settings

from editor_app.domain.document import plain_text
from editor_app.domain.long_blocks import LONGEST
from editor_app.domain.normalize import normalize
from editor_app.intake.html.names import names
from editor_app.intake.html.reading import read_html
from editor_app.rendering.body import render_body
from tests.intake.html.soups import paragraph_soups, soups
from tests.rendering.test_body import around

OURS = names(
    "p h2 h3 h4 h5 ul ol li blockquote aside strong em a span br figure figcaption img table caption "
    "thead tbody tr th td div"
)
N = 20_000
HOSTILE = {
    "nesting": "<div>x" * N,
    "formatting": "".join(f"<b id={number}>" for number in range(300)) + "<p>x" * N,
    "attributes": "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">x",
    "spans": "<span>a" * N,
    "cells": "<table><tr><td>" * N,
    "items": "<ul><li>x" * N,
    "unclosed": "<a " * 100_000,
    "quotes": "<p a='" * N,
    "comments": "<!--" * N,
    "styles": "<style>" * N,
    "drawings": "<svg>" + "<option>" * N + "</x>" * N,
    "spaces": "<p>" + " " * 1_000_000 + "x",
    "data": "<img src='data:image/png;base64," + "A" * 4_000_000 + "'>",
    "wide cells": "<table>" + ("<tr>" + "<td colspan=9999 rowspan=9999>x" * 20) * 20,
    "no break": "<p>" + "&nbsp;" * 500_000,
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_markup_takes_long(html):
    start = time.process_time()
    read = read_html(html)
    took = time.process_time() - start

    assert read.document == normalize(read.document)
    # Ten times less where nothing else runs; what grows with the square takes minutes.
    assert took < 5


def test_no_paragraph_is_too_long_to_be_laid_out():
    read = read_html("<p>" + "&amp;" * 20_000)

    said = [plain_text(block) for block in read.document.blocks]
    assert "".join(said) == "&" * 20_000
    assert max(map(len, said)) <= LONGEST


@settings(max_examples=300, deadline=None)
@given(html=soups)
@example(html="<p>\ud800\x00</p>")
@example(html="<table><caption><table><tr><td>")
def test_any_soup_becomes_a_document_whose_page_has_our_elements_alone(html):
    read = read_html(html)

    page = "".join(render_body(read.document, around()))
    assert read.document == normalize(read.document)
    assert set(re.findall(r"</?([a-zA-Z][^\s>/]*)", page)) <= OURS
    assert not re.search(r"<[^>]+\s(?:on\w+|style|srcdoc)=", page)


@settings(max_examples=200, deadline=None)
@given(html=paragraph_soups)
def test_no_word_of_plain_paragraphs_is_lost(html):
    read = read_html(html)

    said = "".join(plain_text(block) for block in read.document.blocks)
    assert _letters(said) == _letters(re.sub(r"<[^>]*>", "", html))


def _letters(text: str) -> Counter[str]:
    return Counter(sign for sign in text if sign.isalpha())
