"""Publishing the exported website to the targets that the archive knows of."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from editor_app.desk.acts.base import Acts
from editor_app.desk.later import Later
from editor_app.domain.publish_target import PublishTarget

if TYPE_CHECKING:
    from editor_app.desk import passwords, publish_job, publish_targets
    from editor_app.desk.publish_job import PublishJob
    from editor_app.site.targets.values import Published
else:
    passwords = Later("editor_app.desk.passwords")
    publish_job = Later("editor_app.desk.publish_job")
    publish_targets = Later("editor_app.desk.publish_targets")


class PublishingActs(Acts):
    """Targets, and what is published to them."""

    def publish_targets(self) -> tuple[PublishTarget, ...]:
        """Return all targets, by name."""
        with self._archive.reading() as holdings:
            return publish_targets.publish_targets(holdings)

    def publish_target(self, name: str) -> PublishTarget:
        """Return the target with this name, in upper or lower case; raises TargetMissing."""
        with self._archive.reading() as holdings:
            return publish_targets.target_named(holdings, name)

    def save_publish_target(
        self, target: PublishTarget, *, by: str, password: str = "", replaces: str = ""
    ) -> PublishTarget:
        """Store it and return it tidied; `replaces` names the one that it takes the place of.

        A `password`, or a private key for SFTP, goes to the keyring of the system. Raises BrokenTarget,
        TargetNameTaken, TargetMissing, NameMissing, and KeyringMissing, with which nothing is stored.
        """
        with self._archive.writing() as holdings:
            before = publish_targets.target_named(holdings, replaces) if replaces else None
            saved = publish_targets.save_publish_target(
                holdings, target, replaces=replaces, by=by, now=self._clock()
            )
            if password:
                passwords.keep_password(saved, password)
            targets = publish_targets.publish_targets(holdings)
        if before is not None:
            passwords.forget_password(before, targets)
        return saved

    def accept_host_key(self, name: str, key: str, *, by: str) -> PublishTarget:
        """Trust the server of the target `name` by this key from now on; raises TargetMissing."""
        with self._archive.writing() as holdings:
            target = replace(publish_targets.target_named(holdings, name), host_key=key)
            return publish_targets.save_publish_target(
                holdings, target, replaces=target.name, by=by, now=self._clock()
            )

    def remove_publish_target(self, name: str, *, by: str) -> None:
        """Forget the target and its password; what is published there stays. Raises TargetMissing."""
        with self._archive.writing() as holdings:
            target = publish_targets.remove_publish_target(holdings, name, by=by, now=self._clock())
            others = publish_targets.publish_targets(holdings)
        passwords.forget_password(target, others)

    def publish_job(self, name: str, folder: Path | None = None, *, password: str = "") -> "PublishJob":
        """Return what publishes the export in `folder`, or the newest one, to the target `name`.

        It is run without the archive, and what it did is noted with `note_published`. Raises
        TargetMissing, NeverExported, PasswordMissing and KeyringMissing.
        """
        with self._archive.reading() as holdings:
            target = publish_targets.target_named(holdings, name)
            exported = folder or publish_targets.last_export(holdings)
        return publish_job.PublishJob(target, exported, password or passwords.password_of(target))

    def trial_job(self, target: PublishTarget, *, password: str = "") -> "PublishJob":
        """Return what tries the connection to `target`, which need not be stored.

        Raises BrokenTarget, PasswordMissing and KeyringMissing.
        """
        tidy = publish_targets.sound_target(target)
        return publish_job.PublishJob(tidy, Path(), password or passwords.password_of(tidy))

    def note_published(self, name: str, published: "Published", *, by: str) -> None:
        """Note in the log what was published to the target `name`; raises NameMissing."""
        with self._archive.writing() as holdings:
            publish_targets.note_published(holdings, name, published, by=by, now=self._clock())
