"""A small made-up website: publications, images and the moment at which it is looked at."""

import io
from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec.structs import replace
from PIL import Image

from editor_app.domain.article import Article, Category, Kind
from editor_app.domain.codec import encode
from editor_app.domain.document import Document, Figure, paragraph
from editor_app.domain.publication import Publication
from editor_app.domain.revision import Snapshot, content_hash, take_snapshot
from editor_app.domain.site_profile import SiteProfile
from editor_app.rendering.images import make_renditions
from editor_app.rendering.renditions import Rendition
from tests.cards import card
from tests.site.made_site import SiteContent

NOW = datetime(2025, 3, 1, 11, 0, tzinfo=UTC)
PROFILE = SiteProfile(
    name="Granviks kommun",
    phone="08-465 004 00",
    email="kommunen@granvik.example",
    visiting_address="Storgatan 1, Granvik",
)
LIVING = Category("category-living", "Bygga och bo", "bygga-och-bo")
CULTURE = Category("category-culture", "Uppleva och göra", "uppleva-och-gora")
PRESS = card(
    "contact-press", "Berit Ågren", "Pressansvarig", "Granviks kommun", "070-174 06 05", "b@granvik.example"
)
PICTURE = "a" * 64
OTHER_PICTURE = "b" * 64


def snapshot(article_id: str, title: str, **changes: Any) -> Snapshot:
    article = Article(
        article_id,
        title=title,
        lead="Parken öppnar i maj.",
        body=Document((paragraph("Arbetet är klart före sommaren."),)),
    )
    return replace(take_snapshot(article, LIVING, [PRESS]), **changes)


def publication(article_id: str, title: str, *, days_old: float = 1, **changes: Any) -> Publication:
    approved = NOW - timedelta(days=days_old)
    shown = snapshot(article_id, title, **changes)
    return Publication(shown, content_hash(encode(shown)), approved, approved)


def picture(rendition: Rendition) -> bytes:
    colour = (180, 120, 40) if rendition.image_id == PICTURE else (40, 120, 180)
    output = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(output, "PNG")
    return make_renditions(output.getvalue(), rendition.crop, [rendition.width])[rendition.width]


def content(*publications: Publication, profile: SiteProfile = PROFILE) -> SiteContent:
    return SiteContent(
        profile=profile,
        categories=(LIVING, CULTURE),
        publications=publications,
        images={PICTURE: (64, 48), OTHER_PICTURE: (64, 48)},
        page_image=picture,
    )


def some_publications() -> tuple[Publication, ...]:
    return (
        publication("article-1", "Ny park vid ån", days_old=3, hero=Figure(PICTURE, alt="En äng")),
        publication("article-2", "Simhallen öppnar", days_old=2, category=CULTURE, kind=Kind.INFORMATION),
        publication("article-3", "Vattnet stängs av", kind=Kind.SERVICE_NOTICE, related_ids=("article-1",)),
        publication("article-4", "افتتاح الحديقة", language="ar", body=Document((paragraph("مرحبا"),))),
        publication("article-5", "Koka vattnet", kind=Kind.CRISIS, days_old=0.2),
    )
