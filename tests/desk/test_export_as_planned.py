"""An export does what was shown of it, or nothing; and what can be done with the folder afterwards."""

import pytest
from msgspec.structs import replace

from editor_app.desk.export_words import check_groups, check_sentence, going_back_sentences
from editor_app.desk.plan_words import plan_groups
from editor_app.desk.steps import finish
from editor_app.domain.article import Phone
from editor_app.domain.site_settings import SiteSettings
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.site.errors import ExportStopped, PlanOutdated


@pytest.fixture
def site(desk, approved, tmp_path):
    desk.export(tmp_path / "site", by="Ada")
    return tmp_path / "site"


def test_an_export_of_what_was_shown_is_made(desk, approved, site):
    desk.withdraw(approved.article.id, WithdrawalReason.WRONG, by="Ada")
    plan = desk.plan_export(site)

    result = desk.export(site, by="Ada", as_planned=plan)

    done = {*result.added, *result.changed, *result.removed}
    assert done == {change.path for change in plan.changes} != set()


def test_what_came_after_it_was_shown_is_not_exported_unseen(desk, approved, site):
    plan = desk.plan_export(site)
    before = (site / "index.html").read_bytes()
    desk.withdraw(approved.article.id, WithdrawalReason.WRONG, by="Ada")

    with pytest.raises(PlanOutdated):
        desk.export(site, by="Ada", as_planned=plan)

    assert (site / "index.html").read_bytes() == before


def test_an_export_that_is_stopped_leaves_everything_as_it_was(desk, approved, site):
    desk.withdraw(approved.article.id, WithdrawalReason.WRONG, by="Ada")
    before = desk.plan_export(site)

    def stop(*_step):
        raise ExportStopped

    with pytest.raises(ExportStopped):
        desk.export(site, by="Ada", tell=stop)

    assert desk.plan_export(site) == before
    assert finish(desk.verify_site(site)).is_whole


def test_the_files_are_grouped_by_why_they_change(desk, approved, site):
    desk.withdraw(approved.article.id, WithdrawalReason.WRONG, by="Ada")

    plan = desk.plan_export(site)
    (group,) = plan_groups(plan.changes)

    # It was the only one of its category.
    assert group.words.endswith(" files change because the menu has changed, or the address of a category.")
    assert [path for _how, path in group.files] == [change.path for change in plan.changes]


def test_the_plan_says_whose_card_has_changed(desk, approved, tmp_path):
    desk.save_site_settings(SiteSettings(has_contact_pages=True), by="Ada")
    desk.export(tmp_path / "site", by="Ada")
    contact = next(one for one in desk.contacts() if one.id in approved.article.contact_ids)
    renamed = replace(contact, name="Klara Nyberg")

    desk.save_contact(replace(contact, roles=("Stadsarkitekt",)), by="Ada")
    (other_role,) = plan_groups(desk.plan_export(tmp_path / "site").changes)
    desk.save_contact(renamed, by="Ada")
    (first, second) = plan_groups(desk.plan_export(tmp_path / "site").changes)

    assert other_role.words == f"1 file changes because what is known of {contact.name} has changed."
    assert {first.words.partition(" because ")[2], second.words.partition(" because ")[2]} == {
        f"what is known of {name} has changed." for name in (contact.name, renamed.name)
    }


def test_only_the_page_of_a_contact_whose_card_says_something_else_is_made_anew(desk, approved, tmp_path):
    desk.save_site_settings(SiteSettings(has_contact_pages=True), by="Ada")
    desk.export(tmp_path / "site", by="Ada")
    contact = next(one for one in desk.contacts() if one.id in approved.article.contact_ids)

    desk.save_contact(replace(contact, phones=(Phone("070-174 06 40"),)), by="Ada")
    other_phone = desk.plan_export(tmp_path / "site").changes
    desk.save_contact(replace(contact, name=contact.name.upper()), by="Ada")
    other_letters = desk.plan_export(tmp_path / "site").changes
    desk.export(tmp_path / "site", by="Ada")

    assert other_phone == ()
    year = next((tmp_path / "site" / "kontakter").glob("*/20*/index.html"))
    assert year.relative_to(tmp_path / "site").as_posix() in {change.path for change in other_letters}
    assert contact.name.upper() in year.read_text(encoding="utf-8")


def test_whole_releases_come_although_no_page_changes(desk, site):
    desk.export(site, by="Ada", releases=True)

    assert site.is_symlink()
    assert desk.plan_export(site).is_by_releases
    assert desk.plan_export(site).changes == ()


def test_what_going_back_brings_is_told_before(desk, approved, site):
    nothing = desk.last_kept(site)
    desk.withdraw(approved.article.id, WithdrawalReason.WRONG, by="Ada")
    result = desk.export(site, by="Ada")

    kept = desk.last_kept(site)

    assert nothing is None
    assert (kept.added, kept.changed, kept.removed) == tuple(
        map(len, (result.added, result.changed, result.removed))
    )
    assert going_back_sentences(kept)[0].startswith("The website becomes what it was on ")


def test_what_others_did_to_a_website_is_told_by_kind(desk, site):
    whole = check_sentence(finish(desk.verify_site(site)))
    (site / "index.html").write_text("x")
    (site / "hej.txt").write_text("x")

    check = finish(desk.verify_site(site))

    assert whole.endswith("are as they were written, and nothing else is there.")
    assert check_sentence(check) == "2 files are not as they were written."
    assert [group.files for group in check_groups(check)] == [
        (("changed by somebody", "index.html"),),
        (("put there by somebody", "hej.txt"),),
    ]
