"""What the website says about its publisher on every page."""

from msgspec import Struct


class SiteProfile(Struct, frozen=True, forbid_unknown_fields=True):
    """The publisher: its name, its switchboard and the address of the site, ending in a slash."""

    name: str = "Kommunen"
    phone: str = ""
    email: str = ""
    visiting_address: str = ""
    base_url: str = ""
