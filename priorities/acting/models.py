"""Tables of priorities that were adopted, and of what is done about them."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model


class Status(StrEnum):
    """Where the work on a priority stands. `reviewing`: neighbours are asked. `met` and `unmet` are what they said.

    `closed`: one that was imported, and that its officers say is not worked on any more.
    """

    OPEN = "open"
    REVIEWING = "reviewing"
    MET = "met"
    UNMET = "unmet"
    CLOSED = "closed"


class Words(StrEnum):
    """Whether a priority says anything. `hidden`: moderators took its words down."""

    PUBLISHED = "published"
    HIDDEN = "hidden"


class Priority(Model):
    """What a team works on. `owner_…` is who answers for it by role and rank, whoever holds that post.

    `state` is of its words alone: a proposal that it was made of has a state of its own. `round_id`
    and `option_id` are null for one that was imported; `issue` is then what data.police.uk says of it.
    `next_update_on` is the day by which the team says more: later than that, everybody reads that it is late.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64)
    neighbourhood_id = fields.CharField(max_length=64)
    round_id = fields.CharField(max_length=16, null=True)
    option_id = fields.CharField(max_length=16, null=True)
    position = fields.IntField(default=1)
    title = fields.CharField(max_length=120)
    issue = fields.TextField()
    issue_html = fields.TextField()
    issued_on = fields.DateField(null=True)
    owner_role = fields.CharField(max_length=80, default="")
    owner_rank = fields.CharField(max_length=40, default="")
    owner_id = fields.CharField(max_length=16, null=True)
    promise = fields.CharField(max_length=500, default="")
    next_update_on = fields.DateField(null=True)
    kept_version = fields.IntField(default=1)
    """Rises with the owner, the promise and the day alone: who changes these has seen what stands in them."""
    status = fields.CharEnumField(Status, max_length=16)
    status_since = fields.DatetimeField()
    state = fields.CharEnumField(Words, max_length=16, default=Words.PUBLISHED)
    worded_by_id = fields.CharField(max_length=16, null=True)
    """Who wrote last what is promised; null for what was imported."""
    closed_why = fields.CharField(max_length=500, default="")
    external_id = fields.CharField(max_length=64, null=True)
    """What it is known by in the file that it was imported from."""
    carried_to_id = fields.CharField(max_length=16, null=True)
    """The proposal of the next round that it goes on as."""
    created_at = fields.DatetimeField()
    version = fields.IntField(default=1)

    class Meta:
        table = "priority"
        unique_together = (("round_id", "option_id"), ("neighbourhood_id", "external_id"))
        indexes = (("neighbourhood_id", "issued_on", "id"), ("force_id", "status"), ("status", "next_update_on"))


class Action(Model):
    """Something that was done about a priority, by officers or by a partner, with figures and without.

    `figures` are rows of {label, before, after}. `state` is `published`, `held`, `hidden`, `rejected` or `withdrawn`.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    priority_id = fields.CharField(max_length=16)
    author_id = fields.CharField(max_length=16, null=True, db_index=True)
    """Null: it was imported."""
    partner = fields.CharField(max_length=80, default="")
    partner_by_record = fields.BooleanField(default=False)
    """Whether a partner wrote it, and the record named whom they act for: these words are nobody’s to take out."""
    body = fields.TextField()
    html = fields.TextField()
    figures = fields.JSONField[Any](default=list)
    pictures = fields.IntField(default=0)
    done_on = fields.DateField(null=True)
    next_update_on = fields.DateField(null=True)
    """The day of the next update that it brought, and the one that stood before: back when it is taken back."""
    next_update_before = fields.DateField(null=True)
    withdrawn_at = fields.DatetimeField(null=True)
    """When it was taken back; null where nobody had read it."""
    state = fields.CharField(max_length=16, default="published")
    client_id = fields.CharField(max_length=64)
    imported_digest = fields.CharField(max_length=64, default="")
    """Of the text as it was imported last, empty where it was not: what reads otherwise was edited, and stays so."""
    created_at = fields.DatetimeField()
    edited_at = fields.DatetimeField(null=True)
    version = fields.IntField(default=1)

    class Meta:
        table = "priority_action"
        unique_together = (("priority_id", "client_id"),)
        indexes = (("priority_id", "done_on", "id"),)


class PriorityFollower(Model):
    """That somebody is told what is done about a priority."""

    id = fields.CharField(max_length=16, primary_key=True)
    priority_id = fields.CharField(max_length=16)
    person_id = fields.CharField(max_length=16, db_index=True)
    since = fields.DatetimeField()

    class Meta:
        table = "priority_watch"
        unique_together = (("priority_id", "person_id"),)
