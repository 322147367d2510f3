"""What moderators were shown, and what they passed on."""

from tortoise import fields
from tortoise.models import Model


class Exposure(Model):
    """A distressing item that somebody opened, on a day of theirs."""

    id = fields.CharField(max_length=16, primary_key=True)
    person_id = fields.CharField(max_length=16)
    item_id = fields.CharField(max_length=16)
    kind = fields.CharField(max_length=16)
    at = fields.DatetimeField()

    class Meta:
        table = "exposure"
        unique_together = (("person_id", "item_id"),)
        indexes = (("person_id", "at"),)


class Declined(Model):
    """An item that somebody asked not to be given. No reason is asked for."""

    id = fields.CharField(max_length=16, primary_key=True)
    person_id = fields.CharField(max_length=16)
    item_id = fields.CharField(max_length=16)
    at = fields.DatetimeField()

    class Meta:
        table = "declined"
        unique_together = (("person_id", "item_id"),)
