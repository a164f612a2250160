"""The open article is saved as a Word document under a name that every system allows."""

import pytest

from ui.word_export import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Nya träd längs Ågatan", "Nya träd längs Ågatan"),
        ("Vad gäller? Frågor/svar: 2026", "Vad gäller Frågor svar 2026"),
        ("...", "Article"),
        ("", "Article"),
        ("å" * 200, "å" * 80),
    ],
)
def test_the_name_comes_from_the_title(title, name):
    assert file_name(title) == name
