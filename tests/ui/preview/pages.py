"""Small pages with the parts that the preview looks for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FakePage:
    path: str
    html: str
    main: str
    body: tuple[str, ...]


def page(*blocks, title="Title", after="", header="Top", path="nyheter/a/index.html"):
    main = f'<h1>{title}</h1><div id="body">' + "\n".join(blocks) + f"</div>{after}"
    head = f'<!doctype html><html lang="sv"><head><title>{title}</title></head>'
    html = f'{head}<body>{header}<main id="main">{main}</main></body></html>'
    return FakePage(path, html, main, blocks)
