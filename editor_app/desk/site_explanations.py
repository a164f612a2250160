"""The sentences for settings and templates of the website, and for what goes to another one."""

from collections.abc import Callable, Mapping
from typing import Any

from editor_app.desk.errors import FolderTaken, NothingApproved
from editor_app.desk.site_problem_words import problem_sentence
from editor_app.desk.storage_explanations import Sentences
from editor_app.domain.errors import EditorAppError
from editor_app.domain.site_problems import BrokenSiteSettings, SiteSettingsConflict, SiteSettingsRefused
from editor_app.rendering.templates import BrokenTemplate, TemplateFolderMissing
from editor_app.site.errors import ExportStopped, PlanOutdated
from editor_app.translation import _


def _refused(error: SiteSettingsRefused) -> Sentences:
    what = " ".join(f"{problem_sentence(one)} ({one.setting})" for one in error.problems)
    return what, _("Nothing was changed. Correct that, then try again.")


def _conflict(_error: SiteSettingsConflict) -> Sentences:
    return (
        _("Somebody else changed the same settings of the website while this was open."),
        _("Copy what you wrote, then open the settings again: nothing of theirs has been overwritten."),
    )


def _broken_settings(error: BrokenSiteSettings) -> Sentences:
    return (
        _("These are no settings of a website: {reason}.").format(reason=error.reason.rstrip(".")),
        _("See how they look with: site-settings"),
    )


def _broken_template(error: BrokenTemplate) -> Sentences:
    return (
        _("The template {path} has a mistake in line {line}: {reason}.").format(
            path=error.path, line=error.line, reason=error.reason.rstrip(".")
        ),
        _("Mend it, or take it out of the folder: the program's own then takes its place."),
    )


def _no_templates(error: TemplateFolderMissing) -> Sentences:
    return (
        _("There is no folder of templates at {path}.").format(path=error.path),
        _("Choose another folder, or none, in the settings of the website."),
    )


def _nothing_approved(error: NothingApproved) -> Sentences:
    if error.is_gone:
        return (
            _("The article has left the website, so it is not handed over."),
            _("Have it approved again first."),
        )
    return (
        _("Nothing of the article is approved yet, so it is not handed over."),
        _("Submit it and have it approved first."),
    )


def _export_stopped(_error: ExportStopped) -> Sentences:
    return _("The export was stopped."), _("The website is as it was. Export again when you want to.")


def _plan_outdated(error: PlanOutdated) -> Sentences:
    return (
        _("Something has changed since it was shown what the export to {folder} does.").format(
            folder=error.path
        ),
        _("Nothing was changed there. Look at what it would do now, and export again."),
    )


def _folder_taken(error: FolderTaken) -> Sentences:
    return (
        _("There is something at {path} already.").format(path=error.path),
        _("Nothing was changed. Choose a new or an empty folder."),
    )


SITE_EXPLANATIONS: Mapping[type[EditorAppError], Callable[[Any], Sentences]] = {
    SiteSettingsRefused: _refused,
    SiteSettingsConflict: _conflict,
    BrokenSiteSettings: _broken_settings,
    BrokenTemplate: _broken_template,
    TemplateFolderMissing: _no_templates,
    NothingApproved: _nothing_approved,
    FolderTaken: _folder_taken,
    ExportStopped: _export_stopped,
    PlanOutdated: _plan_outdated,
}
