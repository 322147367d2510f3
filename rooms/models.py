"""Tables of surgeries and their live rooms."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model

from moderation.modes import Mode as Mode


class Status(StrEnum):
    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class RoomKind(StrEnum):
    """What a room is for, and with it who may look in: a booth is its parties' alone"""

    SURGERY = "surgery"
    BOOTH = "booth"
    LOG = "log"


class MeetingKind(StrEnum):
    """What a date in the calendar is. A `meeting` is in person; it may have an online room beside it."""

    SURGERY = "surgery"
    OFFICE_HOURS = "office_hours"
    MEETING = "meeting"


class RelayedFrom(StrEnum):
    """Where somebody said what staff entered for them."""

    DESK = "desk"
    PHONE = "phone"
    PAPER = "paper"


class MessageKind(StrEnum):
    MESSAGE = "message"
    QUESTION = "question"
    ANSWER = "answer"


class MessageState(StrEnum):
    HELD = "held"
    PUBLISHED = "published"
    HIDDEN = "hidden"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"


class RestrictionKind(StrEnum):
    SILENCE = "silence"
    REMOVE = "remove"


class Room(Model):
    """A live place: one log, whose counter `last_seq` is raised on this row by whoever appends."""

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64)
    neighbourhood_id = fields.CharField(max_length=64)
    status = fields.CharEnumField(Status, max_length=16, default=Status.SCHEDULED)
    mode = fields.CharEnumField(Mode, max_length=16, default=Mode.OPEN)
    mode_seconds = fields.IntField(null=True)
    last_seq = fields.IntField(default=0)
    opened_at = fields.DatetimeField(null=True)
    closed_at = fields.DatetimeField(null=True)
    kind = fields.CharEnumField(RoomKind, max_length=16, default=RoomKind.SURGERY, db_default=RoomKind.SURGERY)
    answering = fields.CharField(max_length=16, null=True)
    """The question that a host answers now."""

    class Meta:
        table = "room"


class RoomHost(Model):
    """An officer who holds the room."""

    id = fields.CharField(max_length=16, primary_key=True)
    room: fields.ForeignKeyRelation[Room] = fields.ForeignKeyField("bluelamp.Room", related_name="hosts")
    person_id = fields.CharField(max_length=16)
    seen_at = fields.DatetimeField(null=True)
    """In a booth: when they were last there, none for who has gone. Who talks with a child may need a witness."""

    class Meta:
        table = "room_host"
        unique_together = (("room", "person_id"),)


class Surgery(Model):
    """A scheduled meeting. Its id is its room's.

    What people agreed on is the local time in a zone; the UTC columns are computed from it.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    room: fields.OneToOneRelation[Room] = fields.OneToOneField("bluelamp.Room", related_name="surgery")
    title = fields.CharField(max_length=120)
    neighbourhood_id = fields.CharField(max_length=64)
    local_start = fields.CharField(max_length=16)
    local_end = fields.CharField(max_length=16)
    time_zone = fields.CharField(max_length=64)
    starts_at = fields.DatetimeField(db_index=True)
    ends_at = fields.DatetimeField(db_index=True)
    created_by = fields.CharField(max_length=16)
    created_at = fields.DatetimeField()
    host_seen_at = fields.DatetimeField(null=True)
    host_late_at = fields.DatetimeField(null=True)
    host_absent_at = fields.DatetimeField(null=True)
    kind = fields.CharEnumField(MeetingKind, max_length=16, default=MeetingKind.SURGERY, db_default=MeetingKind.SURGERY)
    topic = fields.CharField(max_length=300, default="", db_default="")
    before_text = fields.TextField(null=True)
    after_text = fields.TextField(null=True)
    place = fields.CharField(max_length=300, null=True)
    access_notes = fields.CharField(max_length=500, null=True)
    online = fields.BooleanField(default=True, db_default=True)
    floor = fields.CharField(max_length=32, null=True)
    """The floor plan of the virtual office; null: the one that a force sets, `off`: none."""
    series_id = fields.CharField(max_length=16, null=True, db_index=True)
    occurrence = fields.CharField(max_length=24, null=True, unique=True)
    """Which date of its series it is, also after it was moved: the series' id and the local date."""
    sequence = fields.IntField(default=0, db_default=0)
    """How often its time, title or status changed: iCalendar's SEQUENCE."""
    changed_at = fields.DatetimeField(null=True)
    cancel_reason = fields.CharField(max_length=500, null=True)
    moved_from = fields.DatetimeField(null=True)
    move_reason = fields.CharField(max_length=500, null=True)

    class Meta:
        table = "surgery"
        indexes = (("neighbourhood_id", "starts_at"),)


