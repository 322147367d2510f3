"""The table of what the police promised to do or to find out, by when."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model


class PromiseState(StrEnum):
    """`late` is not stored: it is an open one whose day has passed."""

    OPEN = "open"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"


class Promise(Model):
    """Who will do or answer what, by which local date (`2026-11-25`). `question_id`: the question it is about, if any.

    `text` is what is promised and `outcome` what came of it, both by staff. `owner` is who will do it, as people read
    it, `owner_id` the officer where it is one of ours.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64)
    neighbourhood_id = fields.CharField(max_length=64)
    room_id = fields.CharField(max_length=16, db_index=True)
    question_id = fields.CharField(max_length=16, null=True, db_index=True)
    text = fields.TextField()
    html = fields.TextField()
    owner = fields.CharField(max_length=120)
    owner_id = fields.CharField(max_length=16, null=True, db_index=True)
    due_on = fields.CharField(max_length=10, db_index=True)
    state = fields.CharEnumField(PromiseState, max_length=16, default=PromiseState.OPEN)
    made_by = fields.CharField(max_length=16)
    made_at = fields.DatetimeField()
    outcome = fields.TextField(null=True)
    outcome_html = fields.TextField(null=True)
    settled_by = fields.CharField(max_length=16, null=True)
    settled_at = fields.DatetimeField(null=True)
    reminded_at = fields.DatetimeField(null=True)
    """When its owner was told that its day had passed."""

    class Meta:
        table = "promise"
        indexes = (("neighbourhood_id", "due_on"),)
