"""Images: what those who do not see them are told, and what allows their use."""

import re
from collections.abc import Callable, Iterator

from editor_app.checks.context import Context
from editor_app.checks.findings import Field, Part, Place, Severity
from editor_app.checks.rule import WHOLE, ArticleRule, Finds, ReadArticle, Rule
from editor_app.checks.sources import PERSONAL_DATA, WEB_CONTENT
from editor_app.checks.swedish.words import is_blank
from editor_app.domain.document import Figure
from editor_app.domain.image_details import ImageDetails, lacks_consent, lacks_legal_basis
from editor_app.translation import N_

COPYRIGHT = "Upphovsrättslagen (1960:729) 3 §"

_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|heic|tiff?|bmp|svg)|(?:IMG|DSC|DSCN|P)[_-]?\d{3,}\w*", re.IGNORECASE
)
_SAYS_NOTHING = frozenset(
    {"bild", "bilden", "foto", "fotografi", "image", "picture", "photo", "logga", "illustration"}
)


def _figures(read: ReadArticle) -> Iterator[tuple[Place, Figure]]:
    if read.article.hero is not None:
        yield Place(Part.HERO), read.article.hero
    for index, block in enumerate(read.body.blocks):
        if isinstance(block, Figure):
            yield Place(Part.BODY, index), block


def _each(
    is_wrong: Callable[[Figure, ImageDetails | None, Context], bool], field: Field = Field.TEXT
) -> Callable[[ReadArticle, Context], Finds]:
    """Return what finds each image that is wrong, at its `field`."""

    def find(read: ReadArticle, context: Context) -> Finds:
        for place, figure in _figures(read):
            if is_wrong(figure, context.images.get(figure.image_id), context):
                yield Place(place.part, place.block, field), WHOLE

    return find


def _alt_missing(figure: Figure, _details: ImageDetails | None, _context: Context) -> bool:
    return not figure.decorative and is_blank(figure.alt)


def _alt_says_nothing(figure: Figure, _details: ImageDetails | None, _context: Context) -> bool:
    alt = figure.alt.strip().casefold().rstrip(".")
    if figure.decorative or not alt:
        return False
    is_caption = alt == figure.caption.strip().casefold().rstrip(".")
    return is_caption or alt in _SAYS_NOTHING or _FILE_NAME.fullmatch(alt) is not None


def _credit_missing(figure: Figure, _details: ImageDetails | None, _context: Context) -> bool:
    return is_blank(figure.credit)


def _basis_missing(_figure: Figure, details: ImageDetails | None, _context: Context) -> bool:
    return details is not None and lacks_legal_basis(details)


def _consent_missing(_figure: Figure, details: ImageDetails | None, context: Context) -> bool:
    return details is not None and lacks_consent(details, context.today)


def _has_position(figure: Figure, _details: ImageDetails | None, context: Context) -> bool:
    return figure.image_id in context.positioned_images


RULES: tuple[Rule, ...] = (
    ArticleRule(
        "I01",
        Severity.BLOCKS,
        N_("Alt text is missing"),
        N_(
            "Those who do not see the image learn nothing of it; say what it shows, or that it is decoration."
        ),
        f"{WEB_CONTENT}, 1.1.1",
        find=_each(_alt_missing, Field.ALT),
    ),
    ArticleRule(
        "I02",
        Severity.WARNS,
        N_("The alt text adds nothing"),
        N_("A file name or the caption once more tells nobody what is to be seen; describe the image."),
        f"{WEB_CONTENT}, 1.1.1",
        find=_each(_alt_says_nothing, Field.ALT),
    ),
    ArticleRule(
        "I03",
        Severity.WARNS,
        N_("The credit is missing"),
        N_("Whoever took the picture has a right to be named; write the name."),
        COPYRIGHT,
        find=_each(_credit_missing, Field.CREDIT),
    ),
    ArticleRule(
        "I04",
        Severity.BLOCKS,
        N_("The image has no legal basis"),
        N_("Somebody can be recognised, and nothing says why that may be published; note it at the image."),
        PERSONAL_DATA,
        find=_each(_basis_missing),
    ),
    ArticleRule(
        "I05",
        Severity.BLOCKS,
        N_("The consent does not apply"),
        N_("It has ended, was withdrawn or is not for the website; ask again, or take another image."),
        "Dataskyddsförordningen artikel 7",
        find=_each(_consent_missing),
    ),
    ArticleRule(
        "I06",
        Severity.WARNS,
        N_("The image holds a position; export removes it"),
        N_("The original says where it was taken, which can be somebody's home; the page will not have it."),
        PERSONAL_DATA,
        find=_each(_has_position),
    ),
)
