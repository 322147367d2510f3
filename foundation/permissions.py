"""Who is asking, and every act that can be asked for.

One enum names each act of the product as `feature.act`. A feature's `policy.py` decides whether a viewer may do it to
one thing; the route or event names it, and the architecture test refuses one that does not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Self


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

ANYBODY: frozenset[Role | None] = frozenset({None, *Role})
PEOPLE: frozenset[Role | None] = frozenset(Role)
STAFF_ONLY: frozenset[Role | None] = frozenset(STAFF)
HOSTS: frozenset[Role | None] = frozenset(ENROLLED)
"""Who can hold a room, or speak for those who do: a council's or partner's guest host is not staff."""
OFFICERS: frozenset[Role | None] = frozenset({Role.OFFICER})
ADMINISTRATORS: frozenset[Role | None] = frozenset({Role.ADMINISTRATOR})
MODERATORS: frozenset[Role | None] = frozenset({Role.MODERATOR, Role.ADMINISTRATOR})


class Permission(StrEnum):
    """Every act that a route or an event may ask for, and the roles that can ever be allowed it: anybody, or these."""

    roles: frozenset[Role | None]

    def __new__(cls, act: str, roles: frozenset[Role | None] = ANYBODY) -> Self:
        permission = str.__new__(cls, act)
        permission._value_ = act
        permission.roles = roles
        return permission

    PUBLIC_READ = "public.read"
    OPERATIONS_READ = "operations.read"

    NEIGHBOURHOOD_READ = "neighbourhood.read"

    SESSION_START = "session.start"
    SESSION_END = "session.end", PEOPLE
    SESSION_LEAVE = "session.leave"
    """The page's button, which also somebody may press who is out by now."""
    SESSION_PROVE = "session.prove", PEOPLE
    ACCOUNT_OPEN = "account.open"
    ACCOUNT_READ = "account.read", PEOPLE
    ACCOUNT_CHANGE = "account.change", PEOPLE
    ACCOUNT_EXPORT = "account.export", PEOPLE
    ACCOUNT_CLOSE = "account.close", PEOPLE
    FACTOR_CHANGE = "factor.change", HOSTS
    AVATAR_READ = "avatar.read"
    AVATAR_CHANGE = "avatar.change", PEOPLE
    PHOTO_CHANGE = "photo.change", OFFICERS
    OFFICER_READ = "officer.read"
    CODE_CHECK = "code.check"
    DUTY_KEEP = "duty.keep", OFFICERS
    RESIDENT_VOUCH = "resident.vouch", OFFICERS
    STAFF_READ = "staff.read", STAFF_ONLY
    STAFF_ENROL = "staff.enrol", ADMINISTRATORS
    STAFF_CONFIRM = "staff.confirm", ADMINISTRATORS
    STAFF_CHANGE = "staff.change", ADMINISTRATORS
    LINK_USE = "link.use"
    HOLD_PLACE = "hold.place", ADMINISTRATORS

    RULES_READ = "rules.read"
    SCREENING_TRY = "screening.try", STAFF_ONLY
    FLAG_MAKE = "flag.make", PEOPLE
    FLAGGER_MUTE = "flagger.mute", MODERATORS
    QUEUE_WORK = "queue.work", MODERATORS
    """The moderators’ queue. That of residents who wait for a word alone is `queue.join` and `queue.serve`."""
    PAGE_ANSWER = "page.answer", STAFF_ONLY
    """To look where somebody may be in danger: who was called."""
    DECISION_MAKE = "decision.make", MODERATORS
    DECISION_UNDO = "decision.undo", STAFF_ONLY
    """To take back what was decided a moment ago: hosts their own, moderators each other's."""
    DECISION_READ = "decision.read", PEOPLE
    """Its author's own page of it."""
    DECISION_APPEAL = "decision.appeal", PEOPLE
    APPEAL_DECIDE = "appeal.decide", MODERATORS
    BAN_CONFIRM = "ban.confirm", MODERATORS
    PRESET_KEEP = "preset.keep", MODERATORS
    EVIDENCE_READ = "evidence.read", MODERATORS
    CASE_SEAL = "case.seal", ADMINISTRATORS
    WORDS_LIST = "words.list", MODERATORS
    SITE_ALLOW = "site.allow", STAFF_ONLY
    RULES_REPLAY = "rules.replay", MODERATORS
    DRILL_READ = "drill.read", MODERATORS
    MODERATION_READ = "moderation.read"
    """What everybody may know of it: the public log and the report."""

    SURGERY_READ = "surgery.read"
    SURGERY_SCHEDULE = "surgery.schedule", OFFICERS
    SURGERY_HOST = "surgery.host", STAFF_ONLY
    ROOM_ENTER = "room.enter"
    ROOM_TALK = "room.talk", PEOPLE
    ROOM_FLAG = "room.flag", PEOPLE
    ROOM_HOST = "room.host", HOSTS
    ROOM_MODERATE = "room.moderate", STAFF_ONLY

    NOTICE_READ = "notice.read", PEOPLE
    NOTICE_CHOOSE = "notice.choose", PEOPLE
    PUSH_SUBSCRIBE = "push.subscribe", PEOPLE
    MAIL_UNSUBSCRIBE = "mail.unsubscribe"
    """The link in a mail: whoever holds it, signed in or not."""
    CALENDAR_READ = "calendar.read"
    REMINDER_SET = "reminder.set", PEOPLE
    SERIES_KEEP = "series.keep", OFFICERS
    QUESTION_VOTE = "question.vote", PEOPLE
    QUESTION_DECIDE = "question.decide", HOSTS
    PROMISE_READ = "promise.read"
    PROMISE_KEEP = "promise.keep", STAFF_ONLY
    QUEUE_JOIN = "queue.join", PEOPLE
    QUEUE_SERVE = "queue.serve", OFFICERS
    BOOTH_ENTER = "booth.enter", PEOPLE
    BOOTH_SUPERVISE = "booth.supervise", STAFF_ONLY
    FLOOR_READ = "floor.read"
    FLOOR_WALK = "floor.walk", PEOPLE
    POLL_VOTE = "poll.vote", PEOPLE
    POLL_RUN = "poll.run", STAFF_ONLY
    CONSOLE_USE = "console.use", STAFF_ONLY
    MINUTES_READ = "minutes.read"
    MINUTES_WRITE = "minutes.write", STAFF_ONLY
    PULSE_ANSWER = "pulse.answer", PEOPLE
    SHEET_ENTER = "sheet.enter", STAFF_ONLY
    LOG_READ = "log.read"
    LOG_KEEP = "log.keep", STAFF_ONLY

    FORUM_READ = "forum.read"
    SECTION_KEEP = "section.keep", ADMINISTRATORS
    TOPIC_POST = "topic.post", PEOPLE
    """To begin a topic or to reply; what that needs of a person, their section says."""
    REPLY_CHANGE = "reply.change", PEOPLE
    REVISION_READ = "revision.read", STAFF_ONLY
    ANSWER_GIVE = "answer.give", OFFICERS
    """To answer on behalf of the police."""
    TOPIC_SOLVE = "topic.solve", PEOPLE
    TOPIC_ARRANGE = "topic.arrange", STAFF_ONLY
    """To pin, move, merge, split, slow down, lock and archive."""
    TOPIC_FOLLOW = "topic.follow", PEOPLE
    TOPIC_PUT_FORWARD = "topic.put-forward", PEOPLE
    """To take it to a surgery as a question, or to the priorities as a proposal."""
    QUESTION_MOVE = "question.move", PEOPLE
    """Hosts ask whether a question may become a topic, its asker says yes or no."""
    DRAFT_KEEP = "draft.keep", PEOPLE
    FORUM_EXCHANGE = "forum.exchange", MODERATORS
    """To export a forum, and to import topics."""
    SEARCH_ASK = "search.ask"

    PRIORITY_READ = "priority.read"
    """Rounds, proposals, results and priorities: everybody may."""
    ROUND_KEEP = "round.keep", STAFF_ONLY
    """To begin a round, to move its dates, to cancel it."""
    ROUND_FOLLOW = "round.follow", PEOPLE
    PROPOSAL_MAKE = "proposal.make", PEOPLE
    PROPOSAL_SUPPORT = "proposal.support", PEOPLE
    PROPOSAL_ARRANGE = "proposal.arrange", STAFF_ONLY
    """To put proposals together, to refuse one, to write what the police know of it."""
    PROPOSAL_APPEAL = "proposal.appeal", PEOPLE
    BALLOT_CAST = "ballot.cast"
    """Whoever may vote in a round, or holds a code that came by letter."""
    SLIP_KEEP = "slip.keep", STAFF_ONLY
    """To print, issue and enter paper ballots and letters."""
    PANEL_NAME = "panel.name", STAFF_ONLY
    PANEL_AGREE = "panel.agree", PEOPLE
    """The panel’s own: its officers adopt, its residents look on and speak."""
    ACTION_WRITE = "action.write", HOSTS
    """To say what was done about a priority: officers, and partners where they are guest hosts."""
    PRIORITY_KEEP = "priority.keep", STAFF_ONLY
    """An adopted priority’s owner, promise and next date."""
    PRIORITY_FOLLOW = "priority.follow", PEOPLE
    WORDS_TAKE_OUT = "words.take-out", MODERATORS
    """To take out what staff wrote around a round: a reason, an answer, a card, a title."""
    REVIEW_GIVE = "review.give", PEOPLE
    OPINION_GIVE = "opinion.give", PEOPLE


@dataclass(frozen=True)
class Viewer:
    """Who is asking, from the record as it is at this request or event.

    `id` is None for somebody signed out, who only reads. `force` is the force that staff serve, and that partners are
    guests of; `neighbourhoods` are those that they serve, or the one a resident lives in; `whole_force`: they serve all
    of their force's. `session` is the id of the session asked with, and `proved_at` when its holder last proved that it
    is them. `address` is where they ask from, truncated, for the audit. `avatar` is the picture that they are shown
    with, for their own pages. `lost_name`: their name was taken away, and they are to choose another. `tier` is how
    well a resident is vouched for; it is known where a session was asked with.
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
    tier: str = field(default="", compare=False)

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


def could_ever(viewer: Viewer, permission: Permission) -> bool:
    """Whether somebody of this role can hold the permission for anything at all.

    The first door, before anything is fetched; the feature's policy then decides about the one thing asked for.
    """
    return viewer.role in permission.roles
