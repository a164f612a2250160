"""What is wrong with settings of the website before they are kept."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from editor_app.domain.addresses import is_allowed_href
from editor_app.domain.colours import parse_colour
from editor_app.domain.errors import EditorAppError
from editor_app.domain.site_palette import judge_accent
from editor_app.domain.site_settings import Appearance, FontChoice, Notice, SiteSettings

# What fits on the first screen of a phone with the title of the page below it.
NOTICE_LENGTH = 400
# A face with the letters of Swedish and its neighbours takes a tenth; every reader loads it.
FONT_BYTES = 400_000
WOFF2 = b"wOF2"


class SiteProblem(StrEnum):
    """What can be wrong."""

    NO_COLOUR = "no colour"
    TOO_PALE = "too pale"
    NO_LOGO = "no logo"
    NO_FONT = "no font"
    LARGE_FONT = "large font"
    NO_TEXT = "no text"
    TOO_LONG = "too long"
    NO_ADDRESS = "no address"
    NO_LINK_TEXT = "no link text"
    ENDS_FIRST = "ends first"
    NOT_PINNABLE = "not pinnable"


class SettingProblem(Struct, frozen=True):
    """One of them: `setting` is where, as in `notices.0.text`; `value` and `instead` are for the sentence."""

    what: SiteProblem
    setting: str
    value: str = ""
    instead: str = ""


class SiteSettingsRefused(EditorAppError):
    """The settings were not kept: `problems`, at least one, say why."""

    def __init__(self, problems: tuple[SettingProblem, ...]) -> None:
        super().__init__("; ".join(f"{one.setting}: {one.what} {one.value}" for one in problems))
        self.problems = problems


class SiteSettingsConflict(EditorAppError):
    """Somebody else changed the same of the settings meanwhile; `names` are those of the fields."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


class BrokenSiteSettings(EditorAppError):
    """What was to be taken as settings is none; `reason` says where and why, in the words of the reader."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def setting_problems(settings: SiteSettings) -> Iterator[SettingProblem]:
    """Yield what can be told to be wrong without a look into the archive."""
    accent = parse_colour(settings.appearance.accent)
    if accent is None:
        yield SettingProblem(SiteProblem.NO_COLOUR, "appearance.accent", settings.appearance.accent)
    elif not (verdict := judge_accent(accent)).passes:
        yield SettingProblem(SiteProblem.TOO_PALE, "appearance.accent", accent, verdict.nearest)
    yield from _font_problems(settings.appearance)
    for number, notice in enumerate(settings.notices):
        yield from notice_problems(notice, f"notices.{number}")


def _font_problems(look: Appearance) -> Iterator[SettingProblem]:
    if look.font is not FontChoice.OWN:
        return
    if not look.own_font.startswith(WOFF2):
        yield SettingProblem(SiteProblem.NO_FONT, "appearance.own_font")
    elif len(look.own_font) > FONT_BYTES:
        yield SettingProblem(SiteProblem.LARGE_FONT, "appearance.own_font", str(FONT_BYTES // 1000))


def notice_problems(notice: Notice, where: str) -> Iterator[SettingProblem]:
    """Yield what is wrong with a notice that is at `where` in the settings."""
    if not notice.text.strip():
        yield SettingProblem(SiteProblem.NO_TEXT, f"{where}.text")
    for name in ("text", "english"):
        words = getattr(notice, name)
        if len(words) > NOTICE_LENGTH:
            yield SettingProblem(SiteProblem.TOO_LONG, f"{where}.{name}", str(NOTICE_LENGTH))
    if notice.href and not is_allowed_href(notice.href):
        yield SettingProblem(SiteProblem.NO_ADDRESS, f"{where}.href", notice.href)
    if notice.href and not notice.link_text.strip():
        yield SettingProblem(SiteProblem.NO_LINK_TEXT, f"{where}.link_text")
    if notice.begins_at is not None and notice.ends_at is not None and notice.ends_at <= notice.begins_at:
        yield SettingProblem(SiteProblem.ENDS_FIRST, f"{where}.ends_at")
