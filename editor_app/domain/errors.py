"""The base of everything that can go wrong in the world, as distinct from a bug."""

from typing import Any


class EditorAppError(Exception):
    """Something in the world prevents the work; subclasses carry the data that a sentence needs."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Let another process raise it here: Exception would make it anew from its text alone."""
        return _remade, (type(self), self.args), self.__dict__


def _remade(kind: type[EditorAppError], words: tuple[Any, ...]) -> EditorAppError:
    error = kind.__new__(kind)
    error.args = words
    return error
