"""What a block says of itself."""

import pytest

from editor_app.domain.document import Figure, needs_credit_label


@pytest.mark.parametrize(
    ("credit", "needed"),
    [
        ("Ylva Ek", True),
        ("Illustration: Ylva Ek", False),
        ("Foto: Ylva Ek/Klarebro kommun", False),
        ("", False),
    ],
)
def test_only_a_bare_name_needs_to_be_told_what_it_made(credit, needed):
    assert needs_credit_label(Figure(image_id="", credit=credit)) is needed
