"""Answers that come after whoever asked has gone."""

from collections.abc import Callable
from typing import ParamSpec

from PySide6.QtCore import QObject
from shiboken6 import isValid

P = ParamSpec("P")


def while_alive(
    owner: QObject, act: Callable[P, object], otherwise: Callable[P, object] | None = None
) -> Callable[P, None]:
    """Return `act`, but doing `otherwise` once Qt has deleted `owner`, as it does with a closed dialog."""

    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        if isValid(owner):
            act(*args, **kwargs)
        elif otherwise is not None:
            otherwise(*args, **kwargs)

    return guarded
