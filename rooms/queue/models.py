"""The table of who waits for a word alone with an officer."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model


class TicketState(StrEnum):
    WAITING = "waiting"
    CALLED = "called"
    TALKING = "talking"
    DONE = "done"
    LEFT = "left"
    MISSED = "missed"


class Ticket(Model):
    """A place in the queue of one surgery, places are by `number`, which counts 1, 2, 3 … in each room.

    `holder` is `room:person` while the ticket counts and null afterwards, so that nobody holds two. `away_since` is
    when the last connection was lost, `call_back`: the holder said that they leave the page and want to be called.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    room_id = fields.CharField(max_length=16)
    person_id = fields.CharField(max_length=16, db_index=True)
    number = fields.IntField()
    state = fields.CharEnumField(TicketState, max_length=16, default=TicketState.WAITING)
    holder = fields.CharField(max_length=40, null=True, unique=True)
    about = fields.CharField(max_length=200, default="")
    call_back = fields.BooleanField(default=False)
    created_at = fields.DatetimeField()
    away_since = fields.DatetimeField(null=True, db_index=True)
    called_at = fields.DatetimeField(null=True, db_index=True)
    called_by = fields.CharField(max_length=16, null=True)
    booth_id = fields.CharField(max_length=16, null=True)
    ended_at = fields.DatetimeField(null=True)
    seen_at = fields.DatetimeField(null=True)
    """When a process last saw the holder's page or connection: a process that dies takes its memory along."""
    quiet = fields.BooleanField(default=False, db_default=False)
    """What calls the holder back says nothing of a turn, for who shares a phone."""
    age_band = fields.CharField(max_length=16, null=True)
    """How old the holder said they are, where their account does not say."""

    class Meta:
        table = "ticket"
        unique_together = (("room_id", "number"),)
        indexes = (("room_id", "state"),)
