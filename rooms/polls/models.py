"""Tables of polls of the moment: a show of hands in a room."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model


class PollState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Poll(Model):
    """A question with two to six options, of which each person picks one. `options` are texts, in their order.

    One is open in a room at a time: `open_in` is the room's id while it is, and null afterwards.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    room_id = fields.CharField(max_length=16, db_index=True)
    open_in = fields.CharField(max_length=16, null=True, unique=True)
    question = fields.CharField(max_length=300)
    options = fields.JSONField[list[str]]()
    state = fields.CharEnumField(PollState, max_length=16, default=PollState.OPEN)
    opened_by = fields.CharField(max_length=16)
    opened_at = fields.DatetimeField()
    closed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "poll"


class PollVote(Model):
    """One person's pick: the index of an option. It can be changed until the close, the last counts."""

    id = fields.CharField(max_length=16, primary_key=True)
    poll: fields.ForeignKeyRelation[Poll] = fields.ForeignKeyField(
        "bluelamp.Poll", related_name="votes", on_delete=fields.CASCADE
    )
    person_id = fields.CharField(max_length=16, db_index=True)
    option = fields.IntField()
    voted_at = fields.DatetimeField()

    class Meta:
        table = "poll_vote"
        unique_together = (("poll", "person_id"),)
