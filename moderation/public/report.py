"""A month of moderation in figures: their shapes, and how they are worked out of the decisions' rows."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from moderation.public.acts import PlaceAnswer
from moderation.public.kinds import PUBLIC_KINDS, public_kind
from moderation.public.small_numbers import FEW, Told
from moderation.public.spread import percentile

JSON = dict[str, Any]


class Counted(msgspec.Struct):
    """How often something was: `name` is that of the API."""

    name: str
    count: Told


class KindFigures(msgspec.Struct):
    """What was decided about one kind of thing, by people and by rules.

    Times are in seconds from when a decision was first asked for until a person took it; null for fewer than five.
    `in_time` is the share (0 to 1) of those that were decided by when they were due.
    """

    kind: str
    decisions: int
    overturned: int
    timed: int
    median_seconds: float | None
    p90_seconds: float | None
    in_time: float | None


class AppealFigures(msgspec.Struct):
    """Appeals made in the month, and what has come of them until now."""

    made: Told
    stands: Told
    overturned: Told
    open: Told


class DrillFigures(msgspec.Struct):
    """A drill: its ISO week, and after how many seconds somebody looked; null: nobody within the hour, or not yet."""

    force: str
    week: str
    seconds: float | None


class MonthFigures(msgspec.Struct):
    """How many decisions a month had."""

    month: str
    decisions: int


class Report(msgspec.Struct):
    """A month in figures; `force` null is every force of the server. `over`: whether the month has ended.

    `posts` were written, `flags` made and `held` begun in the month. A decision that was undone within two minutes is
    counted as `undone` only. `months` are the twelve that end with this one.
    """

    month: str
    force: PlaceAnswer | None
    over: bool
    made_at: str
    posts: int
    flags: Told
    flags_by_reason: list[Counted]
    held: Told
    decisions: int
    by_person: int
    by_rule: int
    overturned: int
    undone: int
    by_kind: list[KindFigures]
    every_kind: KindFigures
    by_action: list[Counted]
    by_clause: list[Counted]
    by_role: list[Counted]
    appeals: AppealFigures
    drills: list[DrillFigures]
    months: list[MonthFigures]


def figures_of(kind: str, rows: Sequence[JSON]) -> KindFigures:
    """Of the decisions about one kind, or of all of them."""
    timed = [row for row in rows if _is_timed(row)]
    seconds = [(row["at"] - row["opened_at"]).total_seconds() for row in timed]
    due = [row for row in timed if row["due_at"] is not None]
    enough = len(timed) >= FEW
    return KindFigures(
        kind=kind,
        decisions=len(rows),
        overturned=sum(row["overturned"] for row in rows),
        timed=len(timed),
        median_seconds=_rounded(percentile(seconds, 0.5)) if enough else None,
        p90_seconds=_rounded(percentile(seconds, 0.9)) if enough else None,
        in_time=round(sum(row["at"] <= row["due_at"] for row in due) / len(due), 3) if len(due) >= FEW else None,
    )


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 1)


def figures_by_kind(rows: Iterable[JSON]) -> list[KindFigures]:
    """By the kinds as they are told, the most urgent first; without those that nothing was decided about."""
    of_kind: dict[str, list[JSON]] = {kind: [] for kind in PUBLIC_KINDS}
    for row in rows:
        of_kind[public_kind(row["kind"])].append(row)
    return [figures_of(kind, found) for kind, found in of_kind.items() if found]


def counted(names: Iterable[str]) -> list[Counted]:
    """Each name with how often it stands there, the most frequent first."""
    ordered = sorted(Counter(names).items(), key=lambda each: (-each[1], each[0]))
    return [Counted(name, count) for name, count in ordered]


def _is_timed(row: JSON) -> bool:
    """Whether a person ended somebody's waiting: who passes it on, or decides again, does not."""
    return row["actor_id"] is not None and row["opened_at"] is not None and row["action"] not in _GO_ON


_GO_ON = ("escalate", "restore", "overturn")
