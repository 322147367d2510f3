"""What is known beside an item: hits of rules, flags, its author's record, earlier decisions."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from tortoise.expressions import Q

from moderation.decisions.models import Ban
from moderation.decisions.ruling import KEEPING_OUT
from moderation.evidence.models import Evidence
from moderation.items.models import ReviewItem
from moderation.known.models import KnownPerson
from moderation.models import Decision, Flag, RuleHit
from moderation.risk.hits import threshold_of
from moderation.sealed.models import SealedCase

JSON = dict[str, Any]
_MOST = 50


async def hits_of(items: Sequence[JSON]) -> dict[tuple[str, str], list[JSON]]:
    """What was found in the revision that each item is about, by its target, in the text's order.

    What the model heard has its `score`, and the `threshold` from where on its version of that day was heard so.
    """
    revisions = {(item["target_type"], item["target_id"]): item["revision"] for item in items}
    found: dict[tuple[str, str], list[JSON]] = {}
    rows = RuleHit.filter(target_id__in=[id_ for _type, id_ in revisions]).order_by("start", "id")
    for row in await rows.values(*_HIT, "target_type", "target_id", "revision") if items else []:
        target = row.pop("target_type"), row.pop("target_id")
        if revisions.get(target) == row.pop("revision"):
            found.setdefault(target, []).append(row | {"threshold": threshold_of(row)})
    return found


def _keeps_out(decision: JSON, now: datetime) -> bool:
    """Whether a decision keeps its author from writing, or out; what has no end is a ban, but for what hosts decide."""
    until = decision["until"]
    return decision["action"] in KEEPING_OUT if until is None else until > now


_HIT = ("rule", "version", "kind", "start", "end", "score")


async def labels_of(cases: Collection[str]) -> dict[str, str]:
    """What sealed cases are called, which says nothing of them."""
    rows = await SealedCase.filter(id__in=list(cases)).values("id", "label") if cases else []
    return {row["id"]: row["label"] for row in rows}


async def flags_on(item: JSON) -> list[JSON]:
    """The flags on an item's target, oldest first."""
    found = Flag.filter(target_type=item["target_type"], target_id=item["target_id"])
    return await found.order_by("at", "id").limit(_MOST).values()


async def decisions_on(item: JSON) -> list[JSON]:
    """What was decided about an item's target, oldest first."""
    found = Decision.filter(target_type=item["target_type"], target_id=item["target_id"])
    return await found.order_by("at", "id").limit(_MOST).values()


async def evidence_of(item: JSON) -> str | None:
    """The latest that was kept of an item's target."""
    kept = Evidence.filter(target_type=item["target_type"], target_id=item["target_id"])
    rows = await kept.order_by("-id").limit(1).values("id")
    return str(rows[0]["id"]) if rows else None


async def record_of(author: str, force: str, now: datetime, cases: Collection[str]) -> JSON:
    """An author's history: counts of posts, what was decided by action, the latest decisions, and what still stands.

    What was decided under a sealed case that is not one of `cases` is not among the latest: its reason may tell.
    """
    known = await KnownPerson.filter(person_id=author).first().values()
    latest = await Decision.filter(author_id=author, force_id=force).order_by("-id").limit(_MOST).values()
    sealed = ReviewItem.filter(author_id=author, force_id=force, case_id__not_isnull=True)
    kept = {str(id_) for id_, case in await sealed.values_list("id", "case_id") if case not in cases}
    superseded = {row["supersedes_id"] for row in latest}
    standing = [row for row in latest if _keeps_out(row, now) and row["id"] not in superseded]
    bans = await Ban.filter(Q(until=None) | Q(until__gt=now), person_id=author, force_id=force, ended_at=None).values()
    return {
        **{name: (known or {}).get(name, 0) for name in ("approved", "refused", "stood")},
        "known_at": (known or {}).get("known_at"),
        "actions": Counter(row["action"] for row in latest if row["id"] not in superseded),
        "latest": [row for row in latest if row["item_id"] not in kept][:5],
        "restrictions": standing,
        "bans": bans,
    }
