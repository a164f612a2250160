"""Disposal by rule: only when the time has come, and nothing stands against it."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from editor_app.desk.errors import NotDisposable, StandsAgainst
from editor_app.desk.steps import finish
from editor_app.domain.article import Kind
from editor_app.domain.audit import Act
from editor_app.domain.log_filter import LogFilter
from editor_app.domain.policy import Policy
from editor_app.domain.retention import CountedFrom, RetentionRule
from editor_app.domain.withdrawal import WithdrawalReason

LATER = datetime(2028, 3, 3, tzinfo=UTC)


@pytest.fixture
def set_rule(desk):
    def run(**rule):
        desk.save_policy(Policy(retention={Kind.NEWS: RetentionRule(**rule)}), by="Ada")

    return run


@pytest.fixture
def withdrawn(desk, approved):
    return desk.withdraw(approved.article.id, WithdrawalReason.OUT_OF_DATE, by="Bo")


def against(desk, article_id):
    with pytest.raises(NotDisposable) as refused:
        desk.dispose(article_id, by="Ada")
    return refused.value.against


def test_everything_is_kept_for_ever_unless_a_rule_says_otherwise(desk, withdrawn, clock):
    clock.now = LATER + timedelta(days=365 * 100)

    assert desk.due_for_disposal() == ()
    assert against(desk, withdrawn.article.id) is StandsAgainst.KEPT_FOR_EVER


def test_the_time_is_counted_from_when_the_page_left_the_website(desk, withdrawn, clock, set_rule):
    set_rule(years=2, preserved_first=False)
    clock.now = datetime(2028, 3, 1, 12, tzinfo=UTC)
    early = desk.due_for_disposal()
    too_early = against(desk, withdrawn.article.id)
    clock.now = datetime(2028, 3, 2, 12, tzinfo=UTC)

    (due,) = desk.due_for_disposal()

    assert (early, too_early) == ((), StandsAgainst.TOO_EARLY)
    assert (due.id, due.title, due.years) == (withdrawn.article.id, "Ny cykelväg längs ån", 2)


def test_the_time_may_be_counted_from_the_last_publication(desk, approved, clock, set_rule, archive_log):
    clock.now = datetime(2027, 9, 1, tzinfo=UTC)
    desk.withdraw(approved.article.id, WithdrawalReason.OUT_OF_DATE, by="Bo")
    set_rule(years=2, preserved_first=False)
    clock.now = datetime(2028, 3, 2, 12, tzinfo=UTC)
    from_leaving = desk.due_for_disposal()
    set_rule(years=2, preserved_first=False, counted_from=CountedFrom.LAST_PUBLICATION)

    (due,) = desk.due_for_disposal()
    desk.dispose(approved.article.id, by="Ada")

    assert from_leaving == ()
    assert (due.due_on, due.counted_from) == (date(2028, 3, 2), CountedFrom.LAST_PUBLICATION)
    disposed = next(entry for entry in archive_log() if entry.act == Act.DISPOSED)
    assert disposed.details["published"] == "2026-03-02"


def test_what_is_published_anew_is_counted_anew(desk, approved, clock, set_rule):
    set_rule(years=1, preserved_first=False, counted_from=CountedFrom.LAST_PUBLICATION)
    desk.withdraw(approved.article.id, WithdrawalReason.OUT_OF_DATE, by="Bo")
    clock.now = datetime(2027, 2, 1, tzinfo=UTC)
    desk.publish(approved.article.id, by="Bo")
    desk.withdraw(approved.article.id, WithdrawalReason.OUT_OF_DATE, by="Bo")
    clock.now = LATER - timedelta(days=60)

    assert against(desk, approved.article.id) is StandsAgainst.TOO_EARLY


def test_what_is_on_the_website_stays_however_long_ago_it_was_published(desk, approved, clock, set_rule):
    no_end = Policy(
        take_down_months={},
        retention={Kind.NEWS: RetentionRule(1, counted_from=CountedFrom.LAST_PUBLICATION)},
    )
    desk.save_policy(no_end, by="Ada")
    clock.now = datetime(2026, 8, 1, tzinfo=UTC)

    assert desk.due_for_disposal() == ()
    assert against(desk, approved.article.id) is StandsAgainst.ON_SITE


def test_a_page_whose_own_time_is_over_has_left_the_website(desk, draft, clock, set_rule):
    set_rule(years=1, preserved_first=False)
    ends = msgspec.structs.replace(draft.article, unpublish_at=datetime(2026, 6, 1, tzinfo=UTC))
    desk.save(ends, version=draft.version, by="Ada")
    desk.submit(ends.id, by="Ada")
    desk.approve(ends.id, by="Bo")
    on_site = against(desk, ends.id)
    clock.now = LATER

    (due,) = desk.due_for_disposal()

    assert on_site is StandsAgainst.ON_SITE
    assert due.left_at == datetime(2026, 6, 1, tzinfo=UTC)


def test_what_is_still_on_the_website_is_not_disposed_of(desk, approved, clock, set_rule):
    no_end = msgspec.structs.replace(Policy(), take_down_months={})
    desk.save_policy(msgspec.structs.replace(no_end, retention={Kind.NEWS: RetentionRule(1)}), by="Ada")
    clock.now = datetime(2026, 4, 1, tzinfo=UTC)

    assert against(desk, approved.article.id) is StandsAgainst.ON_SITE


def test_what_was_never_published_is_deleted_instead(desk, draft, set_rule):
    set_rule(years=1)

    assert against(desk, draft.article.id) is StandsAgainst.NEVER_PUBLISHED


def test_what_has_to_be_preserved_first_is_not_disposed_of_before(desk, withdrawn, clock, set_rule, tmp_path):
    set_rule(years=2)
    clock.now = LATER

    assert against(desk, withdrawn.article.id) is StandsAgainst.NOT_PRESERVED
    assert not desk.due_for_disposal()[0].is_preserved

    desk.preserve(withdrawn.article.id, tmp_path, by="Ada")
    assert desk.due_for_disposal()[0].is_preserved
    desk.add_comment(withdrawn.article.id, "Vänta.", by="Bo")

    assert against(desk, withdrawn.article.id) is StandsAgainst.NOT_PRESERVED


def test_the_log_still_proves_who_approved_what_and_when(desk, withdrawn, clock, set_rule, tmp_path):
    article_id = withdrawn.article.id
    set_rule(years=2)
    clock.now = LATER
    package = desk.preserve(article_id, tmp_path, by="Ada")

    desk.dispose(article_id, by="Cy")

    lines = desk.log_lines(desk.find_log_entries(LogFilter(article_id=article_id)))
    by_act = {line.entry.act: line.entry for line in lines}
    assert by_act[Act.APPROVED].by == "Bo"
    disposed = by_act[Act.DISPOSED]
    assert disposed.revision_hash == by_act[Act.APPROVED].revision_hash
    assert disposed.details["package"] == package.sha256
    assert disposed.details["title"] == "Ny cykelväg längs ån"
    assert not desk.articles() and not desk.due_for_disposal()
    assert finish(desk.verify_log([desk.head_in_package(package.path)])).is_whole


def test_images_that_nothing_else_shows_go_with_it(desk, draft, image, clock, set_rule):
    set_rule(years=1, preserved_first=False)
    shown = msgspec.structs.replace(draft.article, hero=image)
    desk.save(shown, version=draft.version, by="Ada")
    desk.submit(shown.id, by="Ada")
    desk.approve(shown.id, by="Bo")
    desk.withdraw(shown.id, WithdrawalReason.WRONG, by="Bo")
    clock.now = LATER

    desk.dispose(shown.id, by="Ada")

    assert desk.images() == ()
