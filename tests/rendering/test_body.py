"""What becomes of a document on the page."""

from collections import Counter
from functools import partial
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from editor_app.domain.document import (
    Block,
    Document,
    Emphasis,
    FactTitle,
    Figure,
    Heading,
    Language,
    Link,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Span,
    Strong,
    Table,
    paragraph,
    plain_text,
)
from editor_app.domain.normalize import normalize
from editor_app.rendering.body import BodySurroundings, PlacedImage, render_body, render_figure
from editor_app.rendering.inline import render_spans
from tests.strategies import documents, spans, texts

PICTURE = "a" * 64

ALLOWED = {
    "p": {"lang", "dir"},
    "h2": {"id", "lang", "dir"},
    "h3": {"lang", "dir"},
    "h4": {"lang", "dir"},
    "blockquote": {"class"},
    "ul": {"lang", "dir"},
    "ol": {"lang", "dir"},
    "li": {"lang", "dir"},
    "aside": {"class", "aria-labelledby", "aria-label"},
    "figure": set(),
    "img": {"src", "width", "height", "alt", "loading"},
    "figcaption": set(),
    "span": {"class", "lang", "dir"},
    "a": {"href"},
    "strong": set(),
    "em": set(),
    "br": set(),
    "div": {"class", "role", "aria-label", "tabindex"},
    "table": set(),
    "caption": set(),
    "thead": set(),
    "tbody": set(),
    "tr": set(),
    "th": {"scope"},
    "td": set(),
}
SINGLE = {"img", "br"}


def english(message: str) -> str:
    return message


def around(labels: str = "", image: PlacedImage | None = None) -> BodySurroundings:
    images = {PICTURE: image or PlacedImage("../../bilder/a.webp", 640, 480)}
    return BodySurroundings(
        words=partial(render_spans, article_address={"1": "../ett/index.html"}.get),
        image=lambda figure: images.get(figure.image_id),
        gettext=english,
        label_attributes=Markup(labels),
    )


def rendered(*blocks: Block) -> tuple[str, ...]:
    return tuple(str(fragment) for fragment in render_body(Document(blocks), around()))


def words(text: str, *marks: Mark) -> tuple[Span, ...]:
    return (Span(text, marks),)


