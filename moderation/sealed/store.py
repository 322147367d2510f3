"""Every query and insert about sealed cases."""

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime
from typing import Any

from foundation import clock
from foundation.ids import new_id
from foundation.models import AuditEntry
from foundation.queries import Query
from moderation.sealed.models import CaseClearance, SealedCase, SealedTerm

JSON = dict[str, Any]
_STANDING = Query(
    """
    SELECT sealed_case.id, sealed_case.force_id, COUNT(sealed_term.id) AS terms
    FROM sealed_case LEFT JOIN sealed_term ON sealed_term.case_id = sealed_case.id
    WHERE sealed_case.ended_at IS NULL AND sealed_case.ends_on >= ? AND sealed_case.key_id = ?
    GROUP BY sealed_case.id, sealed_case.force_id
    """
)
_SEALED_SINCE = Query(
    """
    SELECT sealed_case.id, sealed_case.force_id, MAX(sealed_term.added_at) AS last_added_at
    FROM sealed_case JOIN sealed_term ON sealed_term.case_id = sealed_case.id
    WHERE sealed_case.ended_at IS NULL AND sealed_case.ends_on >= ? AND sealed_case.key_id = ?
    GROUP BY sealed_case.id, sealed_case.force_id
    """,
    moments=("last_added_at",),
)
_SEALED_FOR = Query(
    """
    SELECT target_id, case_id, state, revision FROM review_item
    WHERE target_type = ? AND target_id IN ? AND case_id IS NOT NULL
    """
)


async def standing_cases(today: date, key_id: str) -> list[JSON]:
    """The cases that stand and were hashed with this key: `id`, `force_id` and how many `terms` they have."""
    return await _STANDING.rows(today, key_id)


async def sealed_since(since: datetime, today: date, key_id: str) -> list[JSON]:
    """Those of them that had a term added since: `id`, `force_id`, `last_added_at`."""
    return [row for row in await _SEALED_SINCE.rows(today, key_id) if row["last_added_at"] >= since]


async def looked_back_at(case: str, act: str) -> datetime:
    """When the audit last has this act about a case; long ago where it has none."""
    about = AuditEntry.filter(subject_type="case", subject_id=case, act=act)
    latest = await about.order_by("-at").first()
    return latest.at if latest else datetime.min.replace(tzinfo=UTC)


async def count_standing_but_of(key_id: str, today: date) -> int:
    """How many stand that were hashed with another key than this."""
    return await SealedCase.filter(ended_at=None, ends_on__gte=today).exclude(key_id=key_id).count()


async def terms_of(cases: Collection[str]) -> list[JSON]:
    """`case_id`, `digest` and `words` of all their terms."""
    return await SealedTerm.filter(case_id__in=list(cases)).values("case_id", "digest", "words")


async def count_terms(cases: Collection[str]) -> dict[str, int]:
    """How many terms each has."""
    counts = dict.fromkeys(cases, 0)
    for case in await SealedTerm.filter(case_id__in=list(cases)).values_list("case_id", flat=True):
        counts[str(case)] += 1
    return counts


async def add_case(force: str, label: str, ends_on: date, key_id: str, by: str) -> str:
    """Open a case and give its id. Inside a transaction."""
    case = await SealedCase.create(
        id=new_id(), force_id=force, label=label, ends_on=ends_on, key_id=key_id, opened_by_id=by,
        opened_at=clock.now(),
    )  # fmt: skip
    return case.id


async def add_terms(case: str, terms: Sequence[tuple[str, int]]) -> int:
    """Add hashed terms (digest, words) that it has not yet; gives how many were new. Inside a transaction."""
    there = {str(digest) for digest in await SealedTerm.filter(case_id=case).values_list("digest", flat=True)}
    new = {digest: words for digest, words in terms if digest not in there}
    rows = [
        SealedTerm(id=new_id(), case_id=case, digest=digest, words=words, added_at=clock.now())
        for digest, words in new.items()
    ]
    await SealedTerm.bulk_create(rows)
    return len(rows)


async def cases_of(force: str) -> list[JSON]:
    """The cases of a force, those that stand first, then the newest."""
    rows = await SealedCase.filter(force_id=force).order_by("-id").values()
    return sorted(rows, key=lambda row: row["ended_at"] is not None)


async def set_ended(case: str, by: str) -> bool:
    """End a case now; False where it had ended."""
    return bool(await SealedCase.filter(id=case, ended_at=None).update(ended_at=clock.now(), ended_by_id=by))


async def clearances_of(case: str) -> list[JSON]:
    """Who is cleared, and who was, the newest first."""
    found = CaseClearance.filter(case_id=case).order_by("-id")
    return await found.values("id", "person_id", "given_by_id", "given_at", "ended_by_id", "ended_at")


async def add_clearance(case: str, person: str, by: str) -> bool:
    """Clear somebody; False where they are already. Inside a transaction."""
    if await CaseClearance.filter(case_id=case, person_id=person, ended_at=None).exists():
        return False
    await CaseClearance.create(id=new_id(), case_id=case, person_id=person, given_by_id=by, given_at=clock.now())
    return True


async def end_clearance(case: str, person: str, by: str) -> bool:
    """End somebody's; False where they had none."""
    standing = CaseClearance.filter(case_id=case, person_id=person, ended_at=None)
    return bool(await standing.update(ended_at=clock.now(), ended_by_id=by))


async def sealed_items(target_type: str, targets: Collection[str]) -> list[JSON]:
    """The review items of these things that a sealed case held: `target_id`, `case_id`, `state`, `revision`."""
    return await _SEALED_FOR.rows(target_type, list(targets)) if targets else []
