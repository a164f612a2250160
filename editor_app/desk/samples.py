"""The sample newsroom: data from resources/sample, filed through the acts that everybody uses."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from editor_app.archive.archive import Archive, Holdings
from editor_app.archive.settings import SITE_PROFILE
from editor_app.desk import approval, card_file, drafting
from editor_app.desk.card_changes import tidy_contact
from editor_app.desk.clock import utc_now
from editor_app.desk.later import Later
from editor_app.desk.site_settings import save_site_settings
from editor_app.domain.article import Article, Category, Contact
from editor_app.domain.article_query import ArticleQuery
from editor_app.domain.document import Block, Document, Figure
from editor_app.domain.image_details import ImageDetails, LegalBasis, Persons
from editor_app.domain.revision import figures
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.site_settings import SiteSettings
from editor_app.domain.workflow import State
from editor_app.resource_files import RESOURCES

if TYPE_CHECKING:
    from editor_app.desk import picture_file
else:
    picture_file = Later("editor_app.desk.picture_file")

SAMPLES = RESOURCES / "sample"
FILE_PREFIX = "file:"


class SampleImage(Struct, frozen=True, forbid_unknown_fields=True):
    """An image in the folder `images`, and what the archive calls it."""

    file: str
    name: str


class SampleArticle(Struct, frozen=True, forbid_unknown_fields=True):
    """An article, and how far who has taken it; figures name their files as `file:NAME`."""

    article: Article
    by: str
    state: State
    at: datetime
    submitted_by: str | None = None
    approved_by: str | None = None


class SampleArchive(Struct, frozen=True):
    """What resources/sample/archive.json holds."""

    profile: SiteProfile
    settings: SiteSettings
    categories: tuple[Category, ...]
    contacts: tuple[Contact, ...]
    images: tuple[SampleImage, ...]
    articles: tuple[SampleArticle, ...]


def fill_with_samples(archive: Archive, folder: Path = SAMPLES) -> None:
    """File the samples in `folder`, all of them or none, in an archive that holds nothing yet.

    Any other archive stays as it is.
    """
    with archive.reading() as holdings:
        if not _holds_nothing(holdings):
            return
    samples = msgspec.json.decode((folder / "archive.json").read_bytes(), type=SampleArchive)
    pictures = {
        image.file: picture_file.develop((folder / "images" / image.file).read_bytes(), name=image.name)
        for image in samples.images
    }
    with archive.writing() as holdings:
        # Another window on a first start may have been faster.
        if not _holds_nothing(holdings):
            return
        begun = min(samples.articles, key=lambda sample: sample.at)
        by, now = begun.by, begun.at
        card_file.save_site_profile(holdings, samples.profile, by=by, now=now)
        for category in samples.categories:
            holdings.categories.add(category)
        for contact in samples.contacts:
            holdings.contacts.put(tidy_contact(contact))
        ids = {
            file: picture_file.file_picture(holdings, picture, by=by, now=now).id
            for file, picture in pictures.items()
        }
        for sample in sorted(samples.articles, key=lambda sample: sample.at):
            _file_article(holdings, sample, ids)
        last = max(sample.at for sample in samples.articles)
        save_site_settings(holdings, samples.settings, by=by, now=last)


def _note_details(holdings: Holdings, shown: Iterable[Figure]) -> None:
    """Note the words of the samples' own images, of which nobody can be recognised in any."""
    for figure in shown:
        details = ImageDetails(
            alt=figure.alt,
            decorative=figure.decorative,
            caption=figure.caption,
            credit=figure.credit,
            persons=Persons.NONE,
            legal_basis=LegalBasis.NONE_NEEDED,
        )
        holdings.images.describe(figure.image_id, details)


def _holds_nothing(holdings: Holdings) -> bool:
    return not (
        holdings.settings.get(SITE_PROFILE)
        or holdings.categories.all()
        or holdings.contacts.all()
        or holdings.finding.count(ArticleQuery(), me="", now=utc_now())
    )


def _file_article(holdings: Holdings, sample: SampleArticle, image_ids: Mapping[str, str]) -> None:
    # Somebody may look at them years after they were written.
    article = msgspec.structs.replace(_with_images(sample.article, image_ids), stays_online=True)
    _note_details(holdings, figures(article))
    drafting.file_new(holdings, article, by=sample.by, now=sample.at)
    if sample.submitted_by is not None:
        approval.submit(holdings, article.id, by=sample.submitted_by, now=sample.at)
    if sample.approved_by is not None:
        approval.approve(holdings, article.id, by=sample.approved_by, now=sample.at)


def _with_images(article: Article, image_ids: Mapping[str, str]) -> Article:
    blocks = tuple(_with_image(block, image_ids) for block in article.body.blocks)
    hero = None if article.hero is None else _figure_with_image(article.hero, image_ids)
    return msgspec.structs.replace(article, body=Document(blocks), hero=hero)


def _with_image(block: Block, image_ids: Mapping[str, str]) -> Block:
    return _figure_with_image(block, image_ids) if isinstance(block, Figure) else block


def _figure_with_image(figure: Figure, image_ids: Mapping[str, str]) -> Figure:
    return msgspec.structs.replace(figure, image_id=image_ids[figure.image_id.removeprefix(FILE_PREFIX)])
