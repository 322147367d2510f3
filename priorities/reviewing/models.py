"""Tables of what neighbours say about what was done."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model


class Verdict(StrEnum):
    """How it is now, by a neighbour."""

    FIXED = "fixed"
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


class Review(Model):
    """What somebody who voted or follows said about a priority: what they said last. Shown are figures only."""

    id = fields.CharField(max_length=16, primary_key=True)
    priority_id = fields.CharField(max_length=16)
    person_id = fields.CharField(max_length=16, db_index=True)
    verdict = fields.CharEnumField(Verdict, max_length=16)
    at = fields.DatetimeField()

    class Meta:
        table = "priority_review"
        unique_together = (("priority_id", "person_id"),)


class ReviewEnd(Model):
    """How the review of a priority (`id`) ended: the figures then, and what follows from them by the rule."""

    id = fields.CharField(max_length=16, primary_key=True)
    figures = fields.JSONField[Any]()
    met = fields.BooleanField()
    at = fields.DatetimeField()

    class Meta:
        table = "priority_review_end"
