"""An article's page as one file that needs no other: for whoever opens it far from any website."""

from collections.abc import Sequence

from editor_app.domain.publication import Publication
from editor_app.domain.site_profile import SiteProfile
from editor_app.rendering.body import PlacedImage
from editor_app.rendering.languages import frame_language
from editor_app.rendering.page_paths import article_path
from editor_app.rendering.pages import render_article
from editor_app.rendering.place import Place
from editor_app.rendering.plain import plain
from editor_app.rendering.renditions import Shown, SizeOfImage
from editor_app.rendering.self_contained import ImageData, image_in_page, style_in_page
from editor_app.rendering.surroundings import Surroundings
from editor_app.rendering.templates import OWN_TEMPLATES

NOWHERE = "#main"


class _SingleFile(Place):
    """A page that holds its images; its links lead to the website, or nowhere where that has no address."""

    def __init__(self, publication: Publication, base_url: str, image_data: ImageData) -> None:
        snapshot = publication.snapshot
        super().__init__(article_path(snapshot), frame_language(snapshot.language), base=base_url)
        self._leads_on = bool(base_url)
        self._image_data = image_data

    def link(self, path: str) -> str:
        return super().link(path) if self._leads_on else NOWHERE

    def placed(self, shown: Shown) -> PlacedImage:
        return image_in_page(shown, self._image_data)


def render_single_file(
    publication: Publication,
    profile: SiteProfile,
    *,
    image_size: SizeOfImage,
    image_data: ImageData,
    notes: Sequence[str] = (),
) -> str:
    """Return the HTML of the article's page, with its images and its style in it; `notes` stand above it."""
    site = Surroundings(profile, (), image_size, (publication,))
    place = _SingleFile(publication, profile.base_url, image_data)
    page = render_article(publication, site, place=place)
    return OWN_TEMPLATES.render(
        "single_file.html",
        _=place.gettext,
        language=page.language,
        title=page.title or place.gettext("Untitled"),
        publisher=plain(profile.name),
        notes=notes,
        main=page.main,
        style=style_in_page(),
    )
