"""Links of an article whose ends are known only when its page is made."""

from editor_app.rendering.open_links import (
    close_found,
    close_links,
    find_open_links,
    open_article,
    open_section,
)


class Paths:
    address = staticmethod({"a-1": "&/a.html"}.get)
    section_address = staticmethod({"s": "amnen/"}.get)
    contact_address = staticmethod({}.get)


def closed(html: str) -> str:
    return close_links(html, Paths(), "../{}".format)


def test_links_lead_on_and_the_words_of_those_that_lead_nowhere_stay():
    html = (
        f'<p><a class="x" href="{open_section("s")}" lang="sv">Ämne</a> <a href="https://a.example">ut</a> '
        f'<a href="{open_article("a-1")}">en <em>bro</em></a>, <a href="{open_article("no")}">borta</a>.</p>'
    )

    assert closed(html) == (
        '<p><a class="x" href="../amnen/" lang="sv">Ämne</a> <a href="https://a.example">ut</a> '
        '<a href="../&amp;/a.html">en <em>bro</em></a>, borta.</p>'
    )


def test_what_stands_elsewhere_than_in_a_link_stays_as_it_is():
    html = f'<p data-section="{open_section("s")}">Ämne</p><a href="{open_section("s")}">Ämne</a>'

    assert closed(html) == f'<p data-section="{open_section("s")}">Ämne</p><a href="../amnen/">Ämne</a>'


def test_a_part_of_a_text_is_made_of_the_links_that_were_found_in_the_whole():
    before = f'<p>Å <a href="{open_section("s")}">Ämne</a></p>'.encode()
    part = (
        f'<p>“Ö” <a href="{open_article("a-1")}">bro</a>, <a href="{open_article("no")}">ö</a></p>'.encode()
    )
    html = before + part + f'<a href="{open_section("s")}">Å</a>'.encode()

    made = close_found(
        html, find_open_links(html), Paths(), "../{}".format, (len(before), len(before + part))
    )

    assert made.decode() == '<p>“Ö” <a href="../&amp;/a.html">bro</a>, ö</p>'
