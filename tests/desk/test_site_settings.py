"""How the website looks is set at the desk, checked and logged."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from editor_app.desk.errors import NameMissing
from editor_app.desk.explain import explain
from editor_app.desk.log_words import details_words
from editor_app.desk.site_settings import read_site_settings
from editor_app.domain.audit import Act
from editor_app.domain.log_filter import LogFilter
from editor_app.domain.site_problems import (
    FONT_BYTES,
    NOTICE_LENGTH,
    BrokenSiteSettings,
    SiteProblem,
    SiteSettingsConflict,
    SiteSettingsRefused,
)
from editor_app.domain.site_settings import (
    AccessibilityStatement,
    Appearance,
    FontChoice,
    Notice,
    NoticeLevel,
    SiteSettings,
    notice_article_ids,
)

NOW = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
BOIL = Notice(NoticeLevel.CRISIS, "Koka vattnet i Klarebro.")


def test_what_nobody_has_set_is_as_the_program_has_it(desk):
    assert desk.site_settings() == desk.cards().settings == SiteSettings()


def test_settings_are_kept_tidy_and_logged(desk):
    untidy = SiteSettings(
        Appearance(" 7A1F4B "),
        notices=(replace(BOIL, text="  Koka\n vattnet ", href=" https://klarebro.example/vatten "),),
        about="\n\nOm sidan.  \n\n- en\n",
        statement=AccessibilityStatement(deficiencies=("  En karta ", "")),
        has_contact_pages=True,
    )
    untidy = replace(untidy, notices=(replace(untidy.notices[0], link_text=" Läs om vattnet "),))

    saved = desk.save_site_settings(untidy, by="Ada Lind")

    assert desk.site_settings() == saved
    assert saved.appearance.accent == "#7a1f4b"
    assert saved.notices[0].text == "Koka vattnet"
    assert (saved.about, saved.statement.deficiencies) == ("Om sidan.\n\n- en", ("En karta",))
    newest = desk.log_lines(desk.find_log_entries(LogFilter())[:1])[0]
    assert newest.entry.act == Act.SITE_CHANGED
    assert newest.entry.details["accent"] == "#0b5563 → #7a1f4b"
    assert newest.entry.details["notices"] == "crisis: Koka vattnet"
    told = details_words(newest.entry)
    assert "colour: #0b5563 → #7a1f4b" in told
    assert "about the website: 0 characters → 15 characters" in told
    assert "pages of contacts: no → yes" in told


@pytest.mark.parametrize(
    ("settings", "problem", "setting"),
    [
        (SiteSettings(Appearance("grön")), SiteProblem.NO_COLOUR, "appearance.accent"),
        (SiteSettings(Appearance("#f5b800")), SiteProblem.TOO_PALE, "appearance.accent"),
        (SiteSettings(Appearance(logo_id="f" * 64)), SiteProblem.NO_LOGO, "appearance.logo_id"),
        (SiteSettings(Appearance(font=FontChoice.OWN)), SiteProblem.NO_FONT, "appearance.own_font"),
        (
            SiteSettings(Appearance(font=FontChoice.OWN, own_font=b"wOF2" + bytes(FONT_BYTES))),
            SiteProblem.LARGE_FONT,
            "appearance.own_font",
        ),
        (SiteSettings(notices=(BOIL, Notice())), SiteProblem.NO_TEXT, "notices.1.text"),
        (
            SiteSettings(notices=(replace(BOIL, english="x" * (NOTICE_LENGTH + 1)),)),
            SiteProblem.TOO_LONG,
            "notices.0.english",
        ),
        (
            SiteSettings(notices=(replace(BOIL, href="javascript:alert(1)", link_text="Här"),)),
            SiteProblem.NO_ADDRESS,
            "notices.0.href",
        ),
        (
            SiteSettings(notices=(replace(BOIL, href="https://klarebro.example"),)),
            SiteProblem.NO_LINK_TEXT,
            "notices.0.link_text",
        ),
        (
            SiteSettings(notices=(replace(BOIL, begins_at=NOW, ends_at=NOW),)),
            SiteProblem.ENDS_FIRST,
            "notices.0.ends_at",
        ),
        (SiteSettings(pinned_ids=("gone",)), SiteProblem.NOT_PINNABLE, "pinned_ids.0"),
    ],
)
def test_what_is_wrong_is_refused_and_told(desk, settings, problem, setting):
    with pytest.raises(SiteSettingsRefused) as caught:
        desk.save_site_settings(settings, by="Ada Lind")

    assert [(one.what, one.setting) for one in caught.value.problems] == [(problem, setting)]
    assert setting in explain(caught.value).what
    assert desk.site_settings() == SiteSettings()


def test_a_pale_colour_comes_with_the_nearest_that_can_be_read(desk):
    with pytest.raises(SiteSettingsRefused) as caught:
        desk.save_site_settings(SiteSettings(Appearance("#f5b800")), by="Ada Lind")

    nearest = caught.value.problems[0].instead
    assert desk.save_site_settings(SiteSettings(Appearance(nearest)), by="Ada").appearance.accent == nearest


def test_a_pinned_article_that_was_deleted_keeps_nobody_from_setting_a_notice(desk):
    article_id = desk.create(by="Ada Lind").article.id
    pinned = desk.save_site_settings(SiteSettings(pinned_ids=(article_id,)), by="Ada Lind")
    desk.delete(article_id, by="Ada Lind", reason="Fel")

    saved = desk.save_site_settings(replace(pinned, notices=(BOIL,)), by="Ada Lind")

    assert saved.notices == (BOIL,)


def test_nobody_sets_anything_without_a_name(desk):
    with pytest.raises(NameMissing):
        desk.save_site_settings(SiteSettings(notices=(BOIL,)), by=" ")


def test_notices_are_shown_from_their_beginning_until_their_end_and_the_most_urgent_first():
    later = Notice(text="Sen", begins_at=NOW + timedelta(hours=1))
    over = Notice(text="Förbi", ends_at=NOW)
    warning = Notice(NoticeLevel.WARNING, "Halt", ends_at=NOW + timedelta(hours=1))
    settings = SiteSettings(notices=(Notice(text="Info"), later, over, warning, BOIL))

    assert [notice.text for notice in settings.at(NOW).notices] == [BOIL.text, "Halt", "Info"]
    assert settings.at(NOW) == settings.at(NOW + timedelta(minutes=59))
    assert [notice.text for notice in settings.at(NOW + timedelta(hours=1)).notices] == [
        BOIL.text,
        "Info",
        "Sen",
    ]


def test_the_articles_that_notices_lead_to_are_known():
    settings = SiteSettings(notices=(replace(BOIL, href="article:abc"), BOIL))

    assert notice_article_ids(settings) == ("abc",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "truncated"),
        ('{"colour": "red"}', "colour"),
        ('{"notices": [{"level": "hög"}]}', "hög"),
        ('{"notices": [{"text": "A", "ends_at": "2026-11-02T12:00:00"}]}', "time zone"),
    ],
)
def test_what_is_no_settings_is_told_with_the_place(text, reason):
    with pytest.raises(BrokenSiteSettings) as caught:
        read_site_settings(text)

    assert reason in caught.value.reason
    assert caught.value.reason in explain(caught.value).what


def test_a_font_of_ones_own_is_kept_whole(desk):
    look = Appearance(font=FontChoice.OWN, own_font=b"wOF2" + bytes(range(256)))

    desk.save_site_settings(SiteSettings(look), by="Ada Lind")

    assert desk.site_settings().appearance == look


def test_what_two_change_at_once_of_different_settings_is_both_kept(desk):
    base = desk.site_settings()
    desk.save_site_settings(replace(base, notices=(BOIL,)), by="Bo Ek", base=base)

    saved = desk.save_site_settings(replace(base, about="Om oss."), by="Ada Lind", base=base)

    assert (saved.notices, saved.about) == ((BOIL,), "Om oss.")


def test_what_two_change_of_the_same_setting_is_refused_to_the_second(desk):
    base = desk.site_settings()
    first = desk.save_site_settings(replace(base, notices=(BOIL,)), by="Bo Ek", base=base)

    with pytest.raises(SiteSettingsConflict) as caught:
        desk.save_site_settings(replace(base, notices=(Notice(text="Halt"),)), by="Ada Lind", base=base)

    assert caught.value.names == ("notices",)
    assert desk.site_settings() == first
