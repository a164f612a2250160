"""Links of an article whose ends are known only when its page is made."""

from editor_app.rendering.open_links import close_links, open_article, open_section


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
