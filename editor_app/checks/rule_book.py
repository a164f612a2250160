"""All rules, and what is said of their findings in the language of the interface."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from editor_app.checks.findings import Finding
from editor_app.checks.rule import Rule
from editor_app.checks.rules import (
    approval,
    dates,
    details,
    images,
    links,
    names,
    opening,
    plain_language,
    privacy,
    quotes,
    structure,
    typography,
)
from editor_app.translation import _

_GAP = re.compile(r"\{\w+\}")

RULES: tuple[Rule, ...] = (
    *opening.RULES,
    *structure.RULES,
    *details.RULES,
    *links.RULES,
    *images.RULES,
    *typography.RULES,
    *quotes.RULES,
    *dates.RULES,
    *plain_language.RULES,
    *names.RULES,
    *privacy.RULES,
    *approval.RULES,
)
RULES_BY_ID: Mapping[str, Rule] = MappingProxyType({rule.id: rule for rule in RULES})


def message(finding: Finding) -> str:
    """Return what is wrong, without a full stop."""
    return _(finding.wording or RULES_BY_ID[finding.rule].message).format(**finding.values)


def general_message(rule: Rule) -> str:
    """Return what is wrong wherever `rule` fires: an ellipsis stands for what differs."""
    return _GAP.sub("…", _(rule.message))


def explanation(finding: Finding) -> str:
    """Return in one sentence why that matters and what to do."""
    return finding.values.get("why") or _(RULES_BY_ID[finding.rule].explanation)


def source(finding: Finding) -> str:
    """Return what the rule rests on."""
    return finding.values.get("source") or RULES_BY_ID[finding.rule].source
