"""Links as their author meant them: unwrapped from what mail and search programs lay around them."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, quote, unquote, urljoin, urlsplit

from editor_app.domain.addresses import is_allowed_href, link_scheme

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_LONGEST = 8_000
_MOST_WRAPPINGS = 5
_SAFE = "%/:?#[]@!$&'()*+,;=~-._"
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff\ud800-\udfff]")
_TRACKING = re.compile(
    r"(?:utm_\w+|mtm_\w+|pk_(?:campaign|kwd|source|medium)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|"
    r"yclid|twclid|igshid|igsh|mc_[ce]id|_hsenc|_hsmi|__hs\w+|hsctatracking|mkt_tok|vero_id|oly_(?:anon|enc)_id|"
    r"_openstat|_gl|li_fat_id|ttclid|s_cid|rb_clickid|wickedid)=[^&]*",
    re.IGNORECASE,
)
_PROOFPOINT_3 = re.compile(r"/v3/__(.+?)__;", re.DOTALL)


def clean_href(href: str, base: str = "") -> str | None:
    """Return where a link to `href` leads, without trackers, or None where it can be no link.

    A relative address leads somewhere only where `base`, the address of the page, is known.
    """
    # Browsers skip these characters, wherever they stand.
    address = _UNSEEN.sub("", href).strip()
    if not address or len(address) > _LONGEST or address.startswith("#"):
        return None
    try:
        address = _unwrap(urljoin(base, address) if base else address)
        address = _without_tracking(address)
    except ValueError:
        return None
    return address if _can_be_followed(address) else None


def _can_be_followed(address: str) -> bool:
    scheme = link_scheme(address)
    if scheme not in _SCHEMES or not is_allowed_href(address):
        return False
    if scheme in {"http", "https"}:
        return bool(urlsplit(address).hostname)
    return bool(address.partition(":")[2].strip("/ "))


def _unwrap(address: str) -> str:
    for _ in range(_MOST_WRAPPINGS):
        inner = _inside(address)
        if inner is None or link_scheme(inner) not in _SCHEMES:
            break
        address = inner
    return quote(address, safe=_SAFE)


def _inside(address: str) -> str | None:
    parts = urlsplit(address)
    host = (parts.hostname or "").lower()
    for pattern, path, find in _WRAPPERS:
        if pattern.fullmatch(host) and parts.path.startswith(path):
            return find(address)
    return None


def _parameter(*names: str) -> Callable[[str], str | None]:
    def find(address: str) -> str | None:
        values = parse_qs(urlsplit(address).query, max_num_fields=100)
        return next((values[name][0] for name in names if name in values), None)

    return find


def _proofpoint_2(address: str) -> str | None:
    coded = _parameter("u")(address)
    return None if coded is None else unquote(coded.replace("-", "%").replace("_", "/"))


def _proofpoint_3(address: str) -> str | None:
    # Stars stand for letters that are coded behind the address; without them it is whole.
    found = _PROOFPOINT_3.search(address)
    return found[1] if found is not None and "*" not in found[1] else None


_WRAPPERS: tuple[tuple[re.Pattern[str], str, Callable[[str], str | None]], ...] = tuple(
    (re.compile(host), path, find)
    for host, path, find in (
        (r"(?:.+\.)?safelinks\.protection\.outlook\.com", "", _parameter("url")),
        (
            r"statics\.teams\.(?:cdn\.office\.net|microsoft\.com)",
            "/evergreen-assets/safelinks/",
            _parameter("url"),
        ),
        (r"(?:www\.)?google\.[a-z.]{2,6}", "/url", _parameter("q", "url")),
        (r"lm?\.(?:facebook|instagram|messenger)\.com", "/", _parameter("u")),
        (r"(?:www\.)?linkedin\.com", "/redir/", _parameter("url")),
        (r"(?:www\.)?linkedin\.com", "/safety/go", _parameter("url")),
        (r"(?:www\.)?youtube\.com", "/redirect", _parameter("q")),
        (r"slack-redir\.net", "/link", _parameter("url")),
        (r"duckduckgo\.com", "/l/", _parameter("uddg")),
        (r"urldefense\.(?:proofpoint\.)?com", "/v1/", _parameter("u")),
        (r"urldefense\.(?:proofpoint\.)?com", "/v2/", _proofpoint_2),
        (r"urldefense\.(?:proofpoint\.)?(?:com|us)", "/v3/", _proofpoint_3),
    )
)


def _without_tracking(address: str) -> str:
    before, mark, rest = address.partition("?")
    if not mark or link_scheme(address) not in {"http", "https"}:
        return address
    query, hash_sign, fragment = rest.partition("#")
    kept = "&".join(part for part in query.split("&") if not _TRACKING.fullmatch(part))
    return before + ("?" + kept if kept else "") + hash_sign + fragment
