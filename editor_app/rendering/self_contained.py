"""What all pages in one file share: images and styles that lie in the page itself."""

import re
from base64 import b64encode
from collections.abc import Callable
from functools import cache

from editor_app.rendering.assets import ASSETS, STYLESHEET
from editor_app.rendering.body import PlacedImage
from editor_app.rendering.renditions import Rendition, Shown
from editor_app.resource_files import RESOURCES

ImageData = Callable[[Rendition], bytes]

_FONT = re.compile(r'url\("fonts/([\w.-]+)"\)')
_FACE = re.compile(r"@font-face\s*{[^}]*}\s*")


def image_in_page(shown: Shown, image_data: ImageData) -> PlacedImage:
    """Return the usual rendition of an image with its data in its address."""
    usual = shown.usual
    data = b64encode(image_data(usual)).decode()
    return PlacedImage(
        src=f"data:image/webp;base64,{data}", width=usual.width, height=shown.height_at(usual.width)
    )


@cache
def style_in_page(fonts: frozenset[str] = frozenset()) -> str:
    """Return the website's stylesheet with those of its `fonts`, named as files, in it and no others."""

    def face(found: re.Match[str]) -> str:
        font = _FONT.search(found[0])
        if font is None or font[1] not in fonts:
            return ""
        data = b64encode((RESOURCES / "fonts" / font[1]).read_bytes()).decode()
        return found[0].replace(font[0], f'url("data:font/woff2;base64,{data}")')

    return _FACE.sub(face, ASSETS[STYLESHEET].read_text(encoding="utf-8"))
