"""Presets of decisions, and people who are kept out."""

from tortoise import fields
from tortoise.models import Model


class Preset(Model):
    """A decision that a force often takes, with the sentence that the author reads."""

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64, db_index=True)
    name = fields.CharField(max_length=60)
    action = fields.CharField(max_length=16)
    clause = fields.CharField(max_length=32)
    reason = fields.TextField()
    seconds = fields.IntField(null=True)
    made_by_id = fields.CharField(max_length=16, null=True)
    made_at = fields.DatetimeField()
    removed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "decision_preset"


class Ban(Model):
    """Somebody who may not write in a force's places, until a time or for good (`until` null).

    For good takes two people: until `confirmed_at` it ends by itself at `ends_unless_confirmed_at`.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64)
    person_id = fields.CharField(max_length=16)
    reason = fields.TextField()
    decision_id = fields.CharField(max_length=16, null=True)
    until = fields.DatetimeField(null=True)
    proposed_by_id = fields.CharField(max_length=16)
    proposed_at = fields.DatetimeField()
    ends_unless_confirmed_at = fields.DatetimeField(null=True)
    confirmed_by_id = fields.CharField(max_length=16, null=True)
    confirmed_at = fields.DatetimeField(null=True)
    ended_by_id = fields.CharField(max_length=16, null=True)
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "ban"
        indexes = (("person_id", "force_id"), ("force_id", "ended_at"))
