"""The sample newsroom obeys the rules that everybody obeys."""

from collections import Counter

import pytest

from editor_app.desk import opening, samples
from editor_app.desk.opening import default_archive_path, open_desk
from editor_app.domain.document import Figure
from editor_app.domain.workflow import State


@pytest.fixture
def newsroom(archive_path):
    desk = open_desk(archive_path, create=True, with_samples=True)
    yield desk
    desk.close()


def test_there_is_something_to_see_in_every_state(newsroom):
    states = Counter(line.state for line in newsroom.articles())

    assert sum(states.values()) >= 8
    assert set(states) == set(State)


def test_the_images_of_the_samples_are_in_the_archive(newsroom):
    stored = {image.id for image in newsroom.images()}
    articles = [newsroom.open(line.id).article for line in newsroom.articles()]
    heroes = [article.hero for article in articles if article.hero is not None]
    figures = [block for article in articles for block in article.body.blocks if isinstance(block, Figure)]

    assert heroes and figures
    assert {figure.image_id for figure in heroes + figures} <= stored


def test_related_articles_lead_to_articles_in_the_archive(newsroom):
    ids = {line.id for line in newsroom.articles()}

    related = {other for line in newsroom.articles() for other in newsroom.open(line.id).article.related_ids}

    assert related
    assert related <= ids


def test_approved_samples_were_approved_by_a_second_person_at_their_time(newsroom):
    for line in newsroom.articles():
        working_copy = newsroom.open(line.id)
        if working_copy.state is State.APPROVED:
            assert working_copy.live.approved_by != working_copy.submitted_by
            assert working_copy.live.approved_at == working_copy.updated_at


def test_an_archive_that_is_there_gets_no_samples(archive_path):
    open_desk(archive_path, create=True).close()

    desk = open_desk(archive_path, create=True, with_samples=True)

    assert desk.articles() == ()
    desk.close()


def test_samples_are_filed_all_or_none(archive_path, monkeypatch):
    class Bug(Exception):
        pass

    file_article, filed = samples._file_article, []

    def fail_late(*arguments):
        if len(filed) == 5:
            raise Bug
        filed.append(file_article(*arguments))

    monkeypatch.setattr(samples, "_file_article", fail_late)

    with pytest.raises(Bug):
        open_desk(archive_path, create=True, with_samples=True)

    desk = open_desk(archive_path)
    assert desk.articles() == ()
    assert desk.categories() == ()
    desk.close()


def test_the_archive_is_in_the_persons_data_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "user_data_path", lambda name, **_options: tmp_path / name)

    assert default_archive_path() == tmp_path / "pressklar" / "archive.sqlite3"
