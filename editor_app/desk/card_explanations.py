"""The sentences for what can be wrong with contacts and categories, and with files of them."""

from collections.abc import Callable, Mapping
from typing import Any

from editor_app.desk.card_errors import (
    CardInUse,
    CardMissing,
    CardsChangedMeanwhile,
    ChangeDropped,
    NameTaken,
)
from editor_app.desk.storage_explanations import Sentences
from editor_app.domain.errors import EditorAppError
from editor_app.intake.cards.card_text import CardFileProblem, UnusableCardFile
from editor_app.translation import N_, _

CARD_FILE_PROBLEMS: Mapping[CardFileProblem, tuple[str, str]] = {
    CardFileProblem.TOO_LARGE: (
        N_("{path} is too large for a file of contacts."),
        N_("Export the contacts anew, without their pictures."),
    ),
    CardFileProblem.NOT_TEXT: (
        N_("{path} is no vCard and no CSV file."),
        N_("In Excel, save it as “CSV UTF-8”; from other programs, export vCard or CSV."),
    ),
    CardFileProblem.NO_CARDS: (
        N_("{path} holds no contacts or categories."),
        N_("Check that it is the right file, and that there are rows below its headings."),
    ),
    CardFileProblem.NO_NAME_COLUMN: (
        N_("Line {line} of {path} has no heading for names: {words}."),
        N_("Write “Namn” or “Name” above the column with the names, then choose the file again."),
    ),
    CardFileProblem.BROKEN: (
        N_("Line {line} of {path} cannot be read: a quotation mark there has no other half."),
        N_("Mend the line, or save the file anew from its program."),
    ),
}


def _unusable_card_file(error: UnusableCardFile) -> Sentences:
    what, next_step = CARD_FILE_PROBLEMS[error.problem]
    return _(what).format(path=error.path, line=error.line, words=error.words), _(next_step)


def _name_taken(error: NameTaken) -> Sentences:
    return (
        _("There is a category called “{name}” already.").format(name=error.name),
        _("Write another name, or merge the two."),
    )


def _card_missing(_error: CardMissing) -> Sentences:
    return (_("The card is no longer in the archive."), _("Look at the list again and choose one from it."))


def _card_in_use(_error: CardInUse) -> Sentences:
    return (
        _("What an article or one of its versions has cannot be deleted."),
        _("Take it out of use instead: then it is offered no more, and articles keep it."),
    )


def _cards_changed_meanwhile(_error: CardsChangedMeanwhile) -> Sentences:
    return (
        _("Somebody changed articles or cards while you were looking, so nothing was done."),
        _("Look at the change again, then decide."),
    )


def _change_dropped(_error: ChangeDropped) -> Sentences:
    return (_("Nothing was changed."), _("Save again to go on, or cancel."))


CARD_EXPLANATIONS: Mapping[type[EditorAppError], Callable[[Any], Sentences]] = {
    UnusableCardFile: _unusable_card_file,
    NameTaken: _name_taken,
    CardMissing: _card_missing,
    CardInUse: _card_in_use,
    CardsChangedMeanwhile: _cards_changed_meanwhile,
    ChangeDropped: _change_dropped,
}
