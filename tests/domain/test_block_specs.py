"""The table of blocks covers every kind."""

from typing import get_args

from editor_app.domain.block_specs import BLOCK_SPECS, MARK_ORDER
from editor_app.domain.document import Block, Mark


def test_every_kind_of_block_has_its_spec():
    assert set(BLOCK_SPECS) == set(get_args(Block))


def test_every_mark_has_its_place_in_the_order():
    assert sorted(MARK_ORDER, key=str) == sorted(get_args(Mark), key=str)
