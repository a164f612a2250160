"""What leads to articles: made from one shape, it is what the template makes of each."""

import pytest
from markupsafe import Markup

from editor_app.rendering.body import PlacedImage
from editor_app.rendering.place import Teaser
from editor_app.rendering.teasers import TEMPLATE, Teasers
from editor_app.rendering.templates import OWN_TEMPLATES, templates_in

USUAL = Teaser(
    title="Bron & <ån>",
    lead='Nu öppnar "bron".',
    href="../../nyheter/bron/",
    kind="Nyhet",
    date="4 maj 2026",
    day="2026-05-04",
    attributes=Markup(""),
    image=None,
    is_crisis=False,
)
ITEMS = {
    "usual": USUAL,
    "no lead": Teaser(**{**{name: getattr(USUAL, name) for name in USUAL.__struct_fields__}, "lead": ""}),
    "crisis": Teaser(
        "Läcka", "Koka vattnet.", "a/", "Viktigt", "1 maj", "2026-05-01", Markup(""), None, True
    ),
    "Arabic": Teaser(
        "جسر", "", "b/", "Nyhet", "1 maj", "2026-05-01", Markup(' lang="ar" dir="rtl"'), None, False
    ),
    "image": Teaser(
        "Å",
        "",
        "c/",
        "Nyhet",
        "1 maj",
        "2026-05-01",
        Markup(""),
        PlacedImage("bilder/a&b.webp", 330, 220),
        False,
    ),
    "image in widths": Teaser(
        "Ä",
        "",
        "d/",
        "Nyhet",
        "1 maj",
        "2026-05-01",
        Markup(""),
        PlacedImage("a.webp", 660, 440, "a.webp 330w, b.webp 660w", 660),
        False,
    ),
}


@pytest.mark.parametrize(("macro", "values"), [("onward", ()), ("line", (2,))])
def test_each_is_what_the_template_makes_of_it(macro, values):
    teasers = Teasers(OWN_TEMPLATES, macro, *values)

    # Twice: the second of a sort comes from the shape that the first has left.
    made = {name: (teasers.html(item), teasers.html(item)) for name, item in ITEMS.items()}

    for name, item in ITEMS.items():
        wanted = str(OWN_TEMPLATES.macro(TEMPLATE, macro, item, *values))
        assert made[name] == (wanted, wanted)


def test_a_template_of_ones_own_sees_each_text_itself(tmp_path):
    words = "{% macro onward(item) %}<li>{{ item.title | upper }}</li>{% endmacro %}"
    (tmp_path / TEMPLATE).write_text(words, encoding="utf-8")

    assert Teasers(templates_in(str(tmp_path)), "onward").html(USUAL) == "<li>BRON &amp; &lt;ÅN&gt;</li>"
