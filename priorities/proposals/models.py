"""Tables around proposals: who supports them, how they were put together, what the police say of them."""

from typing import Any

from tortoise import fields
from tortoise.models import Model


class Support(Model):
    """That somebody supports a proposal. `moved_from_id`: they moved it from one that was merged with it."""

    id = fields.CharField(max_length=16, primary_key=True)
    proposal_id = fields.CharField(max_length=16)
    person_id = fields.CharField(max_length=16, db_index=True)
    moved_from_id = fields.CharField(max_length=16, null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "priority_support"
        unique_together = (("proposal_id", "person_id"),)


class Merge(Model):
    """That a proposal was put together with another one, and by whom. Undone, the row stays, with `undone_at`."""

    id = fields.CharField(max_length=16, primary_key=True)
    retired_id = fields.CharField(max_length=16, db_index=True)
    into_id = fields.CharField(max_length=16, db_index=True)
    reason = fields.CharField(max_length=500, default="")
    by_id = fields.CharField(max_length=16)
    at = fields.DatetimeField()
    undone_at = fields.DatetimeField(null=True)

    class Meta:
        table = "priority_merge"


class MergeAnswer(Model):
    """What a supporter of the retired proposal said when asked to move. No row: they have not said anything."""

    id = fields.CharField(max_length=16, primary_key=True)
    merge_id = fields.CharField(max_length=16)
    person_id = fields.CharField(max_length=16, db_index=True)
    moved = fields.BooleanField()
    at = fields.DatetimeField()

    class Meta:
        table = "priority_merge_answer"
        unique_together = (("merge_id", "person_id"),)


class RefusalAppeal(Model):
    """The one appeal against a refusal by staff, and what an administrator or another member of staff said to it."""

    id = fields.CharField(max_length=16, primary_key=True)
    proposal_id = fields.CharField(max_length=16, unique=True)
    person_id = fields.CharField(max_length=16, db_index=True)
    text = fields.CharField(max_length=2000)
    at = fields.DatetimeField()
    decided_at = fields.DatetimeField(null=True)
    decided_by_id = fields.CharField(max_length=16, null=True)
    upheld = fields.BooleanField(null=True)
    """Whether the refusal stands."""
    answer = fields.CharField(max_length=1000, default="")

    class Meta:
        table = "priority_refusal_appeal"


class EvidenceCard(Model):
    """What the police know of a proposal (`id` is its id): what they can do, what they can't, who else could act.

    `trend` is what the figures of recorded crime said when the card was written: see `proposals/evidence`.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    known = fields.CharField(max_length=1000, default="")
    can = fields.CharField(max_length=1000, default="")
    cannot = fields.CharField(max_length=1000, default="")
    others = fields.CharField(max_length=1000, default="")
    categories = fields.JSONField[Any](default=list)
    trend = fields.JSONField[Any](null=True)
    by_id = fields.CharField(max_length=16)
    at = fields.DatetimeField()
    version = fields.IntField(default=1)

    class Meta:
        table = "priority_evidence_card"


class RecordedCrime(Model):
    """How many crimes of a kind were recorded in a neighbourhood in a month, as the force's street file says."""

    id = fields.CharField(max_length=16, primary_key=True)
    neighbourhood_id = fields.CharField(max_length=64)
    month = fields.CharField(max_length=7)
    """As in `2022-05`."""
    category = fields.CharField(max_length=60)
    crimes = fields.IntField()

    class Meta:
        table = "priority_recorded_crime"
        unique_together = (("neighbourhood_id", "month", "category"),)


class ProposalEdit(Model):
    """A proposal as it was before an edit, for its staff to compare. `words` has the names of its columns.

    `by_id` is who wrote what stands there since: empty where moderators did, and its author changes it no more.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    proposal_id = fields.CharField(max_length=16)
    version = fields.IntField()
    words = fields.JSONField[Any]()
    by_id = fields.CharField(max_length=16)
    at = fields.DatetimeField()

    class Meta:
        table = "priority_proposal_edit"
        unique_together = (("proposal_id", "version"),)
