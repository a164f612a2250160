"""Preservation and disposal in the words of the interface: faults of packages, and what stands against it."""

from collections.abc import Callable, Mapping
from typing import Any

from editor_app.desk.errors import NotAPackage, NotDisposable, PackageBroken, StandsAgainst, WasPublished
from editor_app.desk.package_check import PackageFault, PackageFlaw, PackageReport
from editor_app.domain.errors import EditorAppError
from editor_app.translation import N_, _, ngettext

FAULT_WORDS: Mapping[PackageFault, str] = {
    PackageFault.MISSING: N_("{path} is missing."),
    PackageFault.UNKNOWN: N_("{path} was not there when the package was made."),
    PackageFault.ALTERED: N_("{path} was altered."),
    PackageFault.UNREADABLE: N_("{path} cannot be read."),
    PackageFault.NOT_ITS_HASH: N_("{path} is not the version that was kept."),
    PackageFault.APPROVES_OTHER_WORDS: N_("{path} names an approval of other words."),
    PackageFault.ENTRY_ALTERED: N_("{path}: an entry of the log was altered."),
    PackageFault.ENTRIES_UNLINKED: N_("{path}: two entries of the log do not follow each other."),
    PackageFault.BEYOND_HEAD: N_("{path}: an entry of the log is beyond its head."),
}

AGAINST_WORDS: Mapping[StandsAgainst, tuple[str, str]] = {
    StandsAgainst.NEVER_PUBLISHED: (
        N_("The article was never published."),
        N_("What was never published can be deleted."),
    ),
    StandsAgainst.ON_SITE: (
        N_("The article is still on the website."),
        N_("Withdraw it first; its time begins then."),
    ),
    StandsAgainst.KEPT_FOR_EVER: (
        N_("Articles of this kind are kept for ever."),
        N_("Your municipality's plan for its documents decides that: change the rule in the settings."),
    ),
    StandsAgainst.TOO_EARLY: (
        N_("The time for which the article is kept has not passed."),
        N_("The list of what is due shows when there is something to dispose of."),
    ),
    StandsAgainst.NOT_PRESERVED: (
        N_("The article was not preserved, or something happened to it since."),
        N_("Preserve it first, or change the rule in the settings."),
    ),
}


def package_verdict(report: PackageReport) -> str:
    """Return in a sentence whether anything is wrong with a package."""
    if report.is_whole:
        return ngettext(
            "{name} is whole: {count} file is what was written.",
            "{name} is whole: {count} files are what was written.",
            report.files,
        ).format(name=report.path.name, count=report.files)
    return ngettext(
        "{name} is not what was written: {count} thing is wrong.",
        "{name} is not what was written: {count} things are wrong.",
        len(report.flaws),
    ).format(name=report.path.name, count=len(report.flaws))


def flaw_words(flaw: PackageFlaw) -> str:
    """Return in a sentence what is wrong with a file of a package."""
    return _(FAULT_WORDS[flaw.what]).format(path=flaw.path)


def _was_published(_error: WasPublished) -> tuple[str, str]:
    return (
        _("What was published cannot be deleted: it is an official document."),
        _("Withdraw it to take it off the website. Preserve it, and dispose of it when its time comes."),
    )


def _not_disposable(error: NotDisposable) -> tuple[str, str]:
    what, next_step = AGAINST_WORDS[error.against]
    return _(what), _(next_step)


def _package_broken(error: PackageBroken) -> tuple[str, str]:
    return (
        _("The package {path} was not what was written, and is not kept.").format(path=error.path),
        _("The disk may be failing: choose another folder."),
    )


def _not_a_package(error: NotAPackage) -> tuple[str, str]:
    return (
        _("{path} is not a package for preservation.").format(path=error.path),
        _("Choose a ZIP file that Pressklar has written."),
    )


PRESERVATION_EXPLANATIONS: Mapping[type[EditorAppError], Callable[[Any], tuple[str, str]]] = {
    WasPublished: _was_published,
    NotDisposable: _not_disposable,
    PackageBroken: _package_broken,
    NotAPackage: _not_a_package,
}
