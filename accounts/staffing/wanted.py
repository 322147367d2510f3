"""What an administrator wants of the staff: as it was typed, and as it was checked and is kept."""

from dataclasses import dataclass
from typing import Any

from accounts.staffing.models import Enrolment
from accounts.staffing.posts import Post
from foundation.permissions import Role, Scope


@dataclass(frozen=True)
class NewStaff:
    """Somebody as an administrator enters them: everything is text from outside.

    `rank` and `number` are an officer's, `organisation` and `partner_post` (what they do there) a partner's.
    `neighbourhoods` are ids or names. `scope` is `force` or `neighbourhoods`;
    empty: an officer serves neighbourhoods, others the force. `force` counts only for who serves none of their own.
    """

    name: str
    email: str
    role: str
    rank: str = ""
    number: str = ""
    organisation: str = ""
    partner_post: str = ""
    scope: str = ""
    neighbourhoods: tuple[str, ...] = ()
    force: str = ""


@dataclass(frozen=True)
class StaffChange:
    """What the record of somebody on the staff should say instead."""

    name: str
    email: str
    rank: str = ""
    number: str = ""
    organisation: str = ""
    partner_post: str = ""


@dataclass(frozen=True)
class Wanted:
    """Staff as they were checked, and as their enrolment keeps them. `person`: whose record is to be changed."""

    name: str
    email: str
    post: Post
    rank: str = ""
    number: str = ""
    organisation: str = ""
    partner_post: str = ""
    person: str | None = None

    def record(self) -> dict[str, str]:
        """What the record of an officer or a partner says besides the name."""
        names = ("rank", "number", "organisation", "partner_post")
        return {name: getattr(self, name) for name in names}

    def kept(self) -> dict[str, object]:
        """An enrolment's `details`."""
        details: dict[str, object] = {**self.record()}
        return details | {"neighbourhoods": list(self.post.places), "change": self.person is not None}


def wanted_of(row: Enrolment) -> Wanted:
    """What an enrolment keeps."""
    details: dict[str, Any] = row.details
    post = Post(Role(row.role), row.force_id, Scope(row.scope), tuple(details.get("neighbourhoods", ())))
    # A new person's enrolment has one too, once they came to be: it is no change of them.
    person = str(row.person_id) if details.get("change") else None  # type: ignore[attr-defined]  # Tortoise adds it to the relation
    kept = {name: str(details.get(name, "")) for name in ("rank", "number", "organisation", "partner_post")}
    return Wanted(row.name, row.email, post, person=person, **kept)
