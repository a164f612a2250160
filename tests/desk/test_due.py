"""What comes by the clock, and what an export has still to show."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from editor_app.domain.due import Happening
from editor_app.domain.query_parser import parse_query
from editor_app.domain.site_settings import Notice, SiteSettings
from editor_app.domain.withdrawal import WithdrawalReason

APRIL = datetime(2026, 4, 1, 6, tzinfo=UTC)
MAY = datetime(2026, 5, 1, 6, tzinfo=UTC)


def publish(desk, copy, **changes):
    edited = desk.save(msgspec.structs.replace(copy.article, **changes), version=copy.version, by="Ada")
    desk.submit(edited.article.id, by="Ada")
    return desk.approve(edited.article.id, by="Bo")


def told(dues):
    return [(one.what, one.at) for one in dues]


@pytest.fixture
def planned(desk, draft):
    return publish(desk, draft, publish_at=APRIL, unpublish_at=MAY)


def test_what_is_published_for_later_comes_at_its_times(desk, planned, clock):
    assert told(desk.due(clock.now)) == [(Happening.APPEARS, APRIL), (Happening.TAKEN_DOWN, MAY)]
    assert told(desk.due(clock.now, APRIL)) == [(Happening.APPEARS, APRIL)]
    assert told(desk.due(APRIL)) == [(Happening.TAKEN_DOWN, MAY)]
    assert told(desk.due(MAY)) == []


def test_what_is_planned_and_what_was_taken_down_are_found(desk, planned, clock):
    def found():
        asked = ("status:planerad", "status:nedtagen", 'status:"taken down" status:planned')
        return [desk.find(parse_query(text)) for text in asked]

    moments = []
    for moment in (clock.now, APRIL, MAY):
        clock.now = moment
        moments.append(found())

    its = (planned.article.id,)
    assert moments == [[its, (), its], [(), (), ()], [(), its, its]]


def test_published_is_what_is_on_the_website_now(desk, planned, clock):
    def found():
        asked = ("status:publicerad", "status:publicerad status:planerad", "status:opublicerad")
        return [desk.find(parse_query(text)) for text in asked]

    moments = []
    for moment in (clock.now, APRIL, MAY):
        clock.now = moment
        moments.append(found())

    its = (planned.article.id,)
    assert moments == [[(), its, ()], [its, its, ()], [(), (), ()]]


def test_what_is_to_be_replaced_later_is_published_until_then_and_planned(desk, approved, clock):
    publish(desk, approved, title="Ny rubrik", publish_at=APRIL)

    found = [desk.find(parse_query(f"status:{value}")) for value in ("publicerad", "planerad")]

    assert found == [(approved.article.id,)] * 2


def test_the_newest_words_take_the_place_of_those_before_at_their_time(desk, approved, clock):
    publish(desk, approved, title="Ny rubrik", publish_at=APRIL, unpublish_at=None, stays_online=True)

    (change,) = desk.due(clock.now, MAY)

    assert (change.what, change.at, change.title) == (Happening.CHANGES, APRIL, "Ny rubrik")


def test_nothing_comes_of_what_was_withdrawn_or_is_no_more_than_a_draft(desk, planned, clock):
    desk.create(by="Ada")
    desk.withdraw(planned.article.id, WithdrawalReason.WRONG, by="Bo")

    assert desk.due(clock.now) == ()


def test_an_export_says_what_came_and_what_comes(desk, planned, clock, tmp_path):
    before = desk.export(tmp_path / "site", by="Ada")
    clock.now = APRIL

    after = desk.export(tmp_path / "site", by="Ada")

    assert (told(before.came), told(before.coming)) == ([], [(Happening.APPEARS, APRIL)])
    assert (told(after.came), told(after.coming)) == (
        [(Happening.APPEARS, APRIL)], [(Happening.TAKEN_DOWN, MAY)],
    )  # fmt: skip
    assert any("ny-cykelvag" in path for path in after.added)


def test_what_came_since_the_export_is_due_until_the_next_one(desk, planned, clock, tmp_path):
    never = desk.due_since_export()
    desk.export(tmp_path / "site", by="Ada")
    at_once = desk.due_since_export()
    clock.now = APRIL
    overdue = desk.due_since_export()
    desk.export(tmp_path / "site", by="Ada")

    assert never == at_once == ()
    assert told(overdue) == [(Happening.APPEARS, APRIL)]
    assert desk.due_since_export() == ()


def test_what_came_and_went_between_two_exports_is_not_due(desk, planned, clock, tmp_path):
    desk.export(tmp_path / "site", by="Ada")
    clock.now = MAY + timedelta(days=1)

    assert desk.due_since_export() == ()


def test_notices_come_and_go_by_the_clock_and_wait_for_an_export(desk, clock, tmp_path):
    kept = Notice(text="Stängt", begins_at=APRIL)
    brief = Notice(text="Kort", begins_at=APRIL, ends_at=APRIL + timedelta(hours=1))
    desk.save_site_settings(SiteSettings(notices=(kept, brief)), by="Ada")
    desk.export(tmp_path / "site", by="Ada")

    coming = desk.due(clock.now)
    clock.now = MAY

    assert [(one.what, one.title, one.article_id) for one in coming] == [
        (Happening.NOTICE_SHOWN, "Kort", ""),
        (Happening.NOTICE_SHOWN, "Stängt", ""),
        (Happening.NOTICE_GONE, "Kort", ""),
    ]
    assert [(one.what, one.title) for one in desk.due_since_export()] == [(Happening.NOTICE_SHOWN, "Stängt")]
