"""The articles of an archive as a site of Hugo's, whose templates make pages of the same weight."""

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from editor_app.archive.archive import open_archive
from editor_app.domain.codec import decode_snapshot
from editor_app.domain.document import Block, Heading, ListItem, Quote, plain_text
from editor_app.domain.live_text import ListedText
from editor_app.domain.revision import Snapshot
from editor_app.domain.site_lists import Listing

AT_A_TIME = 500
CONFIG = """
baseURL = "https://klarebro.example/"
languageCode = "sv"
title = "Klarebro kommun"
[taxonomies]
category = "amnen"
contact = "kontakter"
[pagination]
pagerSize = 50
[outputFormats.newsitem]
mediaType = "application/json"
baseName = "ninjs"
isPlainText = true
[outputs]
home = ["html", "rss"]
term = ["html", "rss"]
page = ["html", "newsitem"]
"""

BASE = """<!DOCTYPE html>
<html lang="sv"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ site.Title }}</title>
<meta name="description" content="{{ .Params.lead }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AlternativeOutputFormats }}<link rel="alternate" type="{{ .MediaType.Type }}"
 href="{{ .Permalink }}">{{ end }}
<link rel="stylesheet" href="/assets/site.css">
{{ block "head" . }}{{ end }}
</head><body>
<a class="skip" href="#main">Till innehållet</a>
<header class="site-header"><div class="width"><a class="publisher" href="/">{{ site.Title }}</a>
<ul class="tools">TOOLS</ul>
<details class="menu"><summary>Meny</summary><nav aria-label="Ämnen"><ul>
{{ range site.Taxonomies.amnen }}<li><a href="{{ .Page.RelPermalink }}" lang="sv">{{ .Page.Title }}</a></li>
{{ end }}</ul></nav></details>
<nav class="sections" aria-label="Ämnen"><ul>
{{ range site.Taxonomies.amnen }}<li><a href="{{ .Page.RelPermalink }}" lang="sv">{{ .Page.Title }}</a></li>
{{ end }}</ul></nav></div></header>
<main id="main" tabindex="-1">{{ block "main" . }}{{ end }}</main>
<footer class="site-footer"><div class="width"><p class="publisher-name">{{ site.Title }}</p>
<ul>TOOLS</ul></div></footer>
</body></html>
"""
TOOL = """<li><a href="/kontakt/"><svg class="icon" viewBox="0 0 24 24" width="24" height="24"
 aria-hidden="true" focusable="false"><rect x="3" y="5" width="18" height="14" rx="2"/>
<path d="M3.5 7l8.5 6.5L20.5 7"/></svg>
Kontakta oss</a></li>
"""
ARTICLE = """{{ define "head" }}<script type="application/ld+json">{{ dict "@context" "https://schema.org"
 "@type" "NewsArticle" "headline" .Title "description" .Params.lead "inLanguage" "sv" "datePublished" .Date
 "url" .Permalink "publisher" (dict "@type" "GovernmentOrganization" "name" site.Title) | jsonify | safeJS }}
</script>{{ end }}
{{ define "main" }}<article lang="sv" dir="ltr"><header class="width"><p class="kind">{{ .Params.kind }}</p>
<h1>{{ .Title }}</h1>
<p class="about"><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time>
{{ range .GetTerms "amnen" }}<a class="category" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p>
<p class="lead">{{ .Params.lead }}</p></header>
<div id="body" class="body width">{{ .Content }}</div>
<footer class="width"><section class="contacts" aria-labelledby="contacts"><h2 id="contacts">Kontakt</h2><ul>
{{ range .Params.cards }}<li><p class="name">{{ .name }}</p><p>{{ .position }}</p>
{{ range .ways }}<p><a href="tel:{{ . }}">{{ . }}</a></p>{{ end }}</li>{{ end }}</ul></section>
<ul class="times"><li>Publicerad: <time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format
 "2 January 2006" }}</time></li></ul></footer></article>
{{ with .PrevInSection }}<section class="related"><h2>Andra läser också</h2><ul class="teasers">
<li class="teaser"><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3></li>
{{ with .PrevInSection }}<li class="teaser"><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3></li>
{{ end }}</ul></section>{{ end }}{{ end }}
"""
NEWS_ITEM = """{{ $name := site.Title -}}
{{ $sources := slice (dict "name" $name "role" "publisher") -}}
{{ range .Params.cards }}{{ $ways := slice }}{{ range .ways }}{{ $ways = $ways | append
 (dict "type" "phone" "value" .) }}{{ end -}}
{{ $sources = $sources | append (dict "name" .name "role" "contact" "literal" .position "contactinfo" $ways)
 -}}{{ end -}}
{{ dict "uri" .Permalink "standard" (dict "name" "ninjs" "version" "2.1"
 "schema" "https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json") "type" "text" "representationtype" "full"
 "profile" "text-only" "firstcreated" .Date "versioncreated" .Lastmod "pubstatus" "usable" "urgency" 5
 "language" "sv" "by" $name "copyrightholder" $name "title" .Title
 "headlines" (slice (dict "role" "main" "contenttype" "text/plain" "value" .Title))
 "descriptions" (slice (dict "role" "summary" "contenttype" "text/plain" "value" .Params.lead))
 "bodies" (slice (dict "role" "main" "contenttype" "text/html" "value" .Content))
 "genres" (slice (dict "name" .Params.kind)) "infosources" $sources | jsonify }}
"""
LIST = """{{ define "main" }}<div class="width"><h1>{{ .Title }}</h1><ul class="teasers">
{{ range .Paginator.Pages }}<li class="teaser"><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p class="about">{{ .Params.kind }} <time>{{ .Date.Format "2 January 2006" }}</time></p>
<p>{{ .Params.lead }}</p></li>
{{ end }}</ul>{{ with .Paginator.Next }}<a href="{{ .URL }}">Äldre</a>{{ end }}</div>{{ end }}
"""


