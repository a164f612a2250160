"""The commands that take an article through its workflow."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from editor_app.command_line.arguments.approval import ANY, APPROVED, SEPARATELY, WITH_APPROVAL
from editor_app.command_line.article_json import as_json
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.given_ids import find_article
from editor_app.command_line.logins import name_of
from editor_app.desk.desk import Desk
from editor_app.desk.errors import PassageGone
from editor_app.desk.values import ForcedApproval, WorkingCopy
from editor_app.domain.article import Kind
from editor_app.domain.comment import TITLE, Passage
from editor_app.domain.passages import commented_texts, find_passage
from editor_app.domain.policy import Approvers, Policy
from editor_app.domain.retention import KEPT_FOR_EVER, RetentionRule
from editor_app.domain.swedish_time import minute_text
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.domain.workflow import LiveSide
from editor_app.translation import _, ngettext


def _submit(desk: Desk, arguments: Namespace) -> ExitCode:
    copy = desk.submit(find_article(desk, arguments.id), by=arguments.by)
    return _tell(_("“{title}” is submitted and waits for approval."), copy)


def _take_back(desk: Desk, arguments: Namespace) -> ExitCode:
    copy = desk.take_back(find_article(desk, arguments.id), by=arguments.by)
    return _tell(_("“{title}” is a draft again."), copy)


def _return(desk: Desk, arguments: Namespace) -> ExitCode:
    article_id = find_article(desk, arguments.id)
    passage = _passage(desk, article_id, arguments.passage) if arguments.passage else None
    copy = desk.return_to_author(article_id, arguments.comment, by=arguments.by, passage=passage)
    return _tell(_("“{title}” is a draft again, and your comment is kept with it."), copy)


def _passage(desk: Desk, article_id: str, words: str) -> Passage:
    """Return where the words stand first in the article, or what is nearest to them; raises PassageGone."""
    texts = commented_texts(desk.open(article_id).article)
    found = find_passage(Passage(TITLE, 0, len(words), words), texts)
    if found is None:
        raise PassageGone(words)
    return found


def _approve(desk: Desk, arguments: Namespace) -> ExitCode:
    copy = desk.approve(
        find_article(desk, arguments.id), by=arguments.by, forced_reason=arguments.force_because or ""
    )
    if copy.has_news:
        return _tell(_("“{title}” is approved and waits to be published."), copy)
    return _tell(_("“{title}” is approved and goes with the next export."), copy)


def _publish(desk: Desk, arguments: Namespace) -> ExitCode:
    copy = desk.publish(find_article(desk, arguments.id), by=arguments.by)
    return _tell(_("“{title}” is published and goes with the next export."), copy)


def _correct(desk: Desk, arguments: Namespace) -> ExitCode:
    article_id = find_article(desk, arguments.id)
    copy = desk.correct(article_id, arguments.words or "", by=arguments.by)
    return _tell(_("“{title}” is a draft to be corrected; what is published stays until then."), copy)


def _withdraw(desk: Desk, arguments: Namespace) -> ExitCode:
    replacement_id = find_article(desk, arguments.instead) if arguments.instead else ""
    copy = desk.withdraw(
        find_article(desk, arguments.id),
        WithdrawalReason(arguments.reason),
        by=arguments.by,
        words=arguments.words or "",
        replacement_id=replacement_id,
    )
    if replacement_id:
        _tell_of_replacement(desk.open(replacement_id))
    return _tell(_("“{title}” is withdrawn. With the next export, its page tells readers so."), copy)


def _tell_of_replacement(copy: WorkingCopy) -> None:
    if copy.standing.live is not LiveSide.LIVE:
        words = _("“{title}” is not on the website: readers are led to it once it is.")
        print(words.format(title=copy.article.title), file=sys.stderr)


def _tell(sentence: str, copy: WorkingCopy) -> ExitCode:
    print(sentence.format(title=copy.article.title))
    return ExitCode.DONE


def _policy(desk: Desk, arguments: Namespace) -> ExitCode:
    policy = desk.policy()
    if arguments.what == "set":
        policy = desk.save_policy(_asked(policy, arguments), by=name_of(arguments))
    forced = desk.forced_this_year()
    if arguments.json:
        details = msgspec.to_builtins(policy)
        print(as_json({**details, "forced_this_year": msgspec.to_builtins(forced)}))
    else:
        print("\n".join(_policy_lines(policy, forced)))
    return ExitCode.DONE


def _asked(policy: Policy, arguments: Namespace) -> Policy:
    return msgspec.structs.replace(
        policy,
        approvers=policy.approvers if arguments.approvers is None else Approvers(arguments.approvers),
        publishes_on_approval=policy.publishes_on_approval
        if arguments.publish is None
        else arguments.publish == WITH_APPROVAL,
        quotes_must_be_approved=policy.quotes_must_be_approved
        if arguments.quotes is None
        else arguments.quotes == APPROVED,
        take_down_months={
            kind: months
            for kind, months in {**policy.take_down_months, **dict(arguments.take_down)}.items()
            if months
        },
        retention=_kept(policy, dict(arguments.keep)),
        words_folder=policy.words_folder
        if arguments.words_folder is None
        else _folder(arguments.words_folder),
    )


def _kept(policy: Policy, asked: Mapping[Kind, int]) -> dict[Kind, RetentionRule]:
    """Return the rules of retention with other years for some kinds; the rest of a rule stays."""
    changed = {
        kind: msgspec.structs.replace(policy.retention.get(kind, KEPT_FOR_EVER), years=years)
        for kind, years in asked.items()
    }
    return {kind: rule for kind, rule in {**policy.retention, **changed}.items() if rule.years}


def _folder(name: str) -> str:
    """Return the folder as one that is found from everywhere, empty for none."""
    return str(Path(name).absolute()) if name else ""


def _policy_lines(policy: Policy, forced: tuple[ForcedApproval, ...]) -> list[str]:
    publishing = WITH_APPROVAL if policy.publishes_on_approval else SEPARATELY
    words = ngettext("{count} forced approval this year", "{count} forced approvals this year", len(forced))
    count = words.format(count=len(forced)) if forced else _("No forced approval this year")
    return [
        f"--approvers {policy.approvers.value} --publish {publishing}"
        f" --quotes {APPROVED if policy.quotes_must_be_approved else ANY}",
        *(f"--take-down {kind.value}={months}" for kind, months in policy.take_down_months.items()),
        *(f"--keep {kind.value}={rule.years}" for kind, rule in policy.retention.items()),
        count,
        *(
            f"{one.article_id}  {minute_text(one.approved_at)}  "
            + " · ".join((one.approved_by, one.title, one.reason))
            for one in forced
        ),
    ]


COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {
    "submit": _submit,
    "take-back": _take_back,
    "return": _return,
    "approve": _approve,
    "publish": _publish,
    "correct": _correct,
    "withdraw": _withdraw,
    "policy": _policy,
}
