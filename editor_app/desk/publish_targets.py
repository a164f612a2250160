"""The targets that a website is published to, kept in the archive for all who use it."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

from editor_app.archive.archive import Holdings
from editor_app.archive.settings import PUBLISH_TARGETS
from editor_app.desk.errors import require_name
from editor_app.desk.target_errors import NeverExported, TargetMissing, TargetNameTaken
from editor_app.domain.audit import Act
from editor_app.domain.normalize import normalize_text
from editor_app.domain.publish_target import BrokenTarget, PublishTarget, TargetKind, fingerprint, problems
from editor_app.site.targets.values import Published

Targets = tuple[PublishTarget, ...]


def publish_targets(holdings: Holdings) -> Targets:
    """Return all targets, by name; raises BrokenSetting."""
    return holdings.settings.read(PUBLISH_TARGETS, Targets) or ()


def target_named(holdings: Holdings, name: str) -> PublishTarget:
    """Return the target with this name, in upper or lower case; raises TargetMissing."""
    targets = publish_targets(holdings)
    for target in targets:
        if target.name.casefold() == name.strip().casefold():
            return target
    raise TargetMissing(name, tuple(target.name for target in targets))


def sound_target(target: PublishTarget) -> PublishTarget:
    """Return `target`, tidied; raises BrokenTarget."""
    tidy = _tidy_target(target)
    if wrong := tuple(problems(tidy)):
        raise BrokenTarget(tidy.name, wrong)
    return tidy


def save_publish_target(
    holdings: Holdings, target: PublishTarget, *, replaces: str, by: str, now: datetime
) -> PublishTarget:
    """Store `target`, tidied, in the place of the one that is called `replaces`, empty for a new one.

    A server that is another than before has its key accepted anew. Raises BrokenTarget, TargetNameTaken,
    TargetMissing and NameMissing.
    """
    who, tidy = require_name(by), sound_target(target)
    before = target_named(holdings, replaces) if replaces else None
    others = [one for one in publish_targets(holdings) if one != before]
    if any(one.name.casefold() == tidy.name.casefold() for one in others):
        raise TargetNameTaken(tidy.name)
    if before is not None and before.address != tidy.address and before.host_key == tidy.host_key:
        tidy = replace(tidy, host_key="")
    if tidy != before:
        _put(holdings, (*others, tidy))
        holdings.log.append(Act.TARGET_SAVED, by=who, at=now, details=_details(tidy))
    return tidy


def remove_publish_target(holdings: Holdings, name: str, *, by: str, now: datetime) -> PublishTarget:
    """Forget the target and return what it was; what is published there stays. Raises TargetMissing."""
    who, target = require_name(by), target_named(holdings, name)
    _put(holdings, tuple(one for one in publish_targets(holdings) if one != target))
    holdings.log.append(Act.TARGET_REMOVED, by=who, at=now, details=_details(target))
    return target


def last_export(holdings: Holdings) -> Path:
    """Return the folder of the newest export; raises NeverExported."""
    exported = holdings.log.latest(Act.EXPORTED)
    if exported is None or not exported.details.get("folder"):
        raise NeverExported
    return Path(exported.details["folder"])


def note_published(holdings: Holdings, name: str, published: Published, *, by: str, now: datetime) -> None:
    """Note in the log what publishing to the target `name` did, unless that was nothing but its moment."""
    counts = {
        kind: str(len(paths))
        for kind, paths in (
            ("added", published.added),
            ("changed", published.changed),
            ("removed", published.removed),
            ("overwritten", published.overwritten),
        )
        if paths
    }
    if counts or published.already:
        details = {"target": name, "address": published.where, **counts}
        holdings.log.append(Act.SITE_PUBLISHED, by=require_name(by), at=now, details=details)


def _put(holdings: Holdings, targets: Targets) -> None:
    ordered = sorted(targets, key=lambda one: one.name.casefold())
    holdings.settings.put(PUBLISH_TARGETS, msgspec.json.encode(ordered).decode())


def _details(target: PublishTarget) -> Mapping[str, str]:
    details = {"target": target.name, "kind": target.kind, "address": target.where, "user": target.user}
    if target.host_key:
        details["host_key"] = fingerprint(target.host_key)
    return {name: value for name, value in details.items() if value}


def _tidy_target(target: PublishTarget) -> PublishTarget:
    address = target.address.strip()
    if target.kind is TargetKind.ZIP and address:
        address = str(Path(address).expanduser().absolute())
    folder = target.folder.strip()
    return replace(
        target,
        name=" ".join(normalize_text(target.name).split()),
        address=address,
        # Only an SSH server tells a path from its root from one in the user's own folder.
        folder=folder if target.kind is TargetKind.SFTP else folder.strip("/"),
        user=target.user.strip(),
        region=target.region.strip(),
        host_key=target.host_key.strip() if target.kind is TargetKind.SFTP else "",
    )
