"""Tables of the panel that agrees on priorities."""

from typing import Any

from tortoise import fields
from tortoise.models import Model


class PanelMember(Model):
    """Somebody of a round's panel: of the team, or a resident that was named. `left_at`: not any more."""

    id = fields.CharField(max_length=16, primary_key=True)
    round_id = fields.CharField(max_length=16)
    person_id = fields.CharField(max_length=16, db_index=True)
    named_by_id = fields.CharField(max_length=16)
    at = fields.DatetimeField()
    left_at = fields.DatetimeField(null=True)

    class Meta:
        table = "priority_panel_member"
        unique_together = (("round_id", "person_id"),)


class Agreement(Model):
    """What the panel of a round (`id`) agreed on. `reason` is why it departs from the advice, where it does.

    `agreed` are the ids of the options, `advised` what the count advised.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    agreed = fields.JSONField[Any]()
    advised = fields.JSONField[Any]()
    reason = fields.CharField(max_length=1000, default="")
    by_id = fields.CharField(max_length=16)
    surgery_id = fields.CharField(max_length=16, null=True)
    at = fields.DatetimeField()
    version = fields.IntField(default=1)

    class Meta:
        table = "priority_agreement"
