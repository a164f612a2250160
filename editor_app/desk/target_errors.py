"""What can stand in the way of publishing the exported website."""

from editor_app.domain.errors import EditorAppError


class PasswordMissing(EditorAppError):
    """No password is kept for the target `name`; the environment variable `variable` may hold one."""

    def __init__(self, name: str, variable: str) -> None:
        super().__init__(name)
        self.name = name
        self.variable = variable


class KeyringMissing(PasswordMissing):
    """The keyring of the system cannot be used; `reason` is what it says, in its own words."""

    def __init__(self, name: str, variable: str, reason: str) -> None:
        super().__init__(name, variable)
        self.reason = reason


class TargetMissing(EditorAppError):
    """The archive knows of no target `name`; `names` are those that it knows of."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.names = names


class TargetNameTaken(EditorAppError):
    """There is a target `name` already."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NeverExported(EditorAppError):
    """No export of this archive is known that could be published."""
