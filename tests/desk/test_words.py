"""Words that an archive adds to the dictionaries."""


def test_a_word_is_added_once_and_listed_by_language(desk):
    desk.add_word("sv", "vallmorabo", by="Ada")
    desk.add_word("sv", "vallmorabo", by="Ada")

    assert desk.add_word("en", "cycleway", by="Ada") == {"sv": ("vallmorabo",), "en": ("cycleway",)}
    assert desk.words() == {"sv": ("vallmorabo",), "en": ("cycleway",)}


def test_words_that_differ_by_a_capital_are_two(desk):
    desk.add_word("sv", "Vallmora", by="Ada")

    assert desk.add_word("sv", "vallmora", by="Ada")["sv"] == ("Vallmora", "vallmora")


def test_a_word_that_was_added_can_be_taken_away(desk):
    desk.add_word("sv", "vallmorabo", by="Ada")

    assert desk.remove_word("sv", "vallmorabo", by="Ada") == {}
