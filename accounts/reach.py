"""Where and in which language somebody can be written to."""

from collections.abc import Collection
from dataclasses import dataclass

from accounts.models import Person


@dataclass(frozen=True)
class Reach:
    """`email` is a confirmed address, or None for who has none. `language` is None where it is not known."""

    id: str
    name: str
    email: str | None
    language: str | None


async def reach_of(ids: Collection[str]) -> dict[str, Reach]:
    """How these people can be reached. Who closed their account, or is suspended, has no entry."""
    living = Person.filter(id__in=list(ids), closed_at=None, suspended_at=None)
    rows = await living.values("id", "name", "email", "email_confirmed_at", "language")
    return {
        row["id"]: Reach(row["id"], row["name"], row["email"] if row["email_confirmed_at"] else None, row["language"])
        for row in rows
    }
