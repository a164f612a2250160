"""The system's reasons in the reader's language."""

import errno
import os

import pytest

from editor_app.desk.explain import explain
from editor_app.desk.reasons import in_plain_words
from editor_app.intake.files import UnreadableFile, read_file
from editor_app.translation import use_language


@pytest.fixture
def swedish():
    use_language("sv")
    yield
    use_language("en")


def test_a_usual_reason_is_in_plain_words():
    assert in_plain_words(os.strerror(errno.EACCES)) == "you are not allowed to"


def test_a_rare_reason_is_told_as_it_is():
    assert in_plain_words("Stale file handle.") == "Stale file handle"


def test_a_swedish_sentence_has_a_swedish_reason(swedish, tmp_path):
    with pytest.raises(UnreadableFile) as unreadable:
        read_file(tmp_path / "borta.txt")

    what = explain(unreadable.value).what

    assert what == f"Det går inte att läsa {tmp_path / 'borta.txt'}: filen eller mappen finns inte."
