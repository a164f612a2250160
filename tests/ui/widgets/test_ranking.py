"""What is found first."""

import pytest

from tests.timing import least_seconds
from ui.widgets.ranking import Ranking

CARDS = Ranking(
    [
        ("role", ("Bo Ek", "Pressansvarig", "Stab")),
        ("unit", ("Cy Öberg", "Rektor", "Press och medier")),
        ("inside", ("Åsa Expressen", "")),
        ("name", ("Presstjänsten", "")),
        ("other", ("Agén Far", "Chef")),
    ]
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("press", ["name", "role", "unit", "inside"]),
        ("PRESS stab", ["role"]),
        ("agen", ["other"]),
        ("får", []),
        ("öberg", ["unit"]),
        ("  ", ["other", "role", "unit", "name", "inside"]),
    ],
)
def test_the_beginning_of_a_name_comes_before_that_of_a_role_and_both_before_the_inside(typed, found):
    assert CARDS.find(typed) == found


def test_two_thousand_are_looked_through_while_a_key_is_held_down():
    ranking = Ranking(
        (str(number), (f"Person Ek {number}", "Handläggare", f"Enhet {number % 40}"))
        for number in range(2000)
    )

    assert ranking.find("hand enhet 7")
    assert least_seconds(lambda: ranking.find("hand enhet 7")) < 0.1
