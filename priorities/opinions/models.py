"""Tables of short statements that people agree or disagree with."""

from typing import Any

from tortoise import fields
from tortoise.models import Model


class Statement(Model):
    """A short statement of a round that asks for opinions. `state` is that of a proposal."""

    id = fields.CharField(max_length=16, primary_key=True)
    round_id = fields.CharField(max_length=16, db_index=True)
    author_id = fields.CharField(max_length=16, db_index=True)
    client_id = fields.CharField(max_length=64)
    text = fields.CharField(max_length=140)
    state = fields.CharField(max_length=16)
    held_reason = fields.CharField(max_length=300, default="")
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField()

    class Meta:
        table = "priority_statement"
        unique_together = (("author_id", "client_id"),)


class Opinion(Model):
    """What somebody thinks of a statement: 1 agrees, -1 disagrees, 0 passes. `mark` is an HMAC of person and round."""

    id = fields.CharField(max_length=32, primary_key=True)
    round_id = fields.CharField(max_length=16)
    statement_id = fields.CharField(max_length=16)
    mark = fields.CharField(max_length=64)
    opinion = fields.IntField()

    class Meta:
        table = "priority_opinion"
        unique_together = (("statement_id", "mark"),)
        indexes = (("round_id", "mark"),)


class OpinionGroups(Model):
    """The groups that were found in a round (`id`), and when: as `opinions/groups` gives them."""

    id = fields.CharField(max_length=16, primary_key=True)
    found = fields.JSONField[Any]()
    at = fields.DatetimeField()

    class Meta:
        table = "priority_opinion_groups"
