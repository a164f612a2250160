"""A changed setting of the website in words: the log keeps it as the archive stores it."""

from collections.abc import Mapping

import msgspec

from editor_app.desk.policy_words import ARROW
from editor_app.translation import N_, _, ngettext

_NAMES: Mapping[str, str] = {
    "about": N_("about the website"),
    "accent": N_("colour"),
    "base_url": N_("address"),
    "email": N_("e-mail"),
    "font": N_("font"),
    "has_contact_pages": N_("pages of contacts"),
    "has_ninjs": N_("ninjs"),
    "logo_id": N_("logo"),
    "name": N_("name"),
    "notices": N_("notices"),
    "own_font": N_("own font"),
    "phone": N_("phone"),
    "pinned_ids": N_("pinned articles"),
    "statement": N_("accessibility statement"),
    "templates": N_("templates"),
    "visiting_address": N_("visiting address"),
}
# Of a hash that names an image.
_SHORT = 12


def changed_site_words(name: str, stored: str) -> str:
    """Return what became of one setting, as in "phone: none → 08-465 004 00".

    What this program does not know, or cannot read, is said as it is stored.
    """
    words = _(_NAMES[name]) if name in _NAMES else name
    before, arrow, after = stored.partition(ARROW)
    told = f"{_value(name, before)}{ARROW}{_value(name, after)}" if arrow else stored or _("none")
    return f"{words}: {told}"


def _value(name: str, stored: str) -> str:
    if name == "about" and stored.isdecimal():
        return ngettext("{count} character", "{count} characters", int(stored)).format(count=stored)
    if name == "own_font" and stored.isdecimal():
        return _("no") if stored == "0" else _("yes")
    if name == "pinned_ids":
        return _count(stored)
    if name == "logo_id":
        stored = stored[:_SHORT]
    return {"true": _("yes"), "false": _("no"), "": _("none")}.get(stored, stored)


def _count(stored: str) -> str:
    try:
        return str(len(msgspec.json.decode(stored, type=list[str])))
    except msgspec.DecodeError:
        return stored
