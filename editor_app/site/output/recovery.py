"""What a program does unasked as it starts, for each target that it knows."""

from pathlib import Path

from editor_app.site.errors import TargetBusy
from editor_app.site.output.failures import typed_errors
from editor_app.site.output.opening import load, settle_cut_off, tidy
from editor_app.site.output.place import Place
from editor_app.site.output.turns import turn
from editor_app.site.output.values import Recovered


def recover(target: Path) -> Recovered | None:
    """Finish or undo the switch to `target` that was cut off, if there is one.

    An export that is under way needs nobody's help. Raises what `Output.open` raises for the disk, and
    HalfSwitched.
    """
    with typed_errors(target):
        place = Place(target)
        if not place.beside.is_dir():
            return None
        try:
            with turn(place, patience=0):
                ledger = load(place)
                try:
                    kind = settle_cut_off(place, ledger)
                    tidy(place, ledger)
                finally:
                    ledger.close()
        except TargetBusy:
            return None
    return None if kind is None else Recovered(place.target, kind)
