"""The index of site maps tells when the newest of what is on each map came, whatever was exported before."""

from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree
from msgspec.structs import replace

from editor_app.archive.site_lists import SiteLists
from editor_app.domain.withdrawal import WithdrawalReason
from tests.check_site.machine_read import sitemap_faults
from tests.desk.newsroom_acts import BEGIN, StandingClock
from tests.desk.test_card_changes import approve, write
from tests.reachable import reachable

JANUARY, MARCH = (datetime(2026, month, 9, 6, 0, tzinfo=UTC) for month in (1, 3))
DAY = timedelta(days=1)
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture
def clock():
    return StandingClock()


@pytest.fixture
def desk(desk):
    desk.save_site_profile(replace(desk.site_profile(), base_url="https://www.klarebro.example/"), by="Ada")
    return desk


@pytest.fixture
def newest(desk, tmp_path):
    """Export what has changed and return the times by map; an export of everything tells the same."""

    def export():
        indexes = []
        for name in ("site", f"fresh-{len(list(tmp_path.iterdir()))}"):
            desk.export(tmp_path / name, by="Ada")
            indexes.append((tmp_path / name / "sitemap.xml").read_bytes())
        assert indexes[0] == indexes[1]
        assert list(sitemap_faults(indexes[0])) == []
        index = etree.fromstring(indexes[0])
        maps = [(one.findtext("s:loc", "", NAMES), one.findtext("s:lastmod", "", NAMES)) for one in index]
        return {path.rpartition("/")[2].removesuffix(".xml"): moment for path, moment in maps}

    return export


def publish(desk, title, **details):
    category = desk.add_category("Trafik")
    return approve(desk, write(desk, title, category_id=category.id, contact_ids=reachable(desk), **details))


def publish_anew(desk, copy, **changes):
    copy = desk.open(copy.article.id)
    return approve(desk, desk.save(replace(copy.article, **changes), version=copy.version, by="Ada"))


def told(moment):
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def test_a_map_is_as_new_as_what_came_last_and_not_as_its_date(desk, newest):
    publish(desk, "Ny bro", publish_at=JANUARY)

    assert newest() == {"sidor": "", "2026-01": told(BEGIN)}


def test_what_is_published_anew_makes_its_map_newer_and_no_other(desk, clock, newest):
    bridge = publish(desk, "Ny bro", publish_at=JANUARY)
    publish(desk, "Ny park", publish_at=MARCH)
    before = newest()
    clock.now += DAY

    publish_anew(desk, bridge, lead="Bron är klar.")

    assert before == {"sidor": "", "2026-03": told(BEGIN), "2026-01": told(BEGIN)}
    assert newest() == {**before, "2026-01": told(BEGIN + DAY)}


def test_what_is_withdrawn_leaves_its_map_as_new_as_what_stays(desk, clock, newest):
    publish(desk, "Ny bro", publish_at=JANUARY)
    clock.now += DAY
    others = [publish(desk, "Ny park", publish_at=when) for when in (JANUARY, MARCH)]
    before = newest()

    for other in others:
        desk.withdraw(other.article.id, WithdrawalReason.WRONG, by="Bo")

    assert before == {"sidor": "", "2026-03": told(BEGIN + DAY), "2026-01": told(BEGIN + DAY)}
    assert newest() == {"sidor": "", "2026-01": told(BEGIN)}


def test_what_waits_makes_its_map_newer_when_it_appears(desk, clock, newest):
    december = BEGIN + 15 * DAY
    park = publish(desk, "Ny park")
    publish(desk, "Ny bro", publish_at=december)
    clock.now += DAY
    publish_anew(desk, park, publish_at=december + DAY)
    before = newest()

    clock.now = december
    one_day = newest()
    clock.now += DAY
    next_day = newest()

    assert before == {"sidor": "", "2026-11": told(BEGIN)}
    assert one_day == {**before, "2026-12": told(december)}
    assert next_day == {"sidor": "", "2026-12": told(december + DAY)}


def test_one_change_looks_at_the_articles_of_its_month_alone(desk, clock, tmp_path, monkeypatch):
    bridge = publish(desk, "Ny bro", publish_at=JANUARY)
    publish(desk, "Ny park", publish_at=MARCH)
    desk.export(tmp_path / "site", by="Ada")
    clock.now += DAY
    publish_anew(desk, bridge, title="Bron är klar")
    asked, ask = [], SiteLists.newest_release

    def note(lists, month, now):
        asked.append(month)
        return ask(lists, month, now)

    monkeypatch.setattr(SiteLists, "newest_release", note)

    desk.export(tmp_path / "site", by="Ada")

    assert asked == ["2026-01"]


def test_after_going_back_the_maps_are_right_again(desk, clock, newest, tmp_path):
    bridge = publish(desk, "Ny bro", publish_at=JANUARY)
    newest()
    clock.now += DAY
    publish_anew(desk, bridge, lead="Bron är klar.")
    after = newest()

    desk.roll_back(tmp_path / "site", by="Ada")

    assert newest() == after == {"sidor": "", "2026-01": told(BEGIN + DAY)}
