"""The sentences above the article."""

import pytest

from ui.messages import Messages
from ui.widgets.tone import Tone


@pytest.fixture
def messages(qtbot):
    messages = Messages()
    qtbot.addWidget(messages)
    return messages


def test_a_note_on_the_text_takes_the_place_of_the_one_before_and_of_no_other(messages):
    messages.note("Pasted. Left out: 1 image.")
    messages.say(Tone.ERROR, "The text could not be saved.")

    messages.note("Pasted. Left out: 1 comment.")

    assert messages.texts() == ("The text could not be saved.", "Pasted. Left out: 1 comment.")


def test_a_note_may_come_again_after_it_was_dismissed(messages):
    messages.note("Nothing was pasted.")
    messages.clear()

    messages.note("Nothing was pasted.")

    assert messages.texts() == ("Nothing was pasted.",)


def test_what_is_said_of_the_archive_stays_when_another_article_opens(messages):
    messages.say_of_archive(Tone.WARNING, "No backup since Monday.")
    messages.say(Tone.ERROR, "The text could not be saved.")

    messages.clear()

    assert messages.texts() == ("No backup since Monday.",)


def test_what_is_said_of_the_archive_gives_no_place_to_what_passes(messages):
    messages.say_of_archive(Tone.WARNING, "No backup since Monday.")

    for number in range(4):
        messages.say(Tone.INFO, f"Message {number}")

    assert messages.texts() == ("No backup since Monday.", "Message 2", "Message 3")
