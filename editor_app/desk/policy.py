"""The rules of the newsroom, kept in the archive for all who use it."""

from datetime import datetime

import msgspec

from editor_app.archive.archive import Holdings
from editor_app.archive.settings import POLICY
from editor_app.desk.errors import require_name
from editor_app.domain.audit import Act
from editor_app.domain.policy import Policy


def newsroom_policy(holdings: Holdings) -> Policy:
    """Return the rules that hold; those that nobody has set are the program's own. Raises BrokenSetting."""
    return holdings.settings.read(POLICY, Policy) or Policy()


def save_policy(holdings: Holdings, policy: Policy, *, by: str, now: datetime) -> Policy:
    """Store the rules, and who changed which of them; raises NameMissing."""
    before = newsroom_policy(holdings)
    if policy == before:
        return policy
    changed = {
        name: f"{_words(old)} → {_words(new)}"
        for name, old, new in (
            (field, getattr(before, field), getattr(policy, field)) for field in Policy.__struct_fields__
        )
        if old != new
    }
    name = require_name(by)
    holdings.settings.put(POLICY, msgspec.json.encode(policy).decode())
    holdings.log.append(Act.POLICY_CHANGED, by=name, at=now, details=changed)
    return policy


def _words(value: object) -> str:
    return msgspec.json.encode(value, order="sorted").decode().strip('"')
