"""What an export tells of links to articles that have no page, and what the rules say of them before."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from editor_app.domain.article import Kind
from editor_app.domain.document import Document, Link, Paragraph, Span
from editor_app.domain.lost_link import Gone
from editor_app.domain.policy import Policy
from editor_app.domain.retention import RetentionRule
from editor_app.domain.site_settings import Notice
from editor_app.domain.withdrawal import WithdrawalReason


@pytest.fixture
def publish(desk, approved):
    """Publishes an article like the approved one."""

    def run(title, **changes):
        copy = desk.keep_copy(replace(approved.article, title=title, **changes), by="Ada")
        desk.submit(copy.article.id, by="Ada")
        return desk.approve(copy.article.id, by="Bo").article

    return run


@pytest.fixture
def unpublished(desk, approved):
    return desk.keep_copy(replace(approved.article, title="Utkast"), by="Ada").article


@pytest.fixture
def told(desk, tmp_path):
    """Exports, and gives what was told of each lost link: from where, to what, and why."""

    def run(folder="site"):
        lost = desk.export(tmp_path / folder, by="Ada").lost
        assert lost == desk.plan_export(tmp_path / folder).lost
        return {(one.title, one.gone_title, one.why) for one in lost}

    return run


def body_linking_to(article_id):
    return Document((Paragraph((Span("Så byggs bron", (Link(f"article:{article_id}"),)),)),))


def test_pages_are_told_that_lead_to_what_left_the_website(desk, approved, publish, clock, told):
    soon = clock.now + timedelta(days=9)
    ending = publish("Dagens väder", unpublish_at=soon)
    publish("Väljer", related_ids=(ending.id, approved.article.id))
    publish("Länkar", body=body_linking_to(approved.article.id))
    before = told()
    desk.withdraw(approved.article.id, WithdrawalReason.WRONG, by="Bo")

    withdrawn = told()
    clock.now = soon
    ended = told()

    bridge = approved.article.title
    assert before == set()
    assert withdrawn == {("Väljer", bridge, Gone.WITHDRAWN), ("Länkar", bridge, Gone.WITHDRAWN)}
    assert ended == withdrawn | {("Väljer", "Dagens väder", Gone.ENDED)}


def test_what_is_not_there_yet_is_told_until_it_is(desk, publish, unpublished, clock, told):
    later = clock.now + timedelta(days=3)
    coming = publish("Kommer", publish_at=later, embargo_until=later)
    publish("Länkar", body=body_linking_to(coming.id), related_ids=(unpublished.id,))

    early = told()
    clock.now = later
    desk.submit(unpublished.id, by="Ada")
    desk.approve(unpublished.id, by="Bo")

    assert early == {("Länkar", "Utkast", Gone.NOT_PUBLISHED), ("Länkar", "Kommer", Gone.NOT_DUE)}
    assert told() == set()


def test_the_log_knows_the_title_of_what_was_removed(desk, approved, publish, unpublished, clock, told):
    body, until = body_linking_to(approved.article.id), clock.now + timedelta(days=999)
    publish("Länkar", body=body, related_ids=(unpublished.id,), unpublish_at=until)
    desk.save_policy(Policy(retention={Kind.NEWS: RetentionRule(years=1, preserved_first=False)}), by="Ada")
    desk.withdraw(approved.article.id, WithdrawalReason.OUT_OF_DATE, by="Bo")
    told()
    clock.now += timedelta(days=800)
    desk.dispose(approved.article.id, by="Ada")
    desk.delete(unpublished.id, by="Ada")

    assert told() == {
        ("Länkar", approved.article.title, Gone.REMOVED),
        ("Länkar", "Utkast", Gone.REMOVED),
    }


def test_of_what_never_was_in_the_archive_nothing_more_is_known(publish, told):
    publish("Länkar", related_ids=("3f2c0000-0000-4000-8000-000000000000",))

    assert told() == {("Länkar", "", Gone.UNKNOWN)}


def test_an_export_that_changes_nothing_tells_it_again_by_the_present_titles(
    desk, publish, unpublished, told
):
    publish("Länkar", related_ids=(unpublished.id,))
    told()
    copy = desk.open(unpublished.id)
    desk.save(replace(copy.article, title="Bättre rubrik"), version=copy.version, by="Ada")

    assert told() == {("Länkar", "Bättre rubrik", Gone.NOT_PUBLISHED)}


def test_a_page_that_leads_there_no_more_is_not_told_of(desk, publish, unpublished, told):
    page = publish("Länkar", related_ids=(unpublished.id,))
    publish("Länkar också", related_ids=(unpublished.id,))
    told()
    copy = desk.open(page.id)
    desk.save(replace(copy.article, related_ids=()), version=copy.version, by="Ada")
    desk.submit(page.id, by="Ada")
    desk.approve(page.id, by="Bo")

    assert told() == {("Länkar också", "Utkast", Gone.NOT_PUBLISHED)}
    assert told("fresh") == told()


def test_a_notice_that_leads_nowhere_is_told_while_it_is_shown(desk, approved, clock, told):
    until = clock.now + timedelta(hours=2)
    notice = Notice(
        text="Bron är stängd", href=f"article:{approved.article.id}", link_text="Läs mer", ends_at=until
    )
    desk.save_site_settings(replace(desk.site_settings(), notices=(notice,)), by="Ada")
    there = told()
    desk.withdraw(approved.article.id, WithdrawalReason.WRONG, by="Bo")

    gone = told()
    clock.now = until

    assert there == set()
    assert gone == {("Bron är stängd", approved.article.title, Gone.WITHDRAWN)}
    assert told() == set()


def test_the_rules_block_a_link_to_what_has_left_the_website(desk, approved, publish, clock):
    soon = clock.now + timedelta(days=9)
    ending = publish("Dagens väder", unpublish_at=soon)
    to_withdrawn = publish("En", body=body_linking_to(approved.article.id))
    to_ending = publish("Två", body=body_linking_to(ending.id))

    def is_blocked(article):
        return any(finding.rule == "L07" for finding in desk.check(article.id))

    before = is_blocked(to_withdrawn), is_blocked(to_ending)
    desk.withdraw(approved.article.id, WithdrawalReason.WRONG, by="Bo")
    clock.now = soon

    assert before == (False, False)
    assert (is_blocked(to_withdrawn), is_blocked(to_ending)) == (True, True)
