"""Errors that prevent the work."""

import pickle
from pathlib import Path

from editor_app.site.output.errors import WouldDestroy
from editor_app.site.output.values import Conflict, ConflictKind


def test_another_process_raises_an_error_here_with_all_that_it_carries():
    error = WouldDestroy(Path("webben"), (Conflict("index.html", ConflictKind.FOREIGN),))

    raised = pickle.loads(pickle.dumps(error))

    assert type(raised) is WouldDestroy
    assert (str(raised), raised.target, raised.conflicts) == (str(error), error.target, error.conflicts)
