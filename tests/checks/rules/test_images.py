"""Images: what each rule must find, and the look-alikes that it must not."""

from datetime import date

import msgspec
import pytest

from editor_app.checks.context import Context
from editor_app.checks.findings import Field, Part
from editor_app.checks.rules.images import RULES
from editor_app.domain.document import Figure
from editor_app.domain.image_details import ImageDetails, LegalBasis, Persons
from tests.checks.rules.looking import look

TODAY = date(2026, 3, 2)
WHOLE = Figure("1", alt="En bro över ån", caption="Bron i maj", credit="Åsa Lind")
SOMEBODY = ImageDetails(persons=Persons.IDENTIFIABLE)


def figure(**changes):
    return msgspec.structs.replace(WHOLE, **changes)


FOUND = [
    ("I01", figure(alt="")),
    ("I01", figure(alt=" ")),
    ("I01", figure(alt="\u200b")),
    ("I02", figure(alt="IMG_2041.jpg")),
    ("I02", figure(alt="Bild.")),
    ("I02", figure(alt="bron i maj")),
    ("I02", figure(alt="DSC_0042")),
    ("I03", figure(credit="")),
    ("I03", figure(credit=" ")),
    ("I03", figure(credit="\u00ad")),
]
SOUND = [
    ("I01", WHOLE),
    ("I01", figure(alt="", decorative=True)),
    ("I01", figure(alt="Å")),
    ("I02", WHOLE),
    ("I02", figure(alt="Bild av bron från norr")),
    ("I02", figure(alt="", decorative=True)),
    ("I03", WHOLE),
    ("I03", figure(credit="Illustration: Åsa")),
    ("I03", figure(credit="Å")),
]


def found(rule_id, *blocks, **known):
    rules = [rule for rule in RULES if rule.id == rule_id]
    return look(rules, *blocks, context=Context(TODAY, **known))


@pytest.mark.parametrize(("rule", "shown"), FOUND)
def test_what_is_wrong_is_found_at_the_image(rule, shown):
    assert [finding.place.block for finding in found(rule, shown)] == [0]


@pytest.mark.parametrize(("rule", "shown"), SOUND)
def test_a_look_alike_is_left_alone(rule, shown):
    assert found(rule, shown) == ()


@pytest.mark.parametrize(
    ("rule", "details"),
    [
        ("I04", SOMEBODY),
        ("I04", ImageDetails(persons=Persons.IDENTIFIABLE, credit="Åsa Lind")),
        ("I04", ImageDetails(persons=Persons.IDENTIFIABLE, alt="Åsa Lind på bron")),
        ("I05", ImageDetails(legal_basis=LegalBasis.CONSENT_WITHDRAWN)),
        ("I05", ImageDetails(legal_basis=LegalBasis.CONSENT, consent_until=date(2026, 3, 1))),
        ("I05", ImageDetails(legal_basis=LegalBasis.CONSENT, consent_until=date(2020, 1, 1))),
        *(
            ("I05", ImageDetails(legal_basis=LegalBasis.CONSENT, consent_scope=scope))
            for scope in (
                "Endast den tryckta broschyren",
                "Facebook och Instagram",
                "Intranätet",
                "Only the printed report",
            )
        ),
    ],
)
def test_what_is_not_allowed_is_found(rule, details):
    assert found(rule, WHOLE, images={"1": details})


@pytest.mark.parametrize("rule", ["I04", "I05"])
@pytest.mark.parametrize(
    "details",
    [
        ImageDetails(),
        ImageDetails(persons=Persons.IDENTIFIABLE, legal_basis=LegalBasis.PUBLIC_TASK),
        ImageDetails(legal_basis=LegalBasis.CONSENT, consent_until=TODAY),
        *(
            ImageDetails(legal_basis=LegalBasis.CONSENT, consent_scope=scope)
            for scope in (
                "Webbplatsen och broschyrer",
                "Endast lekplatsen i Ekby",
                "Alla kanaler",
                "Facebook, hemsidan",
            )
        ),
        ImageDetails(legal_basis=LegalBasis.PUBLIC_TASK, consent_scope="Broschyren"),
    ],
)
def test_what_is_allowed_is_not(rule, details):
    assert found(rule, WHOLE, images={"1": details}) == ()


@pytest.mark.parametrize("shown", [WHOLE, figure(alt="", decorative=True), figure(credit="")])
def test_a_position_in_the_original_is_told(shown):
    assert found("I06", shown, positioned_images=frozenset({"1"}))


@pytest.mark.parametrize(
    ("shown", "positioned"), [(WHOLE, {"2"}), (WHOLE, set()), (figure(image_id="3"), {"1"})]
)
def test_an_image_without_a_position_is_not(shown, positioned):
    assert found("I06", shown, positioned_images=frozenset(positioned)) == ()


def test_the_image_at_the_top_is_looked_at_too():
    rules = [rule for rule in RULES if rule.id == "I01"]

    (finding,) = look(rules, hero=figure(alt=""))

    assert (finding.place.part, finding.place.field) == (Part.HERO, Field.ALT)
