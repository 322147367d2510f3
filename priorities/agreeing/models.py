"""Tables of the panel that agrees on priorities."""

from typing import Any

from tortoise import fields
from tortoise.models import Model


class PanelMember(Model):
    """Somebody of a round's panel: of the team, or a resident that was named.

    `accepted_at` is null while a resident was only asked: until they say yes, nobody but staff sees their name here.
    `left_at`: they said no, left, or were taken off.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    round_id = fields.CharField(max_length=16)
    person_id = fields.CharField(max_length=16, db_index=True)
    named_by_id = fields.CharField(max_length=16)
    at = fields.DatetimeField()
    accepted_at = fields.DatetimeField(null=True)
    left_at = fields.DatetimeField(null=True)
    left_why = fields.CharField(max_length=300, default="")
    """Why staff took off a resident who was on it, for everybody to read; empty otherwise."""

    class Meta:
        table = "priority_panel_member"
        unique_together = (("round_id", "person_id"),)


class Agreement(Model):
    """What the panel of a round (`id`) agreed on. `reason` is why it departs from the advice, where it does.

    `agreed` are the ids of the options, `advised` what the count advised of those that could be adopted. `changes` are
    those of before each time that it was changed, as everybody may read it: rows of {at, role, why, before, reason,
    promised}. `residents`: how many were on the panel then.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    agreed = fields.JSONField[Any]()
    advised = fields.JSONField[Any]()
    reason = fields.CharField(max_length=1000, default="")
    by_id = fields.CharField(max_length=16)
    surgery_id = fields.CharField(max_length=16, null=True)
    at = fields.DatetimeField()
    residents = fields.IntField(default=0)
    changes = fields.JSONField[Any](default=list)
    version = fields.IntField(default=1)

    class Meta:
        table = "priority_agreement"
