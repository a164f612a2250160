"""The dictionaries, loaded once."""

import pytest

from editor_app.checks.spelling.dictionaries import open_dictionary
from editor_app.checks.spelling.speller import Speller


@pytest.fixture(scope="session")
def swedish_dictionary():
    return open_dictionary("sv")


@pytest.fixture
def swedish(swedish_dictionary):
    return Speller("sv", swedish_dictionary)


@pytest.fixture(scope="session")
def english():
    return Speller("en", open_dictionary("en"))
