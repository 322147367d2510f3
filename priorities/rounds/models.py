"""Tables of how rounds are kept: what repeats, and every date that was moved."""

from typing import Any

from tortoise import fields
from tortoise.models import Model


class RoundTemplate(Model):
    """A round that comes again: one begins on `next_on`, and then every `months` months after the first, which began on
    `first_on`, while `ended_at` is null.

    `days` are the lengths of gather, shape, vote, agree, act and review, in days and in this order; `hours` are the
    times of day (`09:00`) when they begin, and when the round ends. `settings` are the columns of a `Round` that each
    of them gets: method, advice, pick, places, tiers, quorum, opinions, about.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64, db_index=True)
    neighbourhood_id = fields.CharField(max_length=64, null=True)
    """Null: a template of the force, to begin from, that nothing is made of by itself."""
    name = fields.CharField(max_length=120)
    days = fields.JSONField[Any]()
    hours = fields.JSONField[Any]()
    months = fields.IntField(null=True)
    first_on = fields.DateField()
    next_on = fields.DateField(null=True)
    settings = fields.JSONField[Any]()
    created_by_id = fields.CharField(max_length=16)
    created_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "priority_round_template"


class DateMoved(Model):
    """That the beginning of a phase was moved, as everybody may read it, and why.

    `by_id` and `reason` are empty where nobody moved it: the service was away when the vote was to open.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    round_id = fields.CharField(max_length=16, db_index=True)
    which = fields.CharField(max_length=16)
    """Which date: `vote_at`."""
    before = fields.DatetimeField()
    after = fields.DatetimeField()
    reason = fields.CharField(max_length=500)
    by_id = fields.CharField(max_length=16)
    role = fields.CharField(max_length=16)
    at = fields.DatetimeField()

    class Meta:
        table = "priority_date_moved"


class RoundFollower(Model):
    """That somebody is told how the rounds of a neighbourhood go on, and what is done about its priorities."""

    id = fields.CharField(max_length=16, primary_key=True)
    neighbourhood_id = fields.CharField(max_length=64)
    person_id = fields.CharField(max_length=16, db_index=True)
    since = fields.DatetimeField()

    class Meta:
        table = "priority_follower"
        unique_together = (("neighbourhood_id", "person_id"),)


class RoundTold(Model):
    """That all who follow a round were told something of it: see `rounds/telling_service`."""

    id = fields.CharField(max_length=16, primary_key=True)
    round_id = fields.CharField(max_length=16)
    what = fields.CharField(max_length=40)
    at = fields.DatetimeField()

    class Meta:
        table = "priority_round_told"
        unique_together = (("round_id", "what"),)
