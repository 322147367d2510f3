"""Tables of what a host works with: canned answers, the staff's own channel, what is pinned, key moments."""

from tortoise import fields
from tortoise.models import Model


class CannedAnswer(Model):
    """A text that staff use again, with variables in double braces. `owner_id` null: everybody's of the force."""

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64, db_index=True)
    owner_id = fields.CharField(max_length=16, null=True, db_index=True)
    title = fields.CharField(max_length=80)
    body = fields.TextField()
    created_by = fields.CharField(max_length=16)
    changed_at = fields.DatetimeField()

    class Meta:
        table = "canned_answer"


class StaffNote(Model):
    """What one of the room's staff says to the others, where nobody else hears it. Never in log or transcript."""

    id = fields.CharField(max_length=16, primary_key=True)
    room_id = fields.CharField(max_length=16, db_index=True)
    author_id = fields.CharField(max_length=16)
    client_id = fields.CharField(max_length=64)
    body = fields.TextField()
    html = fields.TextField()
    at = fields.DatetimeField()

    class Meta:
        table = "staff_note"
        unique_together = (("author_id", "room_id", "client_id"),)


class Pin(Model):
    """A notice on top of a room, by a host, until it is taken off or another takes its place."""

    id = fields.CharField(max_length=16, primary_key=True)
    room_id = fields.CharField(max_length=16, db_index=True)
    text = fields.TextField()
    html = fields.TextField()
    by = fields.CharField(max_length=16)
    at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "pin"


class Moment(Model):
    """A mark in the log: from here on this was talked about. Minutes are drafted from them."""

    id = fields.CharField(max_length=16, primary_key=True)
    room_id = fields.CharField(max_length=16, db_index=True)
    label = fields.CharField(max_length=120)
    by = fields.CharField(max_length=16)
    at = fields.DatetimeField()
    withdrawn_at = fields.DatetimeField(null=True)

    class Meta:
        table = "moment"
