"""Passwords and keys of targets, in the keyring of this computer's system and nowhere else.

A password is kept for the server and the user, not for the name of a target: whoever points a target at
another server does not get the password of the one before.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import keyring
import keyring.errors
from slugify import slugify

from editor_app.desk.target_errors import KeyringMissing, PasswordMissing
from editor_app.domain.publish_target import PublishTarget

_SERVICE = "Pressklar"
_VARIABLE = "PRESSKLAR_PASSWORD_"


def password_of(target: PublishTarget) -> str:
    """Return the password from the environment or the keyring, empty where none is needed.

    Raises PasswordMissing and KeyringMissing.
    """
    if not target.needs_password:
        return ""
    if given := os.environ.get(variable_of(target)):
        return given
    with _typed_errors(target):
        kept = keyring.get_password(_SERVICE, _account(target))
    if not kept:
        raise PasswordMissing(target.name, variable_of(target))
    return kept


def keep_password(target: PublishTarget, password: str) -> None:
    """Keep it in the keyring; raises KeyringMissing."""
    with _typed_errors(target):
        keyring.set_password(_SERVICE, _account(target), password)


def forget_password(target: PublishTarget, others: Iterable[PublishTarget]) -> None:
    """Take it out of the keyring, if it is there and none of `others` has the same server and user."""
    if not target.needs_password or _account(target) in map(_account, others):
        return
    try:
        keyring.delete_password(_SERVICE, _account(target))
    except (keyring.errors.KeyringError, OSError):
        # What is not there needs no forgetting.
        return


def variable_of(target: PublishTarget) -> str:
    """Return the name of the environment variable that is asked before the keyring."""
    return _VARIABLE + slugify(target.name, separator="_").upper()


def _account(target: PublishTarget) -> str:
    return f"{target.kind} {target.user} {target.address.rstrip('/')}"


@contextmanager
def _typed_errors(target: PublishTarget) -> Iterator[None]:
    try:
        yield
    except (keyring.errors.KeyringError, OSError) as error:
        raise KeyringMissing(target.name, variable_of(target), str(error).partition("\n")[0]) from None
