"""What is kept, for how long, and what goes: deleted, preserved, disposed of."""

from pathlib import Path
from typing import TYPE_CHECKING

from editor_app.desk.acts.base import Acts
from editor_app.desk.later import Later
from editor_app.desk.values import Deletion, DueArticle, Preserved
from editor_app.domain.log_report import KeptHead

if TYPE_CHECKING:
    from editor_app.desk import deleting, package_check, preserving, retention
    from editor_app.desk.package_check import PackageReport
else:
    deleting = Later("editor_app.desk.deleting")
    package_check = Later("editor_app.desk.package_check")
    preserving = Later("editor_app.desk.preserving")
    retention = Later("editor_app.desk.retention")


class PreservationActs(Acts):
    """What is done with articles at the end of their time."""

    def deletion(self, article_id: str) -> Deletion:
        """Return what goes if the article is deleted; raises ArticleMissing and WasPublished."""
        with self._archive.reading() as holdings:
            return deleting.deletion(holdings, article_id)

    def delete(
        self,
        article_id: str,
        *,
        by: str,
        reason: str = "",
        with_images: bool = False,
        version: int | None = None,
    ) -> None:
        """Remove a text that was never published, of `version` where one is named.

        With `with_images`, the images that nothing else shows go too. Raises WasPublished, NameMissing,
        ArticleMissing, EditConflict.
        """
        with self._archive.writing() as holdings:
            deleting.delete(
                holdings,
                article_id,
                by=by,
                now=self._clock(),
                reason=reason,
                with_images=with_images,
                version=version,
            )

    def due_for_disposal(self) -> tuple[DueArticle, ...]:
        """Return what need no longer be kept by the rules, what was due first before the others."""
        with self._archive.reading() as holdings:
            return retention.due(holdings, self._clock())

    def dispose(self, article_id: str, *, by: str) -> None:
        """Remove what was published, by the rule for its kind; the log still tells who approved what.

        Raises NotDisposable, NameMissing and ArticleMissing.
        """
        with self._archive.writing() as holdings:
            retention.dispose(holdings, article_id, by=by, now=self._clock())

    def preserve(self, article_id: str, folder: Path, *, by: str) -> Preserved:
        """Write a package of the article and all that belongs to it into `folder`, whole or not at all.

        Raises FileNotWritten, PackageBroken, HashMismatch, ImageMissing, ImageAltered, NameMissing and
        ArticleMissing.
        """
        return preserving.preserve(self._archive, article_id, folder, by=by, now=self._clock())

    def check_package(self, path: Path) -> "PackageReport":
        """Check a package by itself, file by file; raises NotAPackage."""
        return package_check.check_package(path)

    def head_in_package(self, path: Path) -> KeptHead:
        """Return what a package knows of the log; raises NotAPackage."""
        return package_check.head_in_package(path)
