"""The sample archive keeps the rules that the program teaches."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

import msgspec
import pytest
from babel.dates import get_day_names, get_month_names
from PIL import Image

from editor_app.domain.addresses import is_allowed_href
from editor_app.domain.article import Article, Category, Contact, Kind
from editor_app.domain.codec import SCHEMA, decode_article
from editor_app.domain.contact_details import format_phone, is_email, tel_href
from editor_app.domain.document import Link, Quote, plain_text, spans_of
from editor_app.domain.normalize import normalize, normalize_text
from editor_app.domain.revision import figures
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.workflow import State, require_second_person
from editor_app.resource_files import RESOURCES

SAMPLE = RESOURCES / "sample"
# Post- och telestyrelsen: telephone numbers for use in books, films and the like.
FICTION = (
    r"031-390 06 \d\d",
    r"040-628 04 \d\d",
    r"08-465 004 \d\d",
    r"0980-31 92 \d\d",
    r"070-174 06 (?:0[5-9]|[1-9]\d)",
)
PHONE = re.compile(r"(?<![\d-])0\d{1,3}-\d[\d ]{4,}\d")
WEEKDAYS = {name: number for number, name in get_day_names(locale="sv").items()}
MONTHS = {name: number for number, name in get_month_names(locale="sv").items()}
DATED_DAY = re.compile(rf"({'|'.join(WEEKDAYS)}) (\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})", re.IGNORECASE)
SAYING = re.compile(r"\b(?:säger|berättar|says|sanoo)\b")


@cache
def archive() -> dict[str, Any]:
    content: dict[str, Any] = json.loads((SAMPLE / "archive.json").read_bytes())
    return content


@cache
def articles() -> tuple[Article, ...]:
    return tuple(
        decode_article(msgspec.json.encode({"schema": SCHEMA, **entry["article"]}))
        for entry in archive()["articles"]
    )


@cache
def contacts() -> dict[str, Contact]:
    known = msgspec.convert(archive()["contacts"], list[Contact])
    return {contact.id: contact for contact in known}


def links(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the text and the target of each link."""
    for block in article.body.blocks:
        for span in spans_of(block):
            for mark in span.marks:
                if isinstance(mark, Link):
                    yield span.text, mark.href


def words(article: Article) -> str:
    """Return everything a reader sees of the text, ordinary spaces for those that do not break."""
    blocks = [plain_text(block) for block in article.body.blocks]
    return "\n".join([article.title, article.lead, *blocks]).replace("\u00a0", " ")


def every_text() -> str:
    return "\n".join([*map(words, articles()), (SAMPLE / "news_page.txt").read_text(encoding="utf-8")])


def test_it_is_written_in_the_schema_of_this_program():
    assert archive()["schema"] == SCHEMA
    assert msgspec.convert(archive()["profile"], SiteProfile).base_url.endswith(".example/")


def test_it_shows_every_kind_every_state_and_more_than_one_language():
    assert {article.kind for article in articles()} == set(Kind)
    assert {entry["state"] for entry in archive()["articles"]} == set(State)
    assert {article.language for article in articles()} >= {"sv", "en"}
    assert sum(article.language == "sv" for article in articles()) >= 8


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.title)
def test_an_article_is_in_canonical_form(article):
    assert normalize(article.body) == article.body
    for text in (article.title, article.lead):
        assert normalize_text(text, line_breaks=False).strip() == text


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.title)
def test_an_article_names_only_what_the_archive_holds(article):
    categories = {category.id for category in msgspec.convert(archive()["categories"], list[Category])}
    files = {image["file"] for image in archive()["images"]}
    others = {other.id for other in articles()} - {article.id}

    assert article.category_id in categories
    assert set(article.contact_ids) <= set(contacts())
    assert set(article.related_ids) <= others
    assert {figure.image_id.removeprefix("file:") for figure in figures(article)} <= files


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.title)
def test_a_link_leads_where_its_text_says(article):
    ids = {other.id for other in articles()}

    for text, href in links(article):
        assert is_allowed_href(href)
        scheme, _, target = href.partition(":")
        if scheme == "tel":
            assert href == tel_href(text)
        elif scheme == "mailto":
            assert target == text
        elif scheme == "article":
            assert target in ids
        else:
            assert re.match(r"https://[a-z.]+\.example/", href)


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.title)
def test_an_article_keeps_to_the_lengths_that_editors_aim_for(article):
    assert 0 < len(article.title) <= 70
    assert len(article.lead) <= 160


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.title)
def test_somebody_says_each_quote(article):
    for block in article.body.blocks:
        if isinstance(block, Quote):
            assert SAYING.search(plain_text(block))
            assert not plain_text(block).startswith(("–", "-", "”"))


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.title)
def test_each_picture_is_described_and_credited(article):
    for figure in figures(article):
        assert figure.alt
        assert figure.alt != figure.caption
        assert figure.credit


def test_what_is_approved_is_whole_and_a_second_person_approved_it():
    for entry, article in zip(archive()["articles"], articles(), strict=True):
        assert datetime.fromisoformat(entry["at"]).utcoffset() is not None
        if entry["state"] != State.APPROVED:
            assert entry["approved_by"] is None
            continue
        require_second_person(entry["approved_by"], entry["by"], entry["submitted_by"])
        assert article.lead
        assert article.slug
        assert article.contact_ids


def test_ids_and_slugs_are_unique():
    ids = [item["id"] for part in ("categories", "contacts") for item in archive()[part]]
    ids += [article.id for article in articles()]
    slugs = [article.slug for article in articles() if article.slug]

    assert len(set(ids)) == len(ids)
    assert len(set(slugs)) == len(slugs)


def test_phone_numbers_are_set_aside_for_fiction_and_written_the_swedish_way():
    found = [phone.number for contact in contacts().values() for phone in contact.phones]
    found += [archive()["profile"]["phone"], *PHONE.findall(every_text())]

    assert len(found) > len(contacts())
    for phone in found:
        assert any(re.fullmatch(series, phone) for series in FICTION), phone
        assert format_phone(phone) == phone


def test_e_mail_addresses_belong_to_nobody():
    found = [email for contact in contacts().values() for email in contact.emails]
    found += [archive()["profile"]["email"], *re.findall(r"[\w.+-]+@[\w.-]+\w", every_text())]

    for email in found:
        assert email.endswith(".example")
    assert all(is_email(email) for contact in contacts().values() for email in contact.emails)


def test_weekdays_and_dates_agree():
    found = DATED_DAY.findall(every_text())

    assert len(found) >= 10
    for day, number, month, year in found:
        weekday = date(int(year), MONTHS[month.lower()], int(number)).weekday()
        assert WEEKDAYS[day.lower()] == weekday, f"{day} {number} {month} {year}"


@pytest.mark.parametrize("image", archive()["images"], ids=lambda image: image["file"])
def test_a_picture_is_of_full_size_light_and_in_use(image):
    path = SAMPLE / "images" / image["file"]
    used = {figure.image_id for article in articles() for figure in figures(article)}

    with Image.open(path) as picture:
        assert picture.size == (1600, 900)
    assert path.stat().st_size < 150 * 1024
    assert f"file:{image['file']}" in used
    assert image["name"]
