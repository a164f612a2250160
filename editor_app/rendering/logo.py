"""The image that stands for the publisher's name."""

from collections.abc import Callable

from editor_app.domain.site_settings import Appearance
from editor_app.rendering.body import PlacedImage
from editor_app.rendering.renditions import Rendition, SizeOfImage, shown_whole

# Twice what the stylesheet shows, for sharp screens.
LOGO_WIDTH = 640


def logo_rendition(look: Appearance, image_size: SizeOfImage) -> Rendition | None:
    """Return the file that the site takes for it, None where the name stands for itself.

    It does, too, where the image was deleted meanwhile.
    """
    size = image_size(look.logo_id) if look.logo_id else None
    return None if size is None else shown_whole(look.logo_id, size, LOGO_WIDTH)


def show_logo(look: Appearance, image_size: SizeOfImage, link: Callable[[str], str]) -> PlacedImage | None:
    """Return the image as a page shows it that reaches paths by `link`."""
    rendition, size = logo_rendition(look, image_size), image_size(look.logo_id)
    if rendition is None or size is None:
        return None
    height = max(1, round(size[1] * rendition.width / size[0]))
    return PlacedImage(link(rendition.path), rendition.width, height)