class Reader(HTMLParser):
    """Reads HTML strictly: every element is closed in turn, and every tag is kept."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tops = 0
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        # Not as Markup, which would escape what the parser takes apart.
        self.feed(str(html))
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs)
        if not self.open:
            self.tops += 1
        if tag not in SINGLE:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        raise AssertionError(data)

    def handle_decl(self, decl):
        raise AssertionError(decl)

    def handle_pi(self, data):
        raise AssertionError(data)


hostile = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '"><svg onload=alert(1)>',
        "' onmouseover='alert(1)",
        "<!-- -->",
        "&lt;b&gt;",
        "]]>",
        "</p></article>",
    ]
)
hostile_hrefs = st.sampled_from(
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.se",
        "https://",
        "https://[::1",
        'https://example.se/"onclick="alert(1)',
        "https://example.se/<b>",
        "mailto:",
        "article:../../x",
        "article:1",
    ]
)
hostile_spans = st.builds(
    Span,
    text=hostile | texts,
    marks=st.lists(
        st.one_of((hostile_hrefs | hostile).map(Link), (hostile | texts).map(Language), st.just(Strong())),
        max_size=3,
    ).map(tuple),
)
some_spans = st.lists(spans | hostile_spans, min_size=1, max_size=4).map(tuple)
hostile_blocks = st.one_of(
    st.builds(Paragraph, spans=some_spans, boxed=st.booleans()),
    st.builds(Quote, spans=some_spans),
    st.builds(FactTitle, spans=some_spans),
    st.builds(ListItem, spans=some_spans, boxed=st.booleans()),
    st.builds(
        Table, rows=st.lists(st.tuples(some_spans), min_size=1, max_size=2).map(tuple), caption=hostile
    ),
    st.builds(Figure, image_id=st.just(PICTURE) | hostile, alt=hostile, caption=hostile, credit=hostile),
)
hostile_documents = st.lists(hostile_blocks, max_size=8).map(lambda blocks: Document(tuple(blocks)))


@given(documents | hostile_documents)
def test_only_our_own_elements_and_attributes_reach_the_page(document):
    for fragment in render_body(normalize(document), around()):
        reader = Reader(fragment)
        assert reader.tops == 1
        for tag, attributes in reader.elements:
            assert attributes.keys() <= ALLOWED[tag]
            scheme = (attributes.get("href") or "https:").partition(":")[0]
            assert scheme in {"https", "http", "mailto", "tel", "../ett/index.html"}


@given(documents | hostile_documents)
def test_every_word_of_a_text_is_on_the_page(document):
    canonical = normalize(document)

    shown = "".join(Reader(fragment).text for fragment in render_body(canonical, around()))

    expected: Counter[str] = Counter()
    for block in canonical.blocks:
        if not isinstance(block, Figure) and plain_text(block).strip():
            expected.update(plain_text(block).replace("\n", "").replace("\t", ""))
    assert not expected - Counter(shown)


@given(documents | hostile_documents)
def test_ids_are_unique_and_every_label_has_its_element(document):
    html = "".join(render_body(normalize(document), around()))

    elements = Reader(html).elements
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    labels = [attributes["aria-labelledby"] for _, attributes in elements if "aria-labelledby" in attributes]
    assert len(ids) == len(set(ids))
    assert labels == ids


@given(documents)
def test_the_same_document_gives_the_same_page(document):
    canonical = normalize(document)

    assert render_body(canonical, around()) == render_body(canonical, around())


def test_text_blocks():
    assert rendered(
        paragraph("Bron & vägen"),
        Heading(2, words("Så går det till")),
        Heading(3, words("Först")),
        Paragraph(words("Rad ett\nrad två")),
    ) == (
        "<p>Bron &amp; vägen</p>",
        "<h2>Så går det till</h2>",
        "<h3>Först</h3>",
        "<p>Rad ett<br>rad två</p>",
    )


def test_a_quote_gets_its_dash_and_neighbours_share_an_element():
    assert rendered(Quote(words("Vi är glada.")), Quote(words("Mycket glada.")), Quote(words(" "))) == (
        '<blockquote class="quote"><p>–\u00a0Vi är glada.</p><p>–\u00a0Mycket glada.</p></blockquote>',
    )


def test_marks_nest_and_neighbours_share_an_element():
    link = Link("https://example.se/")
    spans = (Span("se "), Span("hela ", (link,)), Span("planen", (link, Strong())), Span("!", (Emphasis(),)))

    assert rendered(Paragraph(spans)) == (
        '<p>se <a href="https://example.se/">hela <strong>planen</strong></a><em>!</em></p>',
    )


def test_lists_nest_by_level_and_kinds_do_not_mix():
    items = [
        ListItem(spans=words("ett")),
        ListItem(level=2, ordered=True, spans=words("först")),
        ListItem(level=2, ordered=True, spans=words("sedan")),
        ListItem(spans=words("två")),
        ListItem(ordered=True, spans=words("tre")),
    ]

    assert rendered(*items) == (
        "<ul><li>ett<ol><li>först</li><li>sedan</li></ol></li><li>två</li></ul>",
        "<ol><li>tre</li></ol>",
    )


def test_a_fact_box_holds_what_is_boxed_below_its_title():
    assert rendered(
        FactTitle(words("Fakta om bron")),
        Paragraph(words("Bron är lång."), boxed=True),
        Heading(2, words("Mått"), boxed=True),
        ListItem(spans=words("40 meter"), boxed=True),
        ListItem(spans=words("utanför")),
    ) == (
        '<aside class="facts" aria-labelledby="facts-1"><h2 id="facts-1">Fakta om bron</h2>'
        "<p>Bron är lång.</p><h3>Mått</h3><ul><li>40 meter</li></ul></aside>",
        "<ul><li>utanför</li></ul>",
    )


def test_a_fact_box_without_a_title_is_named_all_the_same():
    assert rendered(FactTitle(), Paragraph(words("Bron är lång."), boxed=True), FactTitle()) == (
        '<aside class="facts" aria-label="Facts"><p>Bron är lång.</p></aside>',
    )


def test_a_figure_has_its_size_its_words_and_its_credit():
    figure = Figure(PICTURE, alt='En "bro"', caption="Bron i maj.", credit="Siv Ek")

    (fragment,) = render_body(Document((figure,)), around(' lang="sv" dir="ltr"'))

    assert fragment == (
        '<figure><img src="../../bilder/a.webp" width="640" height="480" alt="En &#34;bro&#34;"'
        ' loading="lazy">'
        '<figcaption>Bron i maj. <span class="credit" lang="sv" dir="ltr">Photo: Siv Ek</span></figcaption>'
        "</figure>"
    )


@pytest.mark.parametrize(
    ("largest", "height", "hero", "sizes"),
    [
        (1600, 540, False, "(min-width: 680px) 640px, calc(100vw - 40px)"),
        (400, 540, False, "(min-width: 440px) 400px, calc(100vw - 40px)"),
        (1600, 1920, False, "(min-width: 360px) 320px, calc(100vw - 40px)"),
        (1600, 540, True, "(min-width: 832px) 832px, 100vw"),
    ],
)
def test_a_browser_is_told_how_wide_the_image_will_be(largest, height, hero, sizes):
    image = PlacedImage("a-960.webp", 960, height, "a-320.webp 320w, a-960.webp 960w", largest)

    figure = render_figure(Figure(PICTURE, alt="Bron"), around(image=image), hero=hero)

    assert (
        f'<img src="a-960.webp" srcset="a-320.webp 320w, a-960.webp 960w" sizes="{sizes}"'
        f' width="960" height="{height}" alt="Bron"'
    ) in figure


def test_a_decorative_figure_is_silent_and_an_unknown_one_is_not_shown():
    assert rendered(Figure(PICTURE, alt="glömd", decorative=True), Figure("f" * 64, caption="Borta")) == (
        '<figure><img src="../../bilder/a.webp" width="640" height="480" alt="" loading="lazy"></figure>',
    )


def test_blocks_without_words_render_nothing():
    assert rendered(Paragraph(words(" \n")), Heading(2), Quote(), ListItem(), FactTitle()) == ()


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("ar", 'lang="ar" dir="rtl"'),
        ("fa", 'lang="fa" dir="rtl"'),
        ("he", 'lang="he" dir="rtl"'),
        ("ur", 'lang="ur" dir="rtl"'),
        ("fit", 'lang="fit" dir="ltr"'),
        ("ku-Arab", 'lang="ku-Arab" dir="rtl"'),
    ],
)
def test_a_passage_in_another_language_says_so(tag, attributes):
    passage = Span("text", (Language(tag),))

    assert rendered(Paragraph((Span("Ett "), passage))) == (f"<p>Ett <span {attributes}>text</span></p>",)


ARABIC = (Language("ar"),)


@pytest.mark.parametrize(
    ("block", "html"),
    [
        (
            Paragraph((Span("a", ARABIC), Span(" "), Span("b", (*ARABIC, Strong())))),
            "<p{}>a <strong>b</strong></p>",
        ),
        (Heading(2, (Span("a", ARABIC),)), "<h2{}>a</h2>"),
        (Quote((Span("a", ARABIC),)), '<blockquote class="quote"><p{}>–\u00a0a</p></blockquote>'),
    ],
)
def test_a_block_that_is_in_another_language_as_a_whole_says_so_itself(block, html):
    assert rendered(block) == (html.format(' lang="ar" dir="rtl"'),)


def test_a_list_in_one_language_says_so_once():
    items = (ListItem(False, 1, (Span("a", ARABIC),)), ListItem(False, 2, (Span("b", ARABIC),)))

    assert rendered(*items) == ('<ul lang="ar" dir="rtl"><li>a<ul><li>b</li></ul></li></ul>',)


def test_in_a_list_in_several_languages_each_item_says_its_own():
    items = (
        ListItem(False, 1, (Span("a", ARABIC),)),
        ListItem(False, 1, (Span("b"),)),
        ListItem(False, 1, (Span("c", ARABIC),)),
        ListItem(False, 2, (Span("d"),)),
    )

    assert rendered(*items) == (
        '<ul><li lang="ar" dir="rtl">a</li><li>b</li>'
        '<li><span lang="ar" dir="rtl">c</span><ul><li>d</li></ul></li></ul>',
    )


@pytest.mark.parametrize("tag", ["arabiska", "x", "qq", 'ar"', "ar dir=ltr"])
def test_what_names_no_language_is_no_language(tag):
    assert rendered(Paragraph(words("text", Language(tag)))) == ("<p>text</p>",)


@pytest.mark.parametrize(
    ("href", "on_page"),
    [
        ("https://example.se/å b?x=[1]&y=2#a#b", "https://example.se/å%20b?x=%5B1%5D&amp;y=2#a%23b"),
        ("https://växjö.example/100%", "https://växjö.example/100%25"),
        ("http://example.se:8080", "http://example.se:8080"),
        ("tel:08-465 004 00", "tel:08-46500400"),
        ("mailto:a@example.se?subject=Hej%20hej", "mailto:a@example.se?subject=Hej%20hej"),
        ("article:1", "../ett/index.html"),
    ],
)
def test_an_address_is_written_as_it_must_be(href, on_page):
    assert rendered(Paragraph(words("text", Link(href)))) == (f'<p><a href="{on_page}">text</a></p>',)


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "article:2", "//example.se", "https:example", "ftp://example.se", "mailto:"],
)
def test_what_may_not_be_a_link_is_text(href):
    assert rendered(Paragraph(words("text", Link(href)))) == ("<p>text</p>",)


def test_a_link_without_words_is_no_link():
    assert rendered(Paragraph((*words("ord"), *words(" ", Link("https://example.se"))))) == ("<p>ord </p>",)


def test_what_begins_with_arabic_letters_runs_from_the_right_though_nobody_marked_its_language():
    marked = Paragraph((Span("مرحبا", (Language("ar"),)),))

    assert rendered(paragraph("مرحبا Klarebro"), marked, paragraph("Klarebro")) == (
        '<p dir="auto">مرحبا Klarebro</p>',
        '<p lang="ar" dir="rtl">مرحبا</p>',
        "<p>Klarebro</p>",
    )
