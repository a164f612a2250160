"""Modules that are loaded by the first act that needs them: opening an archive does not wait for them."""

from importlib import import_module
from typing import Any


class Later:
    """Stands for the module `name` until something of it is asked for.

    Type checkers are shown the module itself, beside this under TYPE_CHECKING.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        return getattr(import_module(self._name), attribute)
