"""The municipality on every page of the website."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.domain.contact_details import is_email, is_phone
from editor_app.domain.site_profile import SiteProfile
from editor_app.translation import _
from ui.theme.spacing import M
from ui.widgets.form_field import FormField, named_line


class ProfilePage(QWidget):
    """Shows `profile` to be changed."""

    def __init__(self, profile: SiteProfile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {
            "name": _("Name"),
            "phone": _("Phone"),
            "email": _("E-mail"),
            "visiting_address": _("Visiting address"),
            "base_url": _("Address of the site"),
        }
        hints = {"base_url": _("Such as https://www.example.se/")}
        self._lines = {name: named_line(f"site_{name}", getattr(profile, name)) for name in names}
        self._fields = {
            name: FormField(words, self._lines[name], hints.get(name, "")) for name, words in names.items()
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        for field in self._fields.values():
            column.addWidget(field)

    def profile(self) -> SiteProfile:
        """Return the municipality as it was filled in; the address of the site ends in a slash."""
        values = {name: line.text().strip() for name, line in self._lines.items()}
        if values["base_url"] and not values["base_url"].endswith("/"):
            values["base_url"] += "/"
        return SiteProfile(**values)

    def show_problems(self) -> QWidget | None:
        """Say at the fields what is wrong; return the first field where something is."""
        problems = self._problems()
        for name, field in self._fields.items():
            field.show_problem(problems.get(name, ""))
        return next((self._lines[name] for name in self._lines if name in problems), None)

    def _problems(self) -> dict[str, str]:
        profile = self.profile()
        found = {}
        if not profile.name:
            found["name"] = _("Write the name of the municipality.")
        if profile.phone and not is_phone(profile.phone):
            found["phone"] = _("This is not a phone number.")
        if profile.email and not is_email(profile.email):
            found["email"] = _("This is not an e-mail address.")
        if profile.base_url and not profile.base_url.startswith(("https://", "http://")):
            found["base_url"] = _("Start the address with https://")
        return found
