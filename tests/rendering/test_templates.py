"""Templates in a folder take the place of the program's own, and their mistakes are told."""

import os
from pathlib import Path

import jinja2
import pytest

from editor_app.rendering import templates
from editor_app.rendering.place import Place
from editor_app.rendering.templates import OWN_TEMPLATES, BrokenTemplate, TemplateFolderMissing, Templates

FRONT = {"_": str, "publisher": "Granvik", "urgent": (), "pinned": (), "newest": ()}


@pytest.fixture
def folder(tmp_path):
    return tmp_path


def test_a_template_in_the_folder_is_taken_and_the_others_are_the_programs_own(folder):
    (folder / "not_found.html").write_text("<h1>Borta: {{ front }}</h1>")

    made = Templates(folder).render("not_found.html", front="/&")

    assert made == "<h1>Borta: /&amp;</h1>"
    assert Templates(folder).render("front.html", **FRONT) == OWN_TEMPLATES.render("front.html", **FRONT)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("<h1>\n{% if %}\n", 2, "Expected an expression"),
        ("\n\n{{ nobody }}", 3, "'nobody' is undefined"),
        ("\n{{ front.nothing.more }}", 2, "no attribute 'nothing'"),
        ("{{ place.nothing }}", 1, "Place has no attribute 'nothing'"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("\n{{ front + 1 }}", 2, "concatenate"),
        ("\n{% include 'gone.html' %}", 2, "there is no template gone.html"),
        ("\n{{ ''.__class__.__mro__ }}", 2, "unsafe"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(folder, text, line, reason):
    (folder / "not_found.html").write_text(text)

    with pytest.raises(BrokenTemplate) as caught:
        Templates(folder).render("not_found.html", front="/", place=Place("404.html", "sv"))

    assert (caught.value.path, caught.value.line) == (folder / "not_found.html", line)
    assert reason in caught.value.reason


def test_a_mistake_in_a_macro_is_told_where_it_stands(folder):
    (folder / "icons.html").write_text("{% macro arrow() %}\n{{ gone }}\n{% endmacro %}")
    (folder / "not_found.html").write_text("{% import 'icons.html' as icons %}\n{{ icons.arrow() }}")

    with pytest.raises(BrokenTemplate) as caught:
        Templates(folder).render("not_found.html")

    assert (caught.value.path, caught.value.line) == (folder / "icons.html", 2)


def test_what_is_wrong_elsewhere_than_in_the_folder_is_no_mistake_of_a_template(folder):
    def broken(_text):
        raise KeyError("ours")

    with pytest.raises(KeyError):
        Templates(folder).render("not_found.html", _=broken, front="/")


def test_a_template_is_read_again_when_it_has_changed(folder):
    file = folder / "not_found.html"
    file.write_text("ett")
    templates = Templates(folder)
    templates.render("not_found.html")
    before = templates.fingerprint()

    file.write_text("tre stycken")

    assert templates.render("not_found.html") == "tre stycken"
    assert templates.fingerprint() != before
    assert OWN_TEMPLATES.fingerprint() == ""


def test_a_folder_that_is_not_there_is_refused(folder):
    with pytest.raises(TemplateFolderMissing) as caught:
        Templates(folder / "mallar")

    assert caught.value.path == folder / "mallar"


@pytest.fixture
def next_run():
    """Forget, as another run of the program does not know it, what templates were compiled to."""
    templates._environment.cache_clear()
    yield templates._environment.cache_clear
    templates._environment.cache_clear()


def test_another_run_compiles_nothing_anew(next_run, monkeypatch):
    first = OWN_TEMPLATES.render("front.html", **FRONT)
    next_run()
    monkeypatch.setattr(jinja2.Environment, "compile", lambda *_arguments: pytest.fail("compiled anew"))

    assert OWN_TEMPLATES.render("front.html", **FRONT) == first


@pytest.mark.parametrize("in_the_way", ["folder", "kept"])
def test_what_is_compiled_need_not_be_kept(next_run, in_the_way):
    cache = Path(os.environ["XDG_CACHE_HOME"])
    if in_the_way == "folder":
        cache.write_text("")
    else:
        OWN_TEMPLATES.render("front.html", **FRONT)
        for kept in (cache / "pressklar" / "templates").iterdir():
            kept.write_bytes(kept.read_bytes()[:60])
        next_run()

    assert OWN_TEMPLATES.render("front.html", **FRONT).strip().startswith("<")
