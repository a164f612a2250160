"""Which pages of an article in several languages lead to each other."""

import random

import pytest

from editor_app.domain.language_versions import Version, alternates, versions_by_article, versions_together


def version(article_id: str, tag: str, original_id: str = "") -> Version:
    return Version(article_id, f"nyheter/{article_id}/index.html", article_id, tag, original_id)


def test_an_original_comes_first_and_the_others_in_the_order_of_their_tags():
    group = [version("c", "fi", "a"), version("b", "en", "a"), version("a", "sv")]

    assert [one.tag for one in versions_together(group)] == ["sv", "en", "fi"]


@pytest.mark.parametrize("group", [[], [version("a", "sv")], [version("a", "sv"), version("b", "SV", "a")]])
def test_a_page_in_one_language_has_no_versions(group):
    assert versions_together(group) == ()


def test_of_two_in_one_language_one_counts_and_always_the_same():
    group = [version("d", "en", "a"), version("b", "en", "a"), version("c", "fi", "a")]

    for seed in range(6):
        random.Random(seed).shuffle(group)
        assert [one.article_id for one in versions_together(group)] == ["b", "c"]


def test_whatever_leads_somewhere_is_led_back_to():
    versions = [
        version("a", "sv"),
        version("b", "en", "a"),
        version("b2", "en", "a"),
        # Of a version of a version, and of an original that is not public.
        version("c", "fi", "b"),
        version("d", "ar", "gone"),
        version("e", "so", "gone"),
    ]

    found = versions_by_article(versions)

    assert {key: [one.article_id for one in group] for key, group in found.items()} == {
        "a": ["a", "b"],
        "b": ["a", "b"],
        "d": ["d", "e"],
        "e": ["d", "e"],
    }


def test_who_reads_none_of_the_languages_gets_the_original():
    together = versions_together([version("a", "sv"), version("b", "en", "a")])

    assert [(tag, one.article_id) for tag, one in alternates(together)] == [
        ("sv", "a"),
        ("en", "b"),
        ("x-default", "a"),
    ]
    assert list(alternates(())) == []
