"""What a check says of a page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """One check of one page; `findings` are sentences, none where it passed."""

    page: str
    check: str
    findings: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        return not self.findings
