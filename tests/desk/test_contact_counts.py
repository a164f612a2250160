"""The public articles of each contact are counted without a look at each of them, and rightly."""

import pytest

from editor_app.archive.archive import open_archive
from editor_app.desk.opening import open_desk
from editor_app.domain.site_lists import Listing
from tests.desk.newsroom_acts import Newsroom, StandingClock


@pytest.mark.parametrize("seed", range(3))
def test_each_contact_counts_the_articles_in_its_list(desk, image, archive_path, seed):
    desk.close()
    clock = StandingClock()
    desk = open_desk(archive_path, clock=clock)
    newsroom = Newsroom(desk, clock, seed, (image,))
    counted = set()

    for _act in range(40):
        newsroom.act()
        archive = open_archive(archive_path)
        with archive.reading() as holdings:
            ids = [contact.id for contact in holdings.contacts.ever()]
            now = clock()
            listed = {one: holdings.site_lists.count(Listing(contact_id=one), now) for one in ids}
            counts = holdings.site_lists.contact_counts(now)
        archive.close()
        counted |= set(counts.values())

        assert counts == {one: count for one, count in listed.items() if count}, newsroom.done

    desk.close()
    assert len(counted) > 1
