"""Who is asking, and every act that can be asked for.

One enum names each act of the product as `feature.act`. A feature's `policy.py` decides whether a viewer may do it to
one thing; the route or event names it, and the architecture test refuses one that does not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Role(StrEnum):
    """What a person is in the server's own record, and nowhere else."""

    GUEST = "guest"
    RESIDENT = "resident"
    PARTNER = "partner"
    OFFICER = "officer"
    MODERATOR = "moderator"
    ADMINISTRATOR = "administrator"


class Scope(StrEnum):
    """What staff serve: all of their force, or the neighbourhoods that their record names."""

    FORCE = "force"
    NEIGHBOURHOODS = "neighbourhoods"


STAFF = frozenset({Role.OFFICER, Role.MODERATOR, Role.ADMINISTRATOR})
ENROLLED = STAFF | {Role.PARTNER}
"""Who came by two administrators and is answered for by a force: its staff, and its partners' guest hosts.

They sign in with a second factor, and their names and addresses are the record's.
"""


class Permission(StrEnum):
    """Every act that a route or an event may ask for."""

    PUBLIC_READ = "public.read"
    OPERATIONS_READ = "operations.read"

    NEIGHBOURHOOD_READ = "neighbourhood.read"

    SESSION_START = "session.start"
    SESSION_END = "session.end"
    SESSION_LEAVE = "session.leave"
    """The page's button, which also somebody may press who is out by now."""
    SESSION_PROVE = "session.prove"
    ACCOUNT_OPEN = "account.open"
    ACCOUNT_READ = "account.read"
    ACCOUNT_CHANGE = "account.change"
    ACCOUNT_EXPORT = "account.export"
    ACCOUNT_CLOSE = "account.close"
    FACTOR_CHANGE = "factor.change"
    AVATAR_READ = "avatar.read"
    AVATAR_CHANGE = "avatar.change"
    PHOTO_CHANGE = "photo.change"
    OFFICER_READ = "officer.read"
    CODE_CHECK = "code.check"
    DUTY_KEEP = "duty.keep"
    RESIDENT_VOUCH = "resident.vouch"
    STAFF_READ = "staff.read"
    STAFF_ENROL = "staff.enrol"
    STAFF_CONFIRM = "staff.confirm"
    STAFF_CHANGE = "staff.change"
    LINK_USE = "link.use"
    HOLD_PLACE = "hold.place"

    RULES_READ = "rules.read"
    SCREENING_TRY = "screening.try"
    FLAG_MAKE = "flag.make"
    FLAGGER_MUTE = "flagger.mute"
    QUEUE_WORK = "queue.work"
    """The moderators’ queue. That of residents who wait for a word alone is `queue.join` and `queue.serve`."""
    PAGE_ANSWER = "page.answer"
    """To look where somebody may be in danger: who was called."""
    DECISION_MAKE = "decision.make"
    DECISION_UNDO = "decision.undo"
    """To take back what was decided a moment ago: hosts their own, moderators each other's."""
    DECISION_READ = "decision.read"
    """Its author's own page of it."""
    DECISION_APPEAL = "decision.appeal"
    APPEAL_DECIDE = "appeal.decide"
    BAN_CONFIRM = "ban.confirm"
    PRESET_KEEP = "preset.keep"
    EVIDENCE_READ = "evidence.read"
    CASE_SEAL = "case.seal"
    WORDS_LIST = "words.list"
    SITE_ALLOW = "site.allow"
    RULES_REPLAY = "rules.replay"
    DRILL_READ = "drill.read"
    MODERATION_READ = "moderation.read"
    """What everybody may know of it: the public log and the report."""

    SURGERY_READ = "surgery.read"
    SURGERY_SCHEDULE = "surgery.schedule"
    SURGERY_HOST = "surgery.host"
    ROOM_ENTER = "room.enter"
    ROOM_TALK = "room.talk"
    ROOM_FLAG = "room.flag"
    ROOM_HOST = "room.host"
    ROOM_MODERATE = "room.moderate"

    NOTICE_READ = "notice.read"
    NOTICE_CHOOSE = "notice.choose"
    PUSH_SUBSCRIBE = "push.subscribe"
    MAIL_UNSUBSCRIBE = "mail.unsubscribe"
    """The link in a mail: whoever holds it, signed in or not."""
    CALENDAR_READ = "calendar.read"
    REMINDER_SET = "reminder.set"
    SERIES_KEEP = "series.keep"
    QUESTION_VOTE = "question.vote"
    QUESTION_DECIDE = "question.decide"
    PROMISE_READ = "promise.read"
    PROMISE_KEEP = "promise.keep"
    QUEUE_JOIN = "queue.join"
    QUEUE_SERVE = "queue.serve"
    BOOTH_ENTER = "booth.enter"
    BOOTH_SUPERVISE = "booth.supervise"
    FLOOR_READ = "floor.read"
    FLOOR_WALK = "floor.walk"
    POLL_VOTE = "poll.vote"
    POLL_RUN = "poll.run"
    CONSOLE_USE = "console.use"
    MINUTES_READ = "minutes.read"
    MINUTES_WRITE = "minutes.write"
    PULSE_ANSWER = "pulse.answer"
    SHEET_ENTER = "sheet.enter"
    LOG_READ = "log.read"
    LOG_KEEP = "log.keep"


