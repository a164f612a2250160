"""What stands in the way of approval: everything that a rule found to block it."""

from collections.abc import Iterable

from editor_app.checks.findings import Finding, Severity
from editor_app.domain.errors import EditorAppError


class NotReady(EditorAppError):
    """The article cannot be approved; `findings`, all of which block it, say what is wrong."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(finding.rule for finding in findings))
        self.findings = findings


def require_ready(findings: Iterable[Finding]) -> None:
    """Raise NotReady where one of `findings` blocks an approval."""
    blocking = tuple(finding for finding in findings if finding.severity is Severity.BLOCKS)
    if blocking:
        raise NotReady(blocking)
