"""Translations without a window: begun, and said to be such."""

from contextlib import closing

import msgspec
import pytest

from editor_app.command_line.exit_codes import ExitCode
from editor_app.desk.opening import open_desk
from tests.blank_archives import new_desk


@pytest.fixture
def article_id(archive) -> str:
    with closing(new_desk(archive)) as desk:
        made = desk.create(by="Ada")
        desk.save(msgspec.structs.replace(made.article, title="Ny bro"), version=made.version, by="Ada")
    return made.article.id


def version_of(archive, article_id):
    with closing(open_desk(archive)) as desk:
        return desk.open(article_id).article.version_of


def test_a_translation_is_begun_and_says_what_it_is_one_of(command, archive, article_id):
    made = command("translate", article_id, "en", "--by", "Bo", "--archive", archive).out.strip()

    shown = command("show", made, "--archive", archive).out

    assert "Translation of “Ny bro” (sv)" in shown.splitlines()
    assert command("show", made, "--archive", archive, "--json").json["language"] == "en"


def test_an_article_becomes_a_translation_and_is_none_again(command, archive, article_id):
    with closing(open_desk(archive)) as desk:
        other = desk.create(by="Ada").article.id

    linked = command("translation-of", other, article_id, "--by", "Bo", "--archive", archive)
    original = version_of(archive, other)
    parted = command("translation-of", other, "none", "--by", "Bo", "--archive", archive)

    assert (linked.code, parted.code) == (ExitCode.DONE, ExitCode.DONE)
    assert original.article_id == article_id
    assert version_of(archive, other) is None


def test_what_is_no_language_is_no_use(command, archive, article_id):
    outcome = command("translate", article_id, "inte ett språk", "--by", "Bo", "--archive", archive)

    assert outcome.code == ExitCode.MISUSED
    assert "names no language" in outcome.err


def test_the_language_of_the_article_itself_is_refused(command, archive, article_id):
    outcome = command("translate", article_id, "sv", "--by", "Bo", "--archive", archive)

    assert outcome.code == ExitCode.PREVENTED
    assert "The article is in that language itself: sv." in outcome.err