@dataclass(frozen=True)
class Viewer:
    """Who is asking, from the record as it is at this request or event.

    `id` is None for somebody signed out, who only reads. `force` is the force that staff serve, and that partners are
    guests of; `neighbourhoods` are those that they serve, or the one a resident lives in; `whole_force`: they serve all
    of their force's. `session` is the id of the session asked with, and `proved_at` when its holder last proved that it
    is them. `address` is where they ask from, truncated, for the audit. `avatar` is the picture that they are shown
    with, for their own pages. `lost_name`: their name was taken away, and they are to choose another.
    """

    id: str | None = None
    name: str = ""
    role: Role | None = None
    force: str | None = None
    neighbourhoods: frozenset[str] = field(default_factory=frozenset)
    session: str | None = None
    whole_force: bool = False
    proved_at: datetime | None = None
    address: str = ""
    avatar: Mapping[str, Any] | None = field(default=None, compare=False)
    lost_name: bool = False

    @property
    def signed_in(self) -> bool:
        return self.id is not None

    @property
    def is_staff(self) -> bool:
        return self.role in STAFF

    @property
    def is_enrolled(self) -> bool:
        return self.role in ENROLLED

    def serves(self, force: str, neighbourhood: str) -> bool:
        """Whether somebody on the staff serves this neighbourhood of this force."""
        return self.is_staff and self._covers(force, neighbourhood)

    def is_guest_in(self, force: str, neighbourhood: str) -> bool:
        """Whether a partner may be a guest host in this neighbourhood of this force."""
        return self.role is Role.PARTNER and self._covers(force, neighbourhood)

    def _covers(self, force: str, neighbourhood: str) -> bool:
        return self.force == force and (self.whole_force or neighbourhood in self.neighbourhoods)


READER = Viewer()

ANYBODY: frozenset[Role | None] = frozenset({None, *Role})
PEOPLE: frozenset[Role | None] = frozenset(Role)
STAFF_ONLY: frozenset[Role | None] = frozenset(STAFF)
HOSTS: frozenset[Role | None] = frozenset(ENROLLED)
"""Who can hold a room, or speak for those who do: a council's or partner's guest host is not staff."""
OFFICERS: frozenset[Role | None] = frozenset({Role.OFFICER})
ADMINISTRATORS: frozenset[Role | None] = frozenset({Role.ADMINISTRATOR})
MODERATORS: frozenset[Role | None] = frozenset({Role.MODERATOR, Role.ADMINISTRATOR})

