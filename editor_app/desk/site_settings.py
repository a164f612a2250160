"""How the website looks and what it says beside its articles, kept in the archive for all who use it."""

from collections.abc import Iterator
from datetime import datetime

import msgspec
from msgspec.structs import replace

from editor_app.archive.archive import Holdings
from editor_app.archive.settings import SITE_SETTINGS
from editor_app.desk.errors import require_name
from editor_app.domain.audit import Act
from editor_app.domain.colours import parse_colour
from editor_app.domain.normalize import normalize_text
from editor_app.domain.site_problems import (
    BrokenSiteSettings,
    SettingProblem,
    SiteProblem,
    SiteSettingsConflict,
    SiteSettingsRefused,
    setting_problems,
)
from editor_app.domain.site_settings import AccessibilityStatement, Notice, SiteSettings


def site_settings(holdings: Holdings) -> SiteSettings:
    """Return what is set; what nobody has set is as the program has it. Raises BrokenSetting."""
    return holdings.settings.read(SITE_SETTINGS, SiteSettings) or SiteSettings()


def read_site_settings(data: bytes | str) -> SiteSettings:
    """Return the settings that are written as JSON; raises BrokenSiteSettings.

    What is not there is as the program has it. Moments without a time zone are refused.
    """
    try:
        settings = msgspec.json.decode(data, type=SiteSettings)
    except msgspec.DecodeError as error:
        raise BrokenSiteSettings(str(error)) from error
    for number, notice in enumerate(settings.notices):
        for name in ("begins_at", "ends_at"):
            moment = getattr(notice, name)
            if moment is not None and moment.tzinfo is None:
                raise BrokenSiteSettings(f"$.notices[{number}].{name}: {moment} has no time zone")
    return settings


def save_site_settings(
    holdings: Holdings, settings: SiteSettings, *, by: str, now: datetime, base: SiteSettings | None = None
) -> SiteSettings:
    """Store the settings, tidied, and note what changed.

    What others have changed since the settings were `base` stays. Raises SiteSettingsRefused, NameMissing,
    and SiteSettingsConflict where both changed the same.
    """
    name = require_name(by)
    before = site_settings(holdings)
    tidy = _merged(_tidy_settings(settings), base or before, before)
    problems = (*setting_problems(tidy), *_missing(holdings, tidy, before))
    if problems:
        raise SiteSettingsRefused(problems)
    if tidy != before:
        holdings.settings.put(SITE_SETTINGS, msgspec.json.encode(tidy).decode())
        holdings.log.append(Act.SITE_CHANGED, by=name, at=now, details=dict(_changes(before, tidy)))
    return tidy


def _merged(mine: SiteSettings, base: SiteSettings, theirs: SiteSettings) -> SiteSettings:
    """Return `theirs` with what `mine` changed of `base`."""
    changed = {
        name: getattr(mine, name)
        for name in SiteSettings.__struct_fields__
        if getattr(mine, name) != getattr(base, name)
    }
    both = [
        name for name, value in changed.items() if getattr(theirs, name) not in (getattr(base, name), value)
    ]
    if both:
        raise SiteSettingsConflict(tuple(both))
    return replace(theirs, **changed)


def _missing(holdings: Holdings, settings: SiteSettings, before: SiteSettings) -> Iterator[SettingProblem]:
    """Yield what the settings name anew and the archive has not.

    What was deleted since it was chosen keeps nobody from setting a notice in a hurry.
    """
    logo = settings.appearance.logo_id
    if logo not in {"", before.appearance.logo_id} and logo not in holdings.images.named([logo]):
        yield SettingProblem(SiteProblem.NO_LOGO, "appearance.logo_id", logo)
    known = {row.id for row in holdings.finding.rows(settings.pinned_ids)}.union(before.pinned_ids)
    for number, article_id in enumerate(settings.pinned_ids):
        if article_id not in known:
            yield SettingProblem(SiteProblem.NOT_PINNABLE, f"pinned_ids.{number}", article_id)


def _changes(before: SiteSettings, after: SiteSettings) -> Iterator[tuple[str, str]]:
    """Yield each setting that changed with what became of it; of long texts only that they did."""
    for field in ("accent", "logo_id", "font"):
        old, new = getattr(before.appearance, field), getattr(after.appearance, field)
        if old != new:
            yield field, f"{old} → {new}"
    if before.appearance.own_font != after.appearance.own_font:
        yield "own_font", f"{len(before.appearance.own_font)} → {len(after.appearance.own_font)}"
    if before.notices != after.notices:
        yield "notices", " | ".join(f"{notice.level}: {notice.text}" for notice in after.notices) or "–"
    for field in ("pinned_ids", "has_contact_pages", "has_ninjs", "templates"):
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            yield field, f"{_words(old)} → {_words(new)}"
    if before.about != after.about:
        yield "about", f"{len(before.about)} → {len(after.about)}"
    if before.statement != after.statement:
        yield "statement", "" if after.statement is None else after.statement.compliance


def _words(value: object) -> str:
    return msgspec.json.encode(value, order="sorted").decode().strip('"')


def _tidy_settings(settings: SiteSettings) -> SiteSettings:
    look = settings.appearance
    return replace(
        settings,
        appearance=replace(
            look, accent=parse_colour(look.accent) or look.accent, logo_id=look.logo_id.strip()
        ),
        notices=tuple(map(_tidy_notice, settings.notices)),
        pinned_ids=tuple(dict.fromkeys(settings.pinned_ids)),
        about=_tidy_text(settings.about),
        statement=None if settings.statement is None else _tidy_statement(settings.statement),
        templates=settings.templates.strip(),
    )


def _tidy_notice(notice: Notice) -> Notice:
    return replace(
        notice,
        text=_tidy(notice.text),
        english=_tidy(notice.english),
        href=notice.href.strip(),
        link_text=_tidy(notice.link_text),
    )


def _tidy_statement(statement: AccessibilityStatement) -> AccessibilityStatement:
    return replace(
        statement,
        deficiencies=_tidy_all(statement.deficiencies),
        burden=_tidy_all(statement.burden),
        not_covered=_tidy_all(statement.not_covered),
        method=_tidy(statement.method),
    )


def _tidy_all(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, map(_tidy, texts)))


def _tidy_text(text: str) -> str:
    """Return a text of several lines without spaces at their ends, and without empty ones around it."""
    return "\n".join(line.rstrip() for line in normalize_text(text).split("\n")).strip("\n")


def _tidy(text: str) -> str:
    return " ".join(normalize_text(text).split())
