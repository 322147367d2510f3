"""People as everybody may see them: the contract's `person`, always from the record as it is now."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, TypedDict

from accounts.avatars.shown import Avatar, avatar_of
from accounts.models import Person
from foundation.language import _
from foundation.permissions import ENROLLED, Role
from foundation.queries import Query

SHOWN = (
    "id", "name", "role", "suspended_at", "closed_at", "avatar", "photo",
    "record__rank", "record__number", "record__confirmed_at",
    "partner__organisation", "partner__post", "partner__confirmed_at",
)  # fmt: skip
"""The columns that `public_person` reads."""

FORMER_MEMBER = "a former member"
"""The name of who closed their account, as the record keeps it."""

# Every message that is told, and every page, asks it.
_SHOWN_OF = Query(
    """
    SELECT person.id, person.name, person.role, person.suspended_at, person.closed_at, person.avatar, person.photo,
           officer_record.rank AS record__rank, officer_record.number AS record__number,
           officer_record.confirmed_at AS record__confirmed_at,
           partner_record.organisation AS partner__organisation, partner_record.post AS partner__post,
           partner_record.confirmed_at AS partner__confirmed_at
    FROM person
    LEFT JOIN officer_record ON officer_record.person_id = person.id
    LEFT JOIN partner_record ON partner_record.person_id = person.id
    WHERE person.id IN ?
    """,
    moments=("suspended_at", "closed_at", "record__confirmed_at", "partner__confirmed_at"),
)


class Badge(TypedDict):
    """The mark of a verified officer; `page` is the path of the officer's public page."""

    rank: str
    number: str
    verified: bool
    page: str


class Organisation(TypedDict):
    """For whom a partner's guest host speaks, and what they do there (empty: not said)."""

    organisation: str
    post: str


class PublicPerson(TypedDict):
    """The contract's person. `officer` is null for everybody but a confirmed officer who is not suspended.

    So is `partner` for everybody but a council's or partner's confirmed guest host. Staff and partners who are
    suspended, not confirmed yet or gone are shown as residents: a role is a mark too.
    """

    id: str
    name: str
    role: str
    officer: Badge | None
    partner: Organisation | None
    avatar: Avatar


@dataclass(frozen=True)
class NewPerson:
    """A person about to be added. `rank` and `number` are an officer's, `organisation` and `post` a partner's.

    `neighbourhoods` are those that they serve; `home` is a resident's.
    `confirmed`: an officer's or partner's record counts, because two administrators, or a demonstration, say so.
    `scope` is theirs and staff's: a `Scope`, or None for what their role usually has.
    `tier`: "email", "postcode" or "confirmed", of a resident. `avatar`: one of the set, or None for who chose none.
    """

    name: str
    role: Role
    email: str | None = None
    password_hash: str | None = None
    force: str | None = None
    home: str | None = None
    tier: str = "email"
    rank: str = ""
    number: str = ""
    organisation: str = ""
    post: str = ""
    neighbourhoods: tuple[str, ...] = ()
    scope: str | None = None
    confirmed: bool = False
    avatar: str | None = None


async def persons(ids: Collection[str]) -> dict[str, dict[str, Any]]:
    """The contract's person for each id, as the record is now, in one query. An id of nobody has no entry."""
    if not ids:
        return {}
    rows = await _SHOWN_OF.rows(list(set(ids)))
    return {row["id"]: public_person(row) for row in rows}


async def person(id_: str) -> dict[str, Any]:
    """The contract's person of one id that is known to be somebody's."""
    return (await persons([id_]))[id_]


async def officers_of(neighbourhood: str) -> list[dict[str, Any]]:
    """The verified officers who serve a neighbourhood, by name."""
    serving = Person.filter(role=Role.OFFICER, serves__neighbourhood_id=neighbourhood, suspended_at=None)
    rows = await serving.filter(record__confirmed_at__not_isnull=True).order_by("name", "id").values(*SHOWN)
    return [public_person(row) for row in rows]


def public_person(row: dict[str, Any]) -> dict[str, Any]:
    """The contract's person from a row of the record with SHOWN."""
    serves = _serves(row)
    verified = serves and row["role"] == Role.OFFICER
    return {
        "id": row["id"],
        "name": _("a former member") if row["closed_at"] and row["name"] == FORMER_MEMBER else row["name"],
        "role": Role.RESIDENT if row["role"] in ENROLLED and not serves else row["role"],
        "officer": _badge(row) if verified else None,
        "partner": _organisation(row) if serves and row["role"] == Role.PARTNER else None,
        "avatar": avatar_of(row, verified),
    }


def _serves(row: dict[str, Any]) -> bool:
    """Whether somebody who was enrolled may be shown as it now."""
    if row["role"] not in ENROLLED or row["suspended_at"] or row["closed_at"]:
        return False
    record = {Role.OFFICER: "record__confirmed_at", Role.PARTNER: "partner__confirmed_at"}.get(row["role"])
    return record is None or row[record] is not None


def _badge(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "rank": row["record__rank"],
        "number": row["record__number"],
        "verified": True,
        "page": f"/officers/{row['id']}",
    }


def _organisation(row: dict[str, Any]) -> dict[str, Any]:
    return {"organisation": row["partner__organisation"], "post": row["partner__post"]}


def tier_of(row: dict[str, Any]) -> str:
    """How well a person is vouched for, from a row with `role`, `confirmed_at` and `postcode_given_at`."""
    if row["role"] == Role.GUEST:
        return "guest"
    if row["confirmed_at"]:
        return "confirmed"
    return "postcode" if row["postcode_given_at"] else "email"
