"""Where among the details a finding is that is about none of the words."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from editor_app.checks.findings import CONTACT, Finding, Part
from ui.details.details_form import DetailsForm
from ui.workplace import Workplace

# The details that rules are about, by the rule.
DETAILS: Mapping[str, Callable[[DetailsForm], QWidget]] = {
    "S13": lambda details: details.contacts,
    "S14": lambda details: details.category,
    "S15": lambda details: details.language,
    "A03": lambda details: details.original,
    "D06": lambda details: details.wrong_time(),
    "P03": lambda details: details.contacts,
    "C01": lambda details: details.contacts,
    "C02": lambda details: details.contacts,
}
# The field of a contact's card that is wrong, by the rule.
CARD_FIELDS: Mapping[str, str] = {"S13": "phone", "C01": "phone", "C02": "email", "P03": "email"}


def show_in_details(place: Workplace, finding: Finding) -> None:
    """Give the focus to the detail that `finding` is about, or to the text where it is about all of that.

    The card of a contact is opened to be mended.
    """
    if finding.place.part in {Part.TITLE, Part.LEAD, Part.BODY}:
        place.editor.body.setFocus()
        return
    place.show_panel("details", True)
    details = place.details
    if CONTACT in finding.values and details.contacts.isEnabled():
        details.go_to(details.contacts)
        details.contacts.edit(finding.values[CONTACT], CARD_FIELDS[finding.rule])
        return
    is_hero = finding.place.part is Part.HERO
    find = DETAILS.get(finding.rule, _first)
    details.go_to(details.hero if is_hero else find(details))


def _first(details: DetailsForm) -> QWidget:
    return details.kind
