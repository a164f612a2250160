"""What is redrawn when a page changes."""

from tests.ui.preview.pages import page
from ui.preview.changes import BodyChange, MainChange, NewPage, change_between, script_for

ONE, TWO, THREE = "<p>One</p>", "<p>Two</p>", "<p>Three</p>"


def test_a_word_in_one_block_replaces_that_block():
    change = change_between(page(ONE, TWO, THREE), page(ONE, "<p>Two more</p>", THREE))

    assert change == BodyChange(1, 1, ("<p>Two more</p>",))


def test_a_new_block_is_put_in_and_nothing_else_moves():
    assert change_between(page(ONE, THREE), page(ONE, TWO, THREE)) == BodyChange(1, 0, (TWO,))


def test_a_repeated_block_can_be_taken_away():
    assert change_between(page(ONE, ONE, ONE), page(ONE, ONE)) == BodyChange(2, 1, ())


def test_another_title_redraws_the_article():
    after = page(ONE, title="Other")

    assert change_between(page(ONE), after) == MainChange(after.main)


def test_a_change_below_the_body_is_seen_though_the_last_block_stands_there_too():
    before, after = page(ONE, TWO, after="Contact" + TWO), page(ONE, TWO, after="Other" + TWO)

    assert change_between(before, after) == MainChange(after.main)


def test_a_first_block_redraws_the_article():
    assert isinstance(change_between(page(), page(ONE)), MainChange)


def test_another_header_or_address_is_a_new_page():
    assert change_between(page(ONE), page(ONE, header="Other")) == NewPage()
    assert change_between(page(ONE), page(ONE, path="b/index.html")) == NewPage()


def test_the_same_page_needs_nothing():
    assert change_between(page(ONE), page(ONE)) is None


def test_the_script_carries_text_that_looks_like_code_as_text():
    script = script_for(BodyChange(0, 1, ('<p>"); alert("</p>\u2028',)))

    assert script == 'pressklar.replaceBlocks(0, 1, ["<p>\\"); alert(\\"</p>\\u2028"])'
