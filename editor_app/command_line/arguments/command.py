"""What a command is before anything is known of the archive."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import NamedTuple


class Command(NamedTuple):
    """What is typed, what it is for (a message to be translated), and what adds the words that may follow."""

    name: str
    purpose: str
    add_arguments: Callable[[ArgumentParser], None]
