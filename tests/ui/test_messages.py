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
