"""The tables of what is published at the close."""

from typing import Any

from tortoise import fields
from tortoise.models import Model


class Close(Model):
    """The close of a round (`id`): what was signed, and the files that anybody can count again.

    `file` is the file of ballots and `result` what was counted from it, both as JSON; `statement` is the text that was
    signed, with the file's SHA-256, the root of the receipts and the seed; `signature` is Ed25519 over it, in
    hexadecimal. `days` is how many voted on each day, with those under ten put together.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    file = fields.TextField()
    sha256 = fields.CharField(max_length=64)
    ballots = fields.IntField()
    root = fields.CharField(max_length=64)
    statement = fields.TextField()
    signature = fields.CharField(max_length=128)
    result = fields.JSONField[Any]()
    days = fields.JSONField[Any]()
    at = fields.DatetimeField()

    class Meta:
        table = "priority_close"


class Silent(Model):
    """How many of those who could vote in a round did, of an age band. Cells under ten are not here."""

    id = fields.CharField(max_length=16, primary_key=True)
    round_id = fields.CharField(max_length=16, db_index=True)
    kind = fields.CharField(max_length=16)
    """`age`: nothing is known of areas."""
    label = fields.CharField(max_length=60)
    could = fields.IntField()
    voted = fields.IntField()

    class Meta:
        table = "priority_silent"
