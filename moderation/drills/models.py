"""Drills: emergencies that are none."""

from tortoise import fields
from tortoise.models import Model


class Drill(Model):
    """A made-up emergency of one week, and how long it took until somebody looked.

    `week` is the ISO week (2026-W47): one for each force and week. `target_id` is what was posted.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64)
    week = fields.CharField(max_length=8)
    place_id = fields.CharField(max_length=16, null=True)
    target_id = fields.CharField(max_length=16, null=True)
    item_id = fields.CharField(max_length=16, null=True)
    posted_at = fields.DatetimeField()
    seen_by_id = fields.CharField(max_length=16, null=True)
    seen_at = fields.DatetimeField(null=True)
    given_up_at = fields.DatetimeField(null=True)

    class Meta:
        table = "drill"
        unique_together = (("force_id", "week"),)