_GRANTS: dict[Permission, frozenset[Role | None]] = {
    Permission.ACCOUNT_READ: PEOPLE,
    Permission.ACCOUNT_CHANGE: PEOPLE,
    Permission.ACCOUNT_EXPORT: PEOPLE,
    Permission.ACCOUNT_CLOSE: PEOPLE,
    Permission.SESSION_END: PEOPLE,
    Permission.SESSION_PROVE: PEOPLE,
    Permission.FACTOR_CHANGE: HOSTS,
    Permission.AVATAR_CHANGE: PEOPLE,
    Permission.PHOTO_CHANGE: OFFICERS,
    Permission.DUTY_KEEP: OFFICERS,
    Permission.RESIDENT_VOUCH: OFFICERS,
    Permission.STAFF_READ: STAFF_ONLY,
    Permission.STAFF_ENROL: ADMINISTRATORS,
    Permission.STAFF_CONFIRM: ADMINISTRATORS,
    Permission.STAFF_CHANGE: ADMINISTRATORS,
    Permission.HOLD_PLACE: ADMINISTRATORS,
    Permission.SCREENING_TRY: STAFF_ONLY,
    Permission.FLAG_MAKE: PEOPLE,
    Permission.FLAGGER_MUTE: MODERATORS,
    Permission.QUEUE_WORK: MODERATORS,
    Permission.PAGE_ANSWER: STAFF_ONLY,
    Permission.DECISION_MAKE: MODERATORS,
    Permission.DECISION_UNDO: STAFF_ONLY,
    Permission.DECISION_READ: PEOPLE,
    Permission.DECISION_APPEAL: PEOPLE,
    Permission.APPEAL_DECIDE: MODERATORS,
    Permission.BAN_CONFIRM: MODERATORS,
    Permission.PRESET_KEEP: MODERATORS,
    Permission.EVIDENCE_READ: MODERATORS,
    Permission.CASE_SEAL: ADMINISTRATORS,
    Permission.WORDS_LIST: MODERATORS,
    Permission.SITE_ALLOW: STAFF_ONLY,
    Permission.RULES_REPLAY: MODERATORS,
    Permission.DRILL_READ: MODERATORS,
    Permission.SURGERY_SCHEDULE: OFFICERS,
    Permission.SURGERY_HOST: STAFF_ONLY,
    Permission.ROOM_TALK: PEOPLE,
    Permission.ROOM_FLAG: PEOPLE,
    Permission.ROOM_HOST: HOSTS,
    Permission.ROOM_MODERATE: STAFF_ONLY,
    Permission.NOTICE_READ: PEOPLE,
    Permission.NOTICE_CHOOSE: PEOPLE,
    Permission.PUSH_SUBSCRIBE: PEOPLE,
    Permission.REMINDER_SET: PEOPLE,
    Permission.SERIES_KEEP: OFFICERS,
    Permission.QUESTION_VOTE: PEOPLE,
    Permission.QUESTION_DECIDE: HOSTS,
    Permission.PROMISE_KEEP: STAFF_ONLY,
    Permission.QUEUE_JOIN: PEOPLE,
    Permission.QUEUE_SERVE: OFFICERS,
    Permission.BOOTH_ENTER: PEOPLE,
    Permission.BOOTH_SUPERVISE: STAFF_ONLY,
    Permission.FLOOR_WALK: PEOPLE,
    Permission.POLL_VOTE: PEOPLE,
    Permission.POLL_RUN: STAFF_ONLY,
    Permission.CONSOLE_USE: STAFF_ONLY,
    Permission.MINUTES_WRITE: STAFF_ONLY,
    Permission.PULSE_ANSWER: PEOPLE,
    Permission.SHEET_ENTER: STAFF_ONLY,
    Permission.LOG_KEEP: STAFF_ONLY,
}


def could_ever(viewer: Viewer, permission: Permission) -> bool:
    """Whether somebody of this role can hold the permission for anything at all.

    The first door, before anything is fetched; the feature's policy then decides about the one thing asked for.
    """
    return viewer.role in _GRANTS.get(permission, ANYBODY)
