"""The promises of a neighbourhood: made, kept, late."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from rooms.promises import store
from rooms.promises.models import PromiseState
from rooms.promises.shown import is_shown, promise_shown

JSON = dict[str, Any]


@dataclass(frozen=True)
class Register:
    """`counts`: made, kept, open, late, withdrawn. The lists hold promises as `entry` makes them.

    `late` and `open` by their day, the longest late first; `settled` with the newest first.
    """

    counts: JSON
    late: list[JSON]
    open: list[JSON]
    settled: list[JSON]

    @property
    def all(self) -> list[JSON]:
        return [*self.late, *self.open, *self.settled]


async def register_of(neighbourhood: str, today: date) -> Register:
    """Every promise of a neighbourhood as it stands on that day."""
    entries = [entry(row, today) for row in await store.in_neighbourhood(neighbourhood)]
    by_standing = Counter(promise["standing"] for promise in entries)
    settled = [promise for promise in entries if promise["standing"] in ("kept", "withdrawn")]
    names = ("kept", "open", "late", "withdrawn")
    return Register(
        counts={"made": len(entries)} | {name: by_standing[name] for name in names},
        late=[promise for promise in entries if promise["standing"] == "late"],
        open=[promise for promise in entries if promise["standing"] == "open"],
        settled=sorted(settled, key=lambda promise: str(promise["settled_at"]), reverse=True),
    )


def entry(row: JSON, today: date) -> JSON:
    """A promise with `standing` (open, late, kept, withdrawn), `due` (a date) and `asked` (the question, if shown)."""
    late = row["state"] == PromiseState.OPEN and row["due_on"] < today.isoformat()
    about = row["asked"] if is_shown(row) else None
    return promise_shown(row) | {
        "standing": "late" if late else str(row["state"]),
        "due": date.fromisoformat(row["due_on"]),
        "asked": about,
        "owner_id": row["owner_id"],
    }
