"""What can stand in the way of a change of contacts and categories."""

from editor_app.domain.errors import EditorAppError


class NameTaken(EditorAppError):
    """There is another category called `name` already."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class CardMissing(EditorAppError):
    """The archive has no such contact or category any more."""


class CardInUse(EditorAppError):
    """The contact or category stands in an article, or in a version of one."""


class ChangeDropped(EditorAppError):
    """Somebody looked at what a change of cards would do, and did not want it."""


class CardsChangedMeanwhile(EditorAppError):
    """What was shown of a change is no longer what it would do."""
