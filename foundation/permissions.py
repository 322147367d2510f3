"""Who is asking, and every act that can be asked for.

One enum names each act of the product as `feature.act`. A feature's `policy.py` decides whether a viewer may do it to
one thing; the route or event names it, and the architecture test refuses one that does not.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a person is in the server's own record, and nowhere else."""

    GUEST = "guest"
    RESIDENT = "resident"
    PARTNER = "partner"
    OFFICER = "officer"
    MODERATOR = "moderator"
    ADMINISTRATOR = "administrator"


STAFF = frozenset({Role.OFFICER, Role.MODERATOR, Role.ADMINISTRATOR})


class Permission(StrEnum):
    """Every act that a route or an event may ask for."""

    PUBLIC_READ = "public.read"
    OPERATIONS_READ = "operations.read"

    NEIGHBOURHOOD_READ = "neighbourhood.read"

    SESSION_START = "session.start"
    SESSION_END = "session.end"
    ACCOUNT_READ = "account.read"
    ACCOUNT_CHANGE = "account.change"
    OFFICER_READ = "officer.read"
    STAFF_ENROL = "staff.enrol"
    LINK_USE = "link.use"

    RULES_READ = "rules.read"
    SCREENING_TRY = "screening.try"

    SURGERY_READ = "surgery.read"
    SURGERY_SCHEDULE = "surgery.schedule"
    SURGERY_HOST = "surgery.host"
    ROOM_ENTER = "room.enter"
    ROOM_TALK = "room.talk"
    ROOM_FLAG = "room.flag"
    ROOM_HOST = "room.host"
    ROOM_MODERATE = "room.moderate"


@dataclass(frozen=True)
class Viewer:
    """Who is asking, from the record as it is at this request or event.

    `id` is None for somebody signed out, who only reads. `force` is the force that staff serve; `neighbourhoods` are
    an officer's, or the one a resident lives in. `session` is the id of the session asked with.
    """

    id: str | None = None
    name: str = ""
    role: Role | None = None
    force: str | None = None
    neighbourhoods: frozenset[str] = field(default_factory=frozenset)
    session: str | None = None

    @property
    def signed_in(self) -> bool:
        return self.id is not None

    @property
    def is_staff(self) -> bool:
        return self.role in STAFF


READER = Viewer()

ANYBODY: frozenset[Role | None] = frozenset({None, *Role})
PEOPLE: frozenset[Role | None] = frozenset(Role)
STAFF_ONLY: frozenset[Role | None] = frozenset(STAFF)

_GRANTS: dict[Permission, frozenset[Role | None]] = {
    Permission.ACCOUNT_READ: PEOPLE,
    Permission.ACCOUNT_CHANGE: PEOPLE,
    Permission.STAFF_ENROL: frozenset({Role.ADMINISTRATOR}),
    Permission.SCREENING_TRY: STAFF_ONLY,
    Permission.SURGERY_SCHEDULE: frozenset({Role.OFFICER}),
    Permission.SURGERY_HOST: STAFF_ONLY,
    Permission.ROOM_TALK: PEOPLE,
    Permission.ROOM_FLAG: PEOPLE,
    Permission.ROOM_HOST: STAFF_ONLY,
    Permission.ROOM_MODERATE: STAFF_ONLY,
}


def could_ever(viewer: Viewer, permission: Permission) -> bool:
    """Whether somebody of this role can hold the permission for anything at all.

    The first door, before anything is fetched; the feature's policy then decides about the one thing asked for.
    """
    return viewer.role in _GRANTS.get(permission, ANYBODY)