def write_hugo_site(archive: Path, folder: Path) -> int:
    """Write what is public in the archive to `folder` for Hugo; return how many articles that are."""
    for name, text in (
        ("hugo.toml", CONFIG),
        ("layouts/baseof.html", BASE.replace("TOOLS", TOOL * 6)),
        ("layouts/single.html", ARTICLE),
        ("layouts/single.newsitem.json", NEWS_ITEM),
        ("layouts/list.html", LIST),
        ("layouts/home.html", LIST),
    ):
        _write(folder / name, text)
    written, place, now = 0, None, datetime.now(UTC)
    with closing(open_archive(archive)) as opened, opened.reading() as holdings:
        names = {category.id: category.name for category in holdings.categories.ever()}
        while some := holdings.site_lists.after(Listing(), place, now, AT_A_TIME):
            shown = {listed.article_id: listed for listed in some}
            for row in holdings.site_texts.approved(shown, now):
                listed = shown[row.article_id]
                text = _page(listed, decode_snapshot(row.content), names)
                _write(folder / "content" / listed.path.replace("/index.html", ".md"), text)
            written, place = written + len(some), (some[-1].dated_at, some[-1].article_id)
    return written


def _page(listed: ListedText, snapshot: Snapshot, names: dict[str, str]) -> str:
    front = {
        "title": listed.title,
        "lead": listed.lead,
        "date": listed.dated_at.isoformat(),
        "kind": listed.kind.value,
        "amnen": [names[listed.category_id]] if listed.category_id else [],
        "kontakter": [contact.name for contact in snapshot.contacts],
        "cards": [
            {"name": contact.name, "position": ", ".join(contact.position), "ways": list(contact.ways)}
            for contact in snapshot.contacts
        ],
    }
    body = "\n\n".join(map(_markdown, snapshot.body.blocks))
    return f"{json.dumps(front, ensure_ascii=False, indent=1)}\n\n{body}\n"


def _markdown(block: Block) -> str:
    text = plain_text(block)
    if isinstance(block, Heading):
        return f"{'#' * block.level} {text}"
    if isinstance(block, Quote):
        return f"> – {text}"
    return f"- {text}" if isinstance(block, ListItem) else text


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
