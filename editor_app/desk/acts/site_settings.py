"""How the website looks and what it says beside its articles."""

from editor_app.desk import site_settings
from editor_app.desk.acts.base import Acts
from editor_app.domain.site_settings import SiteSettings


class SiteSettingActs(Acts):
    """What is set for the website."""

    def site_settings(self) -> SiteSettings:
        """Return what is set for the website."""
        with self._archive.reading() as holdings:
            return site_settings.site_settings(holdings)

    def save_site_settings(
        self, settings: SiteSettings, *, by: str, base: SiteSettings | None = None
    ) -> SiteSettings:
        """Store it, and return it tidied, with what others have changed since it was `base`.

        Raises SiteSettingsRefused, NameMissing, and SiteSettingsConflict where both changed the same.
        """
        with self._archive.writing() as holdings:
            return site_settings.save_site_settings(holdings, settings, by=by, now=self._clock(), base=base)