class Message(Model):
    """Somebody's words in a room: a message, a question, or a host's answer to one.

    `posted_seq` is the log entry that published it, None while it waits. `text_seq` is the one entry that carries
    its words now: every other entry about it is served without.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    room: fields.ForeignKeyRelation[Room] = fields.ForeignKeyField("bluelamp.Room", related_name="messages")
    author_id = fields.CharField(max_length=16)
    client_id = fields.CharField(max_length=64)
    kind = fields.CharEnumField(MessageKind, max_length=16)
    state = fields.CharEnumField(MessageState, max_length=16)
    body = fields.TextField()
    html = fields.TextField()
    reply_to = fields.CharField(max_length=16, null=True)
    posted_seq = fields.IntField(null=True)
    text_seq = fields.IntField(null=True)
    emergency = fields.BooleanField(default=False)
    created_at = fields.DatetimeField()
    edited_at = fields.DatetimeField(null=True)
    held_reason = fields.TextField(default="")
    pending_body = fields.TextField(null=True)
    """The words of an edit that wait for a moderator, while the old ones stand."""
    pending_html = fields.TextField(null=True)
    relayed = fields.CharEnumField(RelayedFrom, max_length=16, null=True)
    revision = fields.IntField(default=1, db_default=1)
    """Raised whenever its words change: a flag and a decision name the words that they are about."""
    staff_edited_at = fields.DatetimeField(null=True)
    """When staff put other words in the place of its author's, which evidence keeps."""

    class Meta:
        table = "room_message"
        unique_together = (("author_id", "room", "client_id"),)
        indexes = (("room_id", "posted_seq"), ("room_id", "state"), ("room_id", "reply_to"))


class LogEntry(Model):
    """One entry of a room's log. Words stand in the message, never here, so that none are left behind."""

    id = fields.CharField(max_length=16, primary_key=True)
    room: fields.ForeignKeyRelation[Room] = fields.ForeignKeyField("bluelamp.Room", related_name="log")
    seq = fields.IntField()
    kind = fields.CharField(max_length=32)
    at = fields.DatetimeField()
    message_id = fields.CharField(max_length=16, null=True)
    answer_id = fields.CharField(max_length=16, null=True)
    subject_id = fields.CharField(max_length=16, null=True)
    """What else the entry is about (a poll, a promise …), whose words are read from its own row."""
    data = fields.JSONField[dict[str, object]](default=dict)

    class Meta:
        table = "room_log_entry"
        unique_together = (("room", "seq"),)


class Restriction(Model):
    """A person who is silenced in a room, or removed from it, until a time or its end."""

    id = fields.CharField(max_length=16, primary_key=True)
    room: fields.ForeignKeyRelation[Room] = fields.ForeignKeyField("bluelamp.Room", related_name="restrictions")
    person_id = fields.CharField(max_length=16)
    kind = fields.CharEnumField(RestrictionKind, max_length=16)
    until = fields.DatetimeField(null=True)
    reason = fields.TextField()
    by = fields.CharField(max_length=16)
    created_at = fields.DatetimeField(db_index=True)
    ended_at = fields.DatetimeField(null=True)
    decision_id = fields.CharField(max_length=16, null=True)
    """The decision that it comes of; null for those of before each was one."""

    class Meta:
        table = "room_restriction"
        indexes = (("room_id", "person_id"),)
