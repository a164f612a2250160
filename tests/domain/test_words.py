"""Every value that people see has its words."""

from editor_app.domain.audit import Act
from editor_app.domain.words import ACT_WORDS


def test_every_act_has_words():
    assert ACT_WORDS.keys() == set(Act)
