"""Calls for a person at once."""

from tortoise import fields
from tortoise.models import Model


class Page(Model):
    """A call for somebody to look at once, and when the first person did."""

    id = fields.CharField(max_length=16, primary_key=True)
    item_id = fields.CharField(max_length=16, unique=True)
    force_id = fields.CharField(max_length=64)
    place_id = fields.CharField(max_length=16, null=True)
    kind = fields.CharField(max_length=16)
    at = fields.DatetimeField()
    told_again_at = fields.DatetimeField(null=True)
    seen_by_id = fields.CharField(max_length=16, null=True)
    seen_at = fields.DatetimeField(null=True)

    class Meta:
        table = "page"
        indexes = (("seen_at", "at"),)
