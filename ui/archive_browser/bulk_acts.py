"""What can be done to many articles at once: a table of acts, each on one article at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from editor_app.desk.values import ArticleSummary
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.domain.workflow import Action, LiveSide, Standing, is_possible
from editor_app.translation import N_, ngettext

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk


@dataclass(frozen=True)
class Asked:
    """What the person says of all of the articles; an act looks at what concerns it."""

    by: str
    reason: WithdrawalReason = WithdrawalReason.OTHER
    words: str = ""
    category_id: str | None = None
    folder: Path = Path()


Do = Callable[["Desk", ArticleSummary, Asked], Any]


@dataclass(frozen=True)
class BulkAct:
    """`will` and `did` say in a sentence what happens and what happened to a number of articles.

    `action` is what the table of the workflow must have a way for; without one it is always possible,
    unless it is `for_unpublished` only. `folder` names the folder to ask for, where it takes one.
    """

    name: str
    words: str
    icon: str
    will: Callable[[int], str]
    did: Callable[[int], str]
    do: Do
    action: Action | None = None
    for_unpublished: bool = False
    folder: str = ""

    def is_possible_for(self, article: ArticleSummary) -> bool:
        """Tell whether the article stands where this can be done to it."""
        if self.for_unpublished and article.live is not LiveSide.NOT_PUBLISHED:
            return False
        return self.action is None or is_possible(Standing(article.state, article.live), self.action)


def _change_category(desk: "Desk", article: ArticleSummary, asked: Asked) -> None:
    copy = desk.open(article.id)
    changed = replace(copy.article, category_id=asked.category_id)
    desk.save(changed, version=copy.version, by=asked.by)


def _export_word(desk: "Desk", article: ArticleSummary, asked: Asked) -> None:
    from ui.word_export import file_name

    # Two articles may have the same title.
    name = f"{file_name(article.title)} {article.id[:8]}.docx"
    desk.export_word(article.id, asked.folder / name)


_ACTS = (
    BulkAct(
        "bulk_submit",
        N_("Submit for approval"),
        "send",
        lambda n: ngettext(
            "{n} article is submitted for approval.", "{n} articles are submitted for approval.", n
        ),
        lambda n: ngettext("{n} article was submitted.", "{n} articles were submitted.", n),
        lambda desk, article, asked: desk.submit(article.id, by=asked.by),
        Action.SUBMIT,
    ),
    BulkAct(
        "bulk_publish",
        N_("Publish"),
        "world-upload",
        lambda n: ngettext(
            "{n} approved article goes out with the next export.",
            "{n} approved articles go out with the next export.",
            n,
        ),
        lambda n: ngettext("{n} article was published.", "{n} articles were published.", n),
        lambda desk, article, asked: desk.publish(article.id, by=asked.by),
        Action.PUBLISH,
    ),
    BulkAct(
        "bulk_withdraw",
        N_("Withdraw"),
        "square-x",
        lambda n: ngettext(
            "{n} page says from the next export on that it was withdrawn.",
            "{n} pages say from the next export on that they were withdrawn.",
            n,
        ),
        lambda n: ngettext("{n} article was withdrawn.", "{n} articles were withdrawn.", n),
        lambda desk, article, asked: desk.withdraw(article.id, asked.reason, by=asked.by, words=asked.words),
        Action.WITHDRAW,
    ),
    BulkAct(
        "bulk_category",
        N_("Change category"),
        "folder",
        lambda n: ngettext(
            "{n} article gets another category, and becomes a draft. What is published stays as it is.",
            "{n} articles get another category, and become drafts. What is published stays as it is.",
            n,
        ),
        lambda n: ngettext("{n} article has the category.", "{n} articles have the category.", n),
        _change_category,
        Action.EDIT,
    ),
    BulkAct(
        "bulk_word",
        N_("Export to Word"),
        "file-export",
        lambda n: ngettext(
            "{n} article is written as a Word document.", "{n} articles are written as Word documents.", n
        ),
        lambda n: ngettext("{n} document was written.", "{n} documents were written.", n),
        _export_word,
        folder=N_("Folder for the documents"),
    ),
    BulkAct(
        "bulk_preserve",
        N_("Preserve"),
        "package",
        lambda n: ngettext(
            "{n} article is written as a package for the archive of the municipality.",
            "{n} articles are written as packages for the archive of the municipality.",
            n,
        ),
        lambda n: ngettext("{n} package was written.", "{n} packages were written.", n),
        lambda desk, article, asked: desk.preserve(article.id, asked.folder, by=asked.by),
        folder=N_("Folder for the packages"),
    ),
    BulkAct(
        "bulk_delete",
        N_("Delete"),
        "trash",
        lambda n: ngettext(
            "{n} article that was never published is deleted for good.",
            "{n} articles that were never published are deleted for good.",
            n,
        ),
        lambda n: ngettext("{n} article was deleted.", "{n} articles were deleted.", n),
        lambda desk, article, asked: desk.delete(article.id, by=asked.by),
        for_unpublished=True,
    ),
)
BULK_ACTS: Mapping[str, BulkAct] = {act.name: act for act in _ACTS}
