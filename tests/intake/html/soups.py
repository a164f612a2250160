"""Hypothesis strategies for HTML: of paragraphs, and of anything at all."""

from hypothesis import strategies as st

from editor_app.intake.html.names import names
from tests.strategies import texts

_NAMES = sorted(
    names(
        "p div span b i em strong a h1 h3 h6 ul ol li dl dt dd table tr td th thead tbody caption "
        "blockquote pre br hr img figure figcaption aside nav main article button details summary q del s "
        "ins font center o:p x-y script style title textarea select svg math template noscript iframe "
        "plaintext xmp form label input"
    )
)
_ATTRIBUTES = (
    "",
    " class=MsoNormal",
    ' class="MsoListParagraph" style="mso-list:l0 level2 lfo1"',
    " style='mso-list:Ignore'",
    " style=font-weight:700;display:none",
    ' style="text-decoration:line-through"',
    " lang=fi",
    " role=heading aria-level=9",
    " role=listitem aria-level=99999999999999999999",
    " href='javascript:alert(1)'",
    ' href="https://example.se/?utm_source=x&a=1"',
    " href=//[",
    " src=data:image/png;base64,AAAA",
    " src='file:///a' alt=😀",
    " colspan=9 rowspan=-1",
    " hidden",
    " onclick='x()' data-x=\"",
    " =\"'<",
)
_tags = st.builds(
    "<{}{}{}>".format,
    st.sampled_from(["", "", "", "/"]),
    st.sampled_from(_NAMES),
    st.sampled_from(_ATTRIBUTES),
)
_odd = st.sampled_from(
    (
        *("<!--", "-->", "<![if !x]>", "<![endif]>", "<!--[if gte vml 1]>", "<?xml", "]]>", "&amp;", "&#0;"),
        *(
            "&lt;script&gt;",
            "<",
            ">",
            "\x00",
            "\ud800",
            "\r\n",
            "• ",
            "- ",
            "1. ",
            "– ",
            "</",
            "<p",
            "&nbsp;",
        ),
    )
)
soups = st.lists(st.one_of(_tags, _tags, texts, _odd), max_size=40).map("".join)
"""Any text with tags in it, mostly in no order."""

_words = st.text(alphabet="abcåäöé ÅÄÖ,.!", min_size=1, max_size=20)
_wrapped = st.builds(
    lambda words, name, style: f"<{name}{style}>{words}</{name}>",
    _words,
    st.sampled_from(["p", "div", "span", "b", "h2", "blockquote", "section", "em", "u", "font", "center"]),
    st.sampled_from(["", " style='color:red'", " class=x onclick=y()", " lang=SV"]),
)
paragraph_soups = st.lists(st.one_of(_words, _wrapped, _wrapped), max_size=12).map("".join)
"""Words in elements that hide nothing."""
