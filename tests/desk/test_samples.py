"""The sample newsroom obeys the rules that everybody obeys."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from editor_app.desk import samples
from editor_app.desk.opening import open_desk
from editor_app.domain.document import Figure
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.workflow import State
from tests.cards import card


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory):
    """A desk with the samples, for tests that only look."""
    desk = open_desk(tmp_path_factory.mktemp("newsroom") / "archive.sqlite3", create=True, with_samples=True)
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


@pytest.mark.parametrize(
    "act",
    [
        lambda desk: desk.create(by="Ada"),
        lambda desk: desk.add_category("Trafik"),
        lambda desk: desk.save_contact(card("", "Eva Ek")),
        lambda desk: desk.save_site_profile(SiteProfile("Vår kommun"), by="Ada"),
    ],
)
def test_an_archive_that_holds_something_gets_no_samples(archive_path, act):
    begun = open_desk(archive_path, create=True)
    act(begun)
    before = (begun.articles(), begun.categories(), begun.contacts(), begun.site_profile())
    begun.close()

    desk = open_desk(archive_path, create=True, with_samples=True)

    assert (desk.articles(), desk.categories(), desk.contacts(), desk.site_profile()) == before
    desk.close()


def test_samples_are_filed_all_or_none_and_the_next_start_tries_again(archive_path, monkeypatch):
    class Bug(Exception):
        pass

    file_article, filed = samples._file_article, []

    def fail_late(*arguments):
        if len(filed) == 5:
            raise Bug
        filed.append(file_article(*arguments))

    with monkeypatch.context() as patch, pytest.raises(Bug):
        patch.setattr(samples, "_file_article", fail_late)
        open_desk(archive_path, create=True, with_samples=True)

    left = open_desk(archive_path)
    assert (left.articles(), left.categories()) == ((), ())
    left.close()
    again = open_desk(archive_path, create=True, with_samples=True)
    assert len(again.articles()) > 5
    again.close()


def test_two_windows_that_start_at_once_make_one_archive(archive_path):
    with ThreadPoolExecutor(max_workers=2) as threads:
        starts = [
            threads.submit(open_desk, archive_path, create=True, with_samples=True) for _window in range(2)
        ]
        first, second = (start.result() for start in starts)

    assert first.articles() == second.articles()
    assert len(first.images()) == len({image.id for image in second.images()})
    first.close()
    second.close()
