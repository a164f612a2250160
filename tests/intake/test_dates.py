"""Date lines in the shapes that Swedish and English pages have."""

from datetime import date, datetime

import pytest

from editor_app.intake.dates import DateRole, PageDate, read_date, split_dates

DAY = date(2024, 2, 6)


@pytest.mark.parametrize(
    "text",
    [
        "6 februari 2024",
        "06 februari 2024",
        "6 feb 2024",
        "6 feb. 2024",
        "tisdag 6 februari 2024",
        "Tisdagen den 6 februari 2024",
        "2024-02-06",
        "2024/02/06",
        "6/2 2024",
        "6.2.2024",
        "6 February 2024",
        "February 6, 2024",
        "Tuesday, 6 February 2024",
        "6 FEBRUARI 2024",
    ],
)
def test_a_line_that_is_a_date_is_read(text):
    assert read_date(text) == PageDate(DAY, DateRole.BARE)


@pytest.mark.parametrize(
    "text",
    [
        "Publicerad 6 februari 2024",
        "Publicerad: 2024-02-06",
        "Publicerat den 6 februari 2024",
        "Sidan publicerades 6 februari 2024",
        "Published on 6 February 2024",
        "Datum: 6 februari 2024",
    ],
)
def test_the_page_says_when_it_was_published(text):
    assert read_date(text) == PageDate(DAY, DateRole.PUBLISHED)


@pytest.mark.parametrize(
    "text", ["Uppdaterad: 2024-02-06", "Senast ändrad 6 februari 2024", "Last updated 6 February 2024"]
)
def test_a_change_is_not_the_publication(text):
    assert read_date(text) == PageDate(DAY, DateRole.CHANGED)


@pytest.mark.parametrize(
    "text",
    [
        "6 februari 2024 10.15",
        "6 februari 2024 kl. 10.15",
        "2024-02-06 10:15",
        "2024-02-06T10:15:30",
        "Feb 06, 2024 10:15 CET",
    ],
)
def test_a_time_is_kept(text):
    assert read_date(text) == PageDate(datetime(2024, 2, 6, 10, 15), DateRole.BARE)


@pytest.mark.parametrize(
    "text",
    [
        "Sista dag är 6 februari 2024.",
        "6 februari 2024 öppnar badhuset",
        "31 februari 2024",
        "2024-13-01",
        "6 februari",
        "070-174 06 05",
        "2024",
        "",
    ],
)
def test_other_lines_are_no_dates(text):
    assert read_date(text) is None


def test_the_line_may_name_the_author():
    read = read_date("Publicerad 6 februari 2024 av Ellen Strand")

    assert read == PageDate(DAY, DateRole.PUBLISHED, says_more=True)


def test_two_dates_on_a_line_are_two():
    both = split_dates("Publicerad: 6 februari 2024, Senast uppdaterad: 7 februari 2024")

    assert both == ("Publicerad: 6 februari 2024", "Senast uppdaterad: 7 februari 2024")
    assert split_dates("Planen är publicerad och uppdaterad") == ("Planen är publicerad och uppdaterad",)


def test_the_line_may_name_the_place():
    assert read_date("Klaråsen, 6 februari 2024") == PageDate(DAY, DateRole.BARE, says_more=True)
    assert read_date("Tisdag, 6 februari 2024") == PageDate(DAY, DateRole.BARE)
