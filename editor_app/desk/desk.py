"""The desk as a whole; the only way to the archive and the site."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor_app.archive.archive import Archive, TraceOfOthers
from editor_app.archive.salvage.damage import Damage
from editor_app.desk.acts.approval import ApprovalActs
from editor_app.desk.acts.articles import ArticleActs
from editor_app.desk.acts.card_file import CardFileActs
from editor_app.desk.acts.cards import CardActs
from editor_app.desk.acts.checks import CheckActs
from editor_app.desk.acts.comments import CommentActs
from editor_app.desk.acts.documents import DocumentActs
from editor_app.desk.acts.due import DueActs
from editor_app.desk.acts.finding import FindingActs
from editor_app.desk.acts.handover import HandoverActs
from editor_app.desk.acts.images import ImageActs
from editor_app.desk.acts.log import LogActs
from editor_app.desk.acts.preservation import PreservationActs
from editor_app.desk.acts.publishing import PublishingActs
from editor_app.desk.acts.quotes import QuoteActs
from editor_app.desk.acts.reviews import ReviewActs
from editor_app.desk.acts.site_settings import SiteSettingActs
from editor_app.desk.acts.versions import VersionActs
from editor_app.desk.clock import utc_now
from editor_app.desk.later import Later
from editor_app.desk.values import ExportOutlook, ExportPlan, ExportResult
from editor_app.domain.article import Article
from editor_app.site.output.values import Switched
from editor_app.site.progress import Tell, nothing_told

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    from editor_app.desk import exporting, publications
    from editor_app.desk.preview import PreviewContext
    from editor_app.desk.steps import Steps
    from editor_app.site.output.values import Generation, Recovered
    from editor_app.site.output.verification import FolderCheck
else:
    exporting = Later("editor_app.desk.exporting")
    publications = Later("editor_app.desk.publications")


class Desk(
    ArticleActs,
    FindingActs,
    DocumentActs,
    ApprovalActs,
    CommentActs,
    QuoteActs,
    ReviewActs,
    VersionActs,
    ImageActs,
    CardActs,
    CardFileActs,
    CheckActs,
    DueActs,
    LogActs,
    PreservationActs,
    SiteSettingActs,
    HandoverActs,
    PublishingActs,
):
    """The desk on one archive, for one thread at a time: every act that an editor has.

    Every act may also raise what ArchiveError stands for: a full disk, a locked file and the like.
    """

    def __init__(
        self,
        archive: Archive,
        clock: Callable[[], datetime] = utc_now,
        recovered: "tuple[Recovered, ...]" = (),
    ) -> None:
        super().__init__(archive, clock)
        self._recovered = recovered

    def trace_of_others(self) -> TraceOfOthers:
        """Return what becomes another value once somebody else has changed the archive; raises ArchiveGone.

        That is cheap enough to be asked for every few seconds.
        """
        return self._archive.trace_of_others()

    def damage(self) -> Damage | None:
        """Return what could not be read, None of an archive that is whole."""
        return self._archive.damage

    def close(self) -> None:
        """Give the archive back."""
        self._archive.close()

    def preview_context(self, article: Article) -> "PreviewContext":
        """Return what the preview of `article` needs from the archive."""
        with self._archive.reading() as holdings:
            return publications.preview_context(holdings, article, self._clock())

    def export_outlook(self) -> ExportOutlook:
        """Return what an export would be about now; only texts that wait for their time are looked into."""
        with self._archive.reading() as holdings:
            return exporting.outlook(holdings, self._clock())

    def export(
        self,
        target: Path,
        *,
        by: str,
        templates: str = "",
        overwrite: bool = False,
        releases: bool | None = None,
        as_planned: ExportPlan | None = None,
        other_process: "ProcessPoolExecutor | None" = None,
        tell: Tell = nothing_told,
    ) -> ExportResult:
        """Write the site of what is approved and due to the folder `target`, whole or not at all.

        `by` is kept in the audit log; `templates` is a folder of templates for this once. `overwrite` lets
        what others altered or put there be replaced; it is kept beside. `releases` writes whole releases
        behind one link that is switched, or a plain folder again; None leaves it as it is. `other_process`
        is one that stands by, see `standing_by`. `tell` hears of each step, and what it raises stops the
        export. Raises NameMissing, HashMismatch where an approved text was altered, PlanOutdated where it
        would not do what `as_planned` says, and what `editor_app.site` raises: TargetNotWritable, TargetFull,
        TargetBusy, ForeignFolder, WouldDestroy, SameOnDisk, NoReleases, SameAddress, ImageMissing,
        BrokenSite, TemplateFolderMissing and BrokenTemplate.
        """
        return exporting.export(
            self._archive,
            target,
            by=by,
            now=self._clock(),
            templates=templates,
            overwrite=overwrite,
            releases=releases,
            as_planned=as_planned,
            other_process=other_process,
            tell=tell,
        )

    def plan_export(self, target: Path, *, templates: str = "", tell: Tell = nothing_told) -> ExportPlan:
        """Return what an export to `target` would do and why, without doing it.

        Raises what `export` raises but for NameMissing and WouldDestroy.
        """
        return exporting.plan_export(self._archive, target, now=self._clock(), templates=templates, tell=tell)

    def last_kept(self, target: Path) -> "Generation | None":
        """Return what going back at `target` would undo, None where nothing is kept there."""
        return exporting.last_kept(target)

    def verify_site(self, target: Path) -> "Steps[FolderCheck]":
        """Look for what somebody changed in the site at `target`; raises NewerSite and TargetNotWritable."""
        return exporting.verify_site(target)

    def recovered_sites(self) -> "tuple[Recovered, ...]":
        """Return the exports that were cut off and were set right as the archive was opened."""
        return self._recovered

    def roll_back(self, target: Path, *, by: str, overwrite: bool = False) -> Switched:
        """Make the site at `target` what it was before the last export that changed it.

        Raises NameMissing, NothingKept, KeptDamaged and WouldDestroy.
        """
        return exporting.roll_back(self._archive, target, by=by, now=self._clock(), overwrite=overwrite)
