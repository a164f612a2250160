"""Sentences on what the clock does."""

from datetime import UTC, datetime, timedelta

from editor_app.desk.due_words import came_sentences, coming_sentences, overdue_sentence
from editor_app.domain.due import Due, Happening
from editor_app.translation import use_language

APRIL = datetime(2026, 4, 1, 6, tzinfo=UTC)
DAY = timedelta(days=1)


def one(what, at=APRIL):
    return Due(at, what, "1", "Bro")


def test_what_comes_at_one_time_is_told_together_and_that_it_takes_an_export():
    use_language("sv")

    said = coming_sentences(
        [one(Happening.APPEARS), one(Happening.APPEARS), one(Happening.TAKEN_DOWN, APRIL + DAY)]
    )

    assert said == [
        "2 artiklar visas från 1 april 2026 kl. 08.00.",
        "1 artikel tas ner 2 april 2026 kl. 08.00.",
        "Exportera igen då: webbplatsen ändras inte av sig själv.",
    ]


def test_a_long_row_of_moments_is_cut():
    said = coming_sentences([one(Happening.APPEARS, APRIL + day * DAY) for day in range(5)])

    assert len(said) == 5
    assert said[3] == "2 more follow."


def test_nothing_to_tell_is_not_told():
    assert coming_sentences([]) == came_sentences([]) == []


def test_what_came_is_counted_by_what_happened():
    said = came_sentences([one(Happening.TAKEN_DOWN), one(Happening.APPEARS), one(Happening.TAKEN_DOWN)])

    assert said == ["1 article has appeared as planned.", "2 articles were taken down as planned."]


def test_what_should_be_on_the_website_is_said_with_its_time():
    use_language("sv")

    assert (
        overdue_sentence([one(Happening.APPEARS)])
        == "1 artikel skulle ha publicerats 1 april 2026 kl. 08.00."
    )
    mixed = [one(Happening.APPEARS), one(Happening.TAKEN_DOWN)]
    assert overdue_sentence(mixed) == "2 sidor skulle ha ändrats sedan 1 april 2026 kl. 08.00."


def test_notices_are_told_as_such():
    notices = [one(Happening.NOTICE_SHOWN), one(Happening.NOTICE_GONE, APRIL + DAY)]

    assert overdue_sentence(notices).startswith("2 notices should have changed since")
    assert came_sentences(notices) == [
        "1 notice is shown as planned.",
        "1 notice was taken away as planned.",
    ]
    assert coming_sentences(notices)[0].startswith("1 notice is shown from")
