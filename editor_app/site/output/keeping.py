"""How much is kept of what exports have replaced."""

from editor_app.site.output.disk import remove_tree
from editor_app.site.output.ledger import Ledger
from editor_app.site.output.opening import kept_numbers
from editor_app.site.output.place import Place

KEPT_GENERATIONS = 5


def prune(place: Place, ledger: Ledger) -> None:
    """Let the oldest of what is kept go, so that `KEPT_GENERATIONS` are left."""
    for number in kept_numbers(place)[:-KEPT_GENERATIONS]:
        # First the record: what is listed can be gone back to.
        ledger.run("BEGIN IMMEDIATE")
        for table, column in (
            ("generations", "number"),
            ("kept_files", "generation"),
            ("kept_articles", "generation"),
        ):
            ledger.run(f"DELETE FROM {table} WHERE {column} <= ?", (number,))
        ledger.run("COMMIT")
        remove_tree(place.kept_of(number))
