"""Articles as JSON for scripts."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from editor_app.desk.comparison import Comparison, count_words
from editor_app.desk.incoming_values import TakenIn
from editor_app.desk.values import ArticleSummary, ExportPlan, ExportResult, WorkingCopy
from editor_app.desk.version_values import VersionSummary
from editor_app.domain.article import Category, Contact
from editor_app.domain.codec import to_builtins

Json = dict[str, Any]


def as_json(value: Any) -> str:
    """Return `value` as indented JSON, letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def builtins(value: Any) -> Any:
    """Return a frozen value as dicts, lists and strings."""
    return msgspec.to_builtins(value, enc_hook=str)


def summary_json(summary: ArticleSummary) -> Json:
    """Return one line of the archive's list."""
    return dict(msgspec.to_builtins(summary))


def taken_json(taken: TakenIn, file: str) -> Json:
    """Return what is worth knowing of a draft that was just made of `file`."""
    article = taken.working_copy.article
    return {
        "id": article.id,
        "title": article.title,
        "kind": article.kind.value,
        "file": file,
        "notes": list(taken.notes),
    }


def export_json(result: ExportResult) -> Json:
    """Return what an export did."""
    return dict(msgspec.to_builtins(result, enc_hook=str))


def plan_json(plan: ExportPlan) -> Json:
    """Return what an export would do."""
    return dict(msgspec.to_builtins(plan, enc_hook=str))


def working_copy_json(
    copy: WorkingCopy, categories: Mapping[str, Category], contacts: Iterable[Contact]
) -> Json:
    """Return everything that is known of an article, its category and contacts spelt out.

    `body` is as the codec writes it, the schema number beside the blocks.
    """
    article = copy.article
    details: Json = msgspec.to_builtins(article)
    standing: Json = msgspec.to_builtins(copy)
    del standing["article"]
    category = categories.get(article.category_id) if article.category_id else None
    return {
        **details,
        "body": to_builtins(article.body),
        "category": msgspec.to_builtins(category),
        "contacts": msgspec.to_builtins(list(contacts)),
        **standing,
    }


def version_json(version: VersionSummary) -> Json:
    """Return what is known of a version; each approval has `by` and `at`."""
    approvals = [{"by": name, "at": moment} for name, moment in version.approvals]
    return dict(msgspec.to_builtins({**msgspec.structs.asdict(version), "approvals": approvals}))


def comparison_json(comparison: Comparison) -> Json:
    """Return the whole comparison, with how many words came and went."""
    counts = count_words(comparison)
    # Sets have no order of their own, and scripts compare outputs.
    details: Json = msgspec.to_builtins(comparison, order="deterministic")
    return {
        "same": comparison.is_same,
        "words_added": counts.added,
        "words_removed": counts.removed,
        **details,
    }
