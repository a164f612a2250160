"""A link leads where its author meant it to, and nowhere that could act."""

import pytest

from editor_app.intake.html.hrefs import clean_href


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://example.se/a?b=1#c", "https://example.se/a?b=1#c"),
        ("mailto:ylva@example.se", "mailto:ylva@example.se"),
        ("tel:+46846500400", "tel:+46846500400"),
        ("https://example.se/?utm_source=x&id=7&fbclid=y#top", "https://example.se/?id=7#top"),
        ("https://example.se/?utm_medium=mail", "https://example.se/"),
        ("https://www.google.com/url?q=https://example.se/x&sa=D", "https://example.se/x"),
        ("https://www.google.se/url?sa=t&url=https%3A%2F%2Fexample.se%2F", "https://example.se/"),
        (
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.se%2Fy%3Ffbclid%3D1&h=A",
            "https://example.se/y",
        ),
        ("https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fexample.se&x=1", "https://example.se"),
        (
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.se_a-3Fb-3D1&d=D",
            "https://example.se/a?b=1",
        ),
        ("https://urldefense.com/v3/__https://example.se/a?b=1__;!!x!y$", "https://example.se/a?b=1"),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl"
            "%3Fq%3Dhttps%253A%252F%252Fexample.se%252Fz&data=1",
            "https://example.se/z",
        ),
        ("https://example.se/Hej då", "https://example.se/Hej%20d%C3%A5"),
        (
            "https://www.google.com/url?q=javascript:alert(1)",
            "https://www.google.com/url?q=javascript:alert(1)",
        ),
    ],
)
def test_a_link_leads_where_it_was_meant_to(href, expected):
    assert clean_href(href) == expected


@pytest.mark.parametrize(
    "href",
    (
        *("", "#x", "/a", "//[", "https://", "http://[::1", "mailto:", "tel: ", "x" * 9_000, "article:1"),
        *("javascript:alert(1)", "java\nscript:x", "vbscript:x", "data:text/html,x", "file:///c:/a", "cid:x"),
    ),
)
def test_what_cannot_be_followed_is_no_link(href):
    assert clean_href(href) is None
