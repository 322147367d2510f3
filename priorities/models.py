"""The tables of rounds and proposals, which every part of priorities reads."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

from priorities.methods import Advice as Advice
from priorities.methods import Method as Method


class Phase(StrEnum):
    """Where a round stands, in this order. `scheduled` has not begun; `cancelled` ended without a vote."""

    SCHEDULED = "scheduled"
    GATHER = "gather"
    SHAPE = "shape"
    VOTE = "vote"
    AGREE = "agree"
    ACT = "act"
    REVIEW = "review"
    DONE = "done"
    CANCELLED = "cancelled"


class Round(Model):
    """One time that a neighbourhood chooses what its team works on, from the first idea to the outcome.

    Each `…_at` is when that phase begins: the clock moves `phase` there, in that order. `pick` is how many options an
    approval or a ranking may name, `places` how many priorities are chosen. `tiers` are those of `accounts` who may
    vote, joined by commas. `quorum` is how many ballots make the result more than advisory. `seed` decides ties: its
    SHA-256, `seed_hash`, is published when the vote begins, the seed itself at the close. `ends_at` is when a round
    that nobody reviewed is done. `version` is raised with everything that a reader may see of it.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64)
    neighbourhood_id = fields.CharField(max_length=64)
    title = fields.CharField(max_length=120)
    about = fields.CharField(max_length=1000, default="")
    phase = fields.CharEnumField(Phase, max_length=16)
    gather_at = fields.DatetimeField()
    shape_at = fields.DatetimeField()
    vote_at = fields.DatetimeField()
    agree_at = fields.DatetimeField()
    """When voting closes."""
    act_at = fields.DatetimeField()
    review_at = fields.DatetimeField()
    ends_at = fields.DatetimeField()
    method = fields.CharEnumField(Method, max_length=16, default=Method.APPROVAL)
    advice = fields.CharEnumField(Advice, max_length=16, default=Advice.EQUAL_SHARES)
    pick = fields.IntField(default=3)
    places = fields.IntField(default=3)
    tiers = fields.CharField(max_length=60, default="email,postcode,confirmed")
    quorum = fields.IntField(default=20)
    opinions = fields.BooleanField(default=False)
    """Whether its page asks for agree, disagree or pass on short statements too."""
    seed = fields.CharField(max_length=64, default="")
    seed_hash = fields.CharField(max_length=64, default="")
    template_id = fields.CharField(max_length=16, null=True)
    surgery_id = fields.CharField(max_length=16, null=True)
    """The surgery where its panel agrees."""
    closed_at = fields.DatetimeField(null=True)
    """When the vote was sealed: its ballots rewritten, its key gone, its result published."""
    cancelled_reason = fields.CharField(max_length=500, default="")
    never_begun = fields.BooleanField(default=False)
    """Whether it was cancelled before it began: then it stays its staff’s, as it was."""
    created_by_id = fields.CharField(max_length=16)
    client_id = fields.CharField(max_length=64, null=True)
    """What its form was sent with: sent again, it is the same round."""
    created_at = fields.DatetimeField()
    version = fields.IntField(default=1)

    class Meta:
        table = "priority_round"
        unique_together = (("template_id", "gather_at"), ("created_by_id", "client_id"))
        indexes = (("neighbourhood_id", "gather_at", "id"), ("phase", "id"), ("force_id", "id"), ("review_at",))


class ProposalState(StrEnum):
    """Where a proposal is. `merged`: it was put together with another one. `refused`: by staff, with a reason."""

    HELD = "held"
    PUBLISHED = "published"
    HIDDEN = "hidden"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    REFUSED = "refused"


class Proposal(Model):
    """What somebody wants the police to work on. What is put to the vote is an `Option`, made of it when that begins.

    `place_…` are rounded to a thousandth of a degree; `area` is a drawn outline as GeoJSON, rounded the same. `pending`
    holds the words of an edit that waits, while those of the other columns are shown: JSON of the same names.
    `carried_from_id` is the proposal of an earlier round that it goes on from.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    round_id = fields.CharField(max_length=16)
    force_id = fields.CharField(max_length=64)
    neighbourhood_id = fields.CharField(max_length=64)
    author_id = fields.CharField(max_length=16)
    client_id = fields.CharField(max_length=64)
    state = fields.CharEnumField(ProposalState, max_length=16)
    version = fields.IntField(default=1)
    title = fields.CharField(max_length=120)
    what = fields.TextField()
    html = fields.TextField()
    times = fields.CharField(max_length=200, default="")
    affected = fields.CharField(max_length=200, default="")
    speaks_for = fields.CharField(max_length=120, default="")
    place_name = fields.CharField(max_length=120, default="")
    place_latitude = fields.FloatField(null=True)
    place_longitude = fields.FloatField(null=True)
    area = fields.TextField(null=True)
    pending = fields.JSONField[Any](null=True)
    held_reason = fields.CharField(max_length=300, default="")
    supporters = fields.IntField(default=0)
    pictures = fields.IntField(default=0)
    topic_id = fields.CharField(max_length=16, null=True)
    """Where it is talked about, in the forum."""
    merged_into_id = fields.CharField(max_length=16, null=True)
    refused_reason = fields.CharField(max_length=500, default="")
    refused_by_id = fields.CharField(max_length=16, null=True)
    carried_from_id = fields.CharField(max_length=16, null=True)
    created_at = fields.DatetimeField()
    edited_at = fields.DatetimeField(null=True)

    class Meta:
        table = "priority_proposal"
        unique_together = (("author_id", "client_id"),)
        indexes = (("round_id", "state", "id"), ("author_id", "created_at"), ("force_id", "id"), ("merged_into_id",))


class Option(Model):
    """What is put to the vote, as it stood when the vote began. `id` is its proposal's, which votes hang on.

    Nobody changes it but moderators, who put other words into the proposal: see `proposals.successors`.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    round_id = fields.CharField(max_length=16, db_index=True)
    title = fields.CharField(max_length=120)
    what = fields.TextField()
    html = fields.TextField()

    class Meta:
        table = "priority_option"
