"""An export: every file of a plan, put to an output and committed, so that it is whole or not there."""

from pathlib import Path

from editor_app.site.export_result import ExportResult
from editor_app.site.links import check_links
from editor_app.site.output.output import Output
from editor_app.site.output.values import ChangeKind, State
from editor_app.site.plan import ArticlePage, SitePlan

_NOBODY = ArticlePage("", "")


def build(plan: SitePlan, target: Path, *, overwrite: bool = False) -> ExportResult:
    """Write the website to the folder `target`, whole or not at all.

    Files that an earlier export did not write stay as they are, and those that do not change
    keep their bytes and their time. `overwrite` replaces, and keeps, what others put or altered where
    a page belongs. Raises BrokenSite and what `Output` raises; then `target` is as it was.
    """
    with Output.open(target) as output:
        output.replace_all()
        for path, source in plan.files.items():
            data = source()
            check_links(path, data, plan.files)
            page = plan.articles.get(path, _NOBODY)
            output.put(path, data, owner=page.article, revision=page.revision)
        paths: dict[ChangeKind, list[str]] = {kind: [] for kind in ChangeKind}
        for change in output.changes():
            paths[change.kind].append(change.path)
        output.commit(State(plan.log_head, plan.moment), overwrite=overwrite)
        return ExportResult(
            target=output.place.target,
            pages=plan.pages,
            added=tuple(paths[ChangeKind.ADDED]),
            changed=tuple(paths[ChangeKind.CHANGED]),
            removed=tuple(paths[ChangeKind.REMOVED]),
            not_due=plan.not_due,
            withdrawn=plan.withdrawn,
            lost=plan.lost,
        )
