"""Priorities: rounds, proposals, ballots and what came of them."""

import functools
from json import dumps, loads

from tortoise import fields, migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from foundation.database import connection, dialect
from priorities.acting.models import Status, Words
from priorities.models import Advice, Method, Phase, ProposalState
from priorities.reviewing.models import Verdict

# SQLite keeps the rows of a table in the order in which they came, whatever their ids. In these that order would lead
# from who has voted to what they chose, so they have none: rows stand in the order of their random ids.
_WITHOUT_ORDER = (
    "DROP TABLE priority_ballot",
    """
    CREATE TABLE priority_ballot (
        id VARCHAR(32) NOT NULL PRIMARY KEY, round_id VARCHAR(16) NOT NULL, mark VARCHAR(64),
        tier VARCHAR(60) NOT NULL, choices TEXT NOT NULL,
        CONSTRAINT uid_priority_ballot_mark UNIQUE (round_id, mark)
    ) WITHOUT ROWID
    """,
    "DROP TABLE priority_receipt",
    """
    CREATE TABLE priority_receipt (
        id VARCHAR(32) NOT NULL PRIMARY KEY, round_id VARCHAR(16) NOT NULL, mark VARCHAR(64),
        receipt VARCHAR(32) NOT NULL,
        CONSTRAINT uid_priority_receipt_mark UNIQUE (round_id, mark),
        CONSTRAINT uid_priority_receipt_receipt UNIQUE (round_id, receipt)
    ) WITHOUT ROWID
    """,
    "DROP TABLE priority_voted",
    """
    CREATE TABLE priority_voted (
        id VARCHAR(32) NOT NULL PRIMARY KEY, round_id VARCHAR(16) NOT NULL, voter VARCHAR(80) NOT NULL,
        how VARCHAR(16) NOT NULL, day DATE NOT NULL,
        CONSTRAINT uid_priority_voted_voter UNIQUE (round_id, voter)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX idx_priority_voted_voter ON priority_voted (voter)",
    "DROP TABLE priority_opinion",
    """
    CREATE TABLE priority_opinion (
        id VARCHAR(32) NOT NULL PRIMARY KEY, round_id VARCHAR(16) NOT NULL, statement_id VARCHAR(16) NOT NULL,
        mark VARCHAR(64) NOT NULL, opinion INT NOT NULL,
        CONSTRAINT uid_priority_opinion_mark UNIQUE (statement_id, mark)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX idx_priority_opinion_mark ON priority_opinion (round_id, mark)",
)


async def _take_order_away(_apps: object, _editor: object) -> None:
    if dialect() != "sqlite":
        return
    for statement in _WITHOUT_ORDER:
        await connection().execute_query(statement)


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0022_promises_by_day")]

    initial = False

    operations = [
        ops.CreateModel(
            name="Action",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("priority_id", fields.CharField(max_length=16)),
                ("author_id", fields.CharField(null=True, db_index=True, max_length=16)),
                ("partner", fields.CharField(default="", max_length=80)),
                ("partner_by_record", fields.BooleanField(default=False)),
                ("body", fields.TextField(unique=False)),
                ("html", fields.TextField(unique=False)),
                (
                    "figures",
                    fields.JSONField(
                        default=list, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("pictures", fields.IntField(default=0)),
                ("done_on", fields.DateField(null=True)),
                ("next_update_on", fields.DateField(null=True)),
                ("next_update_before", fields.DateField(null=True)),
                ("withdrawn_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("state", fields.CharField(default="published", max_length=16)),
                ("client_id", fields.CharField(max_length=64)),
                ("imported_digest", fields.CharField(default="", max_length=64)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("edited_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("version", fields.IntField(default=1)),
            ],
            options={
                "table": "priority_action",
                "app": "bluelamp",
                "unique_together": (("priority_id", "client_id"),),
                "indexes": [Index(fields=["priority_id", "done_on", "id"])],
                "pk_attr": "id",
                "table_description": "Something that was done about a priority, by officers or by a partner, with figures and without.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Agreement",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("agreed", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("advised", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("reason", fields.CharField(default="", max_length=1000)),
                ("by_id", fields.CharField(max_length=16)),
                ("surgery_id", fields.CharField(null=True, max_length=16)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("residents", fields.IntField(default=0)),
                (
                    "changes",
                    fields.JSONField(
                        default=list, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("version", fields.IntField(default=1)),
            ],
            options={
                "table": "priority_agreement",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "What the panel of a round (`id`) agreed on. `reason` is why it departs from the advice, where it does.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Ballot",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=32)),
                ("round_id", fields.CharField(max_length=16)),
                ("mark", fields.CharField(null=True, max_length=64)),
                ("tier", fields.CharField(max_length=60)),
                ("choices", fields.TextField(unique=False)),
            ],
            options={
                "table": "priority_ballot",
                "app": "bluelamp",
                "unique_together": (("round_id", "mark"),),
                "pk_attr": "id",
                "table_description": "What somebody chose, and of which tier they are. `mark` is the HMAC of voter and round, null after the close.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Close",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("file", fields.TextField(unique=False)),
                ("sha256", fields.CharField(max_length=64)),
                ("ballots", fields.IntField()),
                ("root", fields.CharField(max_length=64)),
                ("statement", fields.TextField(unique=False)),
                ("signature", fields.CharField(max_length=128)),
                ("result", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("days", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "priority_close",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "The close of a round (`id`): what was signed, and the files that anybody can count again.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Code",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=32)),
                ("round_id", fields.CharField(db_index=True, max_length=16)),
                ("code_hash", fields.CharField(unique=True, max_length=64)),
                ("state", fields.CharField(default="issued", max_length=16)),
                ("tier", fields.CharField(default="", max_length=16)),
            ],
            options={
                "table": "priority_code",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "A code that goes out by letter. Kept is its SHA-256 with the round's id. Who it went to is written nowhere.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="DateMoved",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("round_id", fields.CharField(db_index=True, max_length=16)),
                ("which", fields.CharField(max_length=16)),
                ("before", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("after", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("reason", fields.CharField(max_length=500)),
                ("by_id", fields.CharField(max_length=16)),
                ("role", fields.CharField(max_length=16)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "priority_date_moved",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "That the beginning of a phase was moved, as everybody may read it, and why.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="EvidenceCard",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("known", fields.CharField(default="", max_length=1000)),
                ("can", fields.CharField(default="", max_length=1000)),
                ("cannot", fields.CharField(default="", max_length=1000)),
                ("others", fields.CharField(default="", max_length=1000)),
                (
                    "categories",
                    fields.JSONField(
                        default=list, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                (
                    "trend",
                    fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads),
                ),
                ("by_id", fields.CharField(max_length=16)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("version", fields.IntField(default=1)),
            ],
            options={
                "table": "priority_evidence_card",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "What the police know of a proposal (`id` is its id): what they can do, what they can't, who else could act.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Merge",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("retired_id", fields.CharField(db_index=True, max_length=16)),
                ("into_id", fields.CharField(db_index=True, max_length=16)),
                ("reason", fields.CharField(default="", max_length=500)),
                ("by_id", fields.CharField(max_length=16)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("undone_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "priority_merge",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "That a proposal was put together with another one, and by whom. Undone, the row stays, with `undone_at`.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="MergeAnswer",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("merge_id", fields.CharField(max_length=16)),
                ("person_id", fields.CharField(db_index=True, max_length=16)),
                ("moved", fields.BooleanField()),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "priority_merge_answer",
                "app": "bluelamp",
                "unique_together": (("merge_id", "person_id"),),
                "pk_attr": "id",
                "table_description": "What a supporter of the retired proposal said when asked to move. No row: they have not said anything.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Opinion",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=32)),
                ("round_id", fields.CharField(max_length=16)),
                ("statement_id", fields.CharField(max_length=16)),
                ("mark", fields.CharField(max_length=64)),
                ("opinion", fields.IntField()),
            ],
            options={
                "table": "priority_opinion",
                "app": "bluelamp",
                "unique_together": (("statement_id", "mark"),),
                "indexes": [Index(fields=["round_id", "mark"])],
                "pk_attr": "id",
                "table_description": "What somebody thinks of a statement: 1 agrees, -1 disagrees, 0 passes. `mark` is an HMAC of person and round.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="OpinionGroups",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("found", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "priority_opinion_groups",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "The groups that were found in a round (`id`), and when: as `opinions/groups` gives them.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Option",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("round_id", fields.CharField(db_index=True, max_length=16)),
                ("title", fields.CharField(max_length=120)),
                ("what", fields.TextField(unique=False)),
                ("html", fields.TextField(unique=False)),
            ],
            options={
                "table": "priority_option",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "What is put to the vote, as it stood when the vote began: it is never changed. `id` is its proposal's.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PanelMember",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("round_id", fields.CharField(max_length=16)),
                ("person_id", fields.CharField(db_index=True, max_length=16)),
                ("named_by_id", fields.CharField(max_length=16)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("accepted_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("left_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("left_why", fields.CharField(default="", max_length=300)),
            ],
            options={
                "table": "priority_panel_member",
                "app": "bluelamp",
                "unique_together": (("round_id", "person_id"),),
                "pk_attr": "id",
                "table_description": "Somebody of a round's panel: of the team, or a resident that was named.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Priority",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("force_id", fields.CharField(max_length=64)),
                ("neighbourhood_id", fields.CharField(max_length=64)),
                ("round_id", fields.CharField(null=True, max_length=16)),
                ("option_id", fields.CharField(null=True, max_length=16)),
                ("position", fields.IntField(default=1)),
                ("title", fields.CharField(max_length=120)),
                ("issue", fields.TextField(unique=False)),
                ("issue_html", fields.TextField(unique=False)),
                ("issued_on", fields.DateField(null=True)),
                ("owner_role", fields.CharField(default="", max_length=80)),
                ("owner_rank", fields.CharField(default="", max_length=40)),
                ("owner_id", fields.CharField(null=True, max_length=16)),
                ("promise", fields.CharField(default="", max_length=500)),
                ("next_update_on", fields.DateField(null=True)),
                ("kept_version", fields.IntField(default=1)),
                (
                    "status",
                    fields.CharEnumField(
                        description="OPEN: open\nREVIEWING: reviewing\nMET: met\nUNMET: unmet\nCLOSED: closed",
                        enum_type=Status,
                        max_length=16,
                    ),
                ),
                ("status_since", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "state",
                    fields.CharEnumField(
                        description="PUBLISHED: published\nHIDDEN: hidden",
                        default=Words.PUBLISHED,
                        enum_type=Words,
                        max_length=16,
                    ),
                ),
                ("worded_by_id", fields.CharField(null=True, max_length=16)),
                ("closed_why", fields.CharField(default="", max_length=500)),
                ("external_id", fields.CharField(null=True, max_length=64)),
                ("carried_to_id", fields.CharField(null=True, max_length=16)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("version", fields.IntField(default=1)),
            ],
            options={
                "table": "priority",
                "app": "bluelamp",
                "unique_together": (("round_id", "option_id"), ("neighbourhood_id", "external_id")),
                "indexes": [
                    Index(fields=["neighbourhood_id", "issued_on", "id"]),
                    Index(fields=["force_id", "status"]),
                    Index(fields=["status", "next_update_on"]),
                ],
                "pk_attr": "id",
                "table_description": "What a team works on. `owner_…` is who answers for it by role and rank, whoever holds that post.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PriorityFollower",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("priority_id", fields.CharField(max_length=16)),
                ("person_id", fields.CharField(db_index=True, max_length=16)),
                ("since", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "priority_watch",
                "app": "bluelamp",
                "unique_together": (("priority_id", "person_id"),),
                "pk_attr": "id",
                "table_description": "That somebody is told what is done about a priority.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PriorityPicture",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("person_id", fields.CharField(db_index=True, max_length=16)),
                ("owner_type", fields.CharField(default="", max_length=16)),
                ("owner_id", fields.CharField(null=True, db_index=True, max_length=16)),
                ("position", fields.IntField(default=0)),
                ("sha256", fields.CharField(max_length=64)),
                ("small", fields.BinaryField(null=True)),
                ("large", fields.BinaryField(null=True)),
                ("width", fields.IntField()),
                ("height", fields.IntField()),
                ("alt", fields.CharField(default="", max_length=300)),
                ("created_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("removed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "priority_picture",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "A picture as we encoded it anew (WebP), without what the camera wrote into it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Proposal",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("round_id", fields.CharField(max_length=16)),
                ("force_id", fields.CharField(max_length=64)),
                ("neighbourhood_id", fields.CharField(max_length=64)),
                ("author_id", fields.CharField(max_length=16)),
                ("client_id", fields.CharField(max_length=64)),
                (
                    "state",
                    fields.CharEnumField(
                        description="HELD: held\nPUBLISHED: published\nHIDDEN: hidden\nREJECTED: rejected\nWITHDRAWN: withdrawn\nMERGED: merged\nREFUSED: refused",
                        enum_type=ProposalState,
                        max_length=16,
                    ),
                ),
                ("version", fields.IntField(default=1)),
                ("title", fields.CharField(max_length=120)),
                ("what", fields.TextField(unique=False)),
                ("html", fields.TextField(unique=False)),
                ("times", fields.CharField(default="", max_length=200)),
                ("affected", fields.CharField(default="", max_length=200)),
                ("speaks_for", fields.CharField(default="", max_length=120)),
                ("place_name", fields.CharField(default="", max_length=120)),
                ("place_latitude", fields.FloatField(null=True)),
                ("place_longitude", fields.FloatField(null=True)),
                ("area", fields.TextField(null=True, unique=False)),
                (
                    "pending",
                    fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads),
                ),
                ("held_reason", fields.CharField(default="", max_length=300)),
                ("supporters", fields.IntField(default=0)),
                ("pictures", fields.IntField(default=0)),
                ("topic_id", fields.CharField(null=True, max_length=16)),
                ("merged_into_id", fields.CharField(null=True, max_length=16)),
                ("refused_reason", fields.CharField(default="", max_length=500)),
                ("refused_by_id", fields.CharField(null=True, max_length=16)),
                ("carried_from_id", fields.CharField(null=True, max_length=16)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("edited_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "priority_proposal",
                "app": "bluelamp",
                "unique_together": (("author_id", "client_id"),),
                "indexes": [
                    Index(fields=["round_id", "state", "id"]),
                    Index(fields=["author_id", "created_at"]),
                    Index(fields=["force_id", "id"]),
                    Index(fields=["merged_into_id"]),
                ],
                "pk_attr": "id",
                "table_description": "What somebody wants the police to work on. What is put to the vote is an `Option`, made of it when that begins.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PriorityRestriction",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("neighbourhood_id", fields.CharField(max_length=64)),
                ("person_id", fields.CharField(max_length=16)),
                ("kind", fields.CharField(max_length=16)),
                ("until", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("reason", fields.CharField(max_length=500)),
                ("by_id", fields.CharField(db_index=True, max_length=16)),
                ("decision_id", fields.CharField(max_length=16)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "priority_restriction",
                "app": "bluelamp",
                "indexes": [Index(fields=["person_id", "neighbourhood_id"])],
                "pk_attr": "id",
                "table_description": "Somebody who is kept from writing there (`silence` or `remove`), by a decision. They still vote.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ProposalEdit",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("proposal_id", fields.CharField(max_length=16)),
                ("version", fields.IntField()),
                ("words", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("by_id", fields.CharField(max_length=16)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "priority_proposal_edit",
                "app": "bluelamp",
                "unique_together": (("proposal_id", "version"),),
                "pk_attr": "id",
                "table_description": "A proposal as it was before an edit, for its staff to compare. `words` has the names of its columns.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Receipt",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=32)),
                ("round_id", fields.CharField(max_length=16)),
                ("mark", fields.CharField(null=True, max_length=64)),
                ("receipt", fields.CharField(max_length=32)),
            ],
            options={
                "table": "priority_receipt",
                "app": "bluelamp",
                "unique_together": (("round_id", "mark"), ("round_id", "receipt")),
                "pk_attr": "id",
                "table_description": "That a ballot stands. Another HMAC of the same voter (`mark`), so that it leads to no ballot.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RecordedCrime",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("neighbourhood_id", fields.CharField(max_length=64)),
                ("month", fields.CharField(max_length=7)),
                ("category", fields.CharField(max_length=60)),
                ("crimes", fields.IntField()),
            ],
            options={
                "table": "priority_recorded_crime",
                "app": "bluelamp",
                "unique_together": (("neighbourhood_id", "month", "category"),),
                "pk_attr": "id",
                "table_description": "How many crimes of a kind were recorded in a neighbourhood in a month, as the force's street file says.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RefusalAppeal",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("proposal_id", fields.CharField(unique=True, max_length=16)),
                ("person_id", fields.CharField(db_index=True, max_length=16)),
                ("text", fields.CharField(max_length=2000)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("decided_by_id", fields.CharField(null=True, max_length=16)),
                ("upheld", fields.BooleanField(null=True)),
                ("answer", fields.CharField(default="", max_length=1000)),
            ],
            options={
                "table": "priority_refusal_appeal",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "The one appeal against a refusal by staff, and what an administrator or another member of staff said to it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Review",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("priority_id", fields.CharField(max_length=16)),
                ("person_id", fields.CharField(db_index=True, max_length=16)),
                (
                    "verdict",
                    fields.CharEnumField(
                        description="FIXED: fixed\nBETTER: better\nSAME: same\nWORSE: worse",
                        enum_type=Verdict,
                        max_length=16,
                    ),
                ),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "priority_review",
                "app": "bluelamp",
                "unique_together": (("priority_id", "person_id"),),
                "pk_attr": "id",
                "table_description": "What somebody who voted or follows said about a priority: what they said last. Shown are figures only.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ReviewEnd",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("figures", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("met", fields.BooleanField()),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "priority_review_end",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "How the review of a priority (`id`) ended: the figures then, and what follows from them by the rule.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Round",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("force_id", fields.CharField(max_length=64)),
                ("neighbourhood_id", fields.CharField(max_length=64)),
                ("title", fields.CharField(max_length=120)),
                ("about", fields.CharField(default="", max_length=1000)),
                (
                    "phase",
                    fields.CharEnumField(
                        description="SCHEDULED: scheduled\nGATHER: gather\nSHAPE: shape\nVOTE: vote\nAGREE: agree\nACT: act\nREVIEW: review\nDONE: done\nCANCELLED: cancelled",
                        enum_type=Phase,
                        max_length=16,
                    ),
                ),
                ("gather_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("shape_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("vote_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("agree_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("act_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("review_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ends_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "method",
                    fields.CharEnumField(
                        default=Method.APPROVAL,
                        description="APPROVAL: approval\nPOINTS: points\nRANKING: ranking",
                        enum_type=Method,
                        max_length=16,
                    ),
                ),
                (
                    "advice",
                    fields.CharEnumField(
                        default=Advice.EQUAL_SHARES,
                        description="PLAIN: plain\nEQUAL_SHARES: equal_shares",
                        enum_type=Advice,
                        max_length=16,
                    ),
                ),
                ("pick", fields.IntField(default=3)),
                ("places", fields.IntField(default=3)),
                ("tiers", fields.CharField(default="email,postcode,confirmed", max_length=60)),
                ("quorum", fields.IntField(default=20)),
                ("opinions", fields.BooleanField(default=False)),
                ("seed", fields.CharField(default="", max_length=64)),
                ("seed_hash", fields.CharField(default="", max_length=64)),
                ("template_id", fields.CharField(null=True, max_length=16)),
                ("surgery_id", fields.CharField(null=True, max_length=16)),
                ("closed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("cancelled_reason", fields.CharField(default="", max_length=500)),
                ("never_begun", fields.BooleanField(default=False)),
                ("created_by_id", fields.CharField(max_length=16)),
                ("client_id", fields.CharField(null=True, max_length=64)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("version", fields.IntField(default=1)),
            ],
            options={
                "table": "priority_round",
                "app": "bluelamp",
                "unique_together": (("template_id", "gather_at"), ("created_by_id", "client_id")),
                "indexes": [
                    Index(fields=["neighbourhood_id", "gather_at", "id"]),
                    Index(fields=["phase", "id"]),
                    Index(fields=["force_id", "id"]),
                    Index(fields=["review_at"]),
                ],
                "pk_attr": "id",
                "table_description": "One time that a neighbourhood chooses what its team works on, from the first idea to the outcome.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RoundFollower",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("neighbourhood_id", fields.CharField(max_length=64)),
                ("person_id", fields.CharField(db_index=True, max_length=16)),
                ("since", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "priority_follower",
                "app": "bluelamp",
                "unique_together": (("neighbourhood_id", "person_id"),),
                "pk_attr": "id",
                "table_description": "That somebody is told how the rounds of a neighbourhood go on, and what is done about its priorities.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RoundKey",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("key", fields.CharField(max_length=64)),
            ],
            options={
                "table": "priority_round_key",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "The key of a round (`id`) while its vote is open, in hexadecimal. Backups leave this table out.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RoundTemplate",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("force_id", fields.CharField(db_index=True, max_length=64)),
                ("neighbourhood_id", fields.CharField(null=True, max_length=64)),
                ("name", fields.CharField(max_length=120)),
                ("days", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("hours", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("months", fields.IntField(null=True)),
                ("first_on", fields.DateField()),
                ("next_on", fields.DateField(null=True)),
                ("settings", fields.JSONField(encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads)),
                ("created_by_id", fields.CharField(max_length=16)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "priority_round_template",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "A round that comes again: one begins on `next_on`, and then every `months` months after the first, which began on\n`first_on`, while `ended_at` is null.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RoundTold",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("round_id", fields.CharField(max_length=16)),
                ("what", fields.CharField(max_length=40)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "priority_round_told",
                "app": "bluelamp",
                "unique_together": (("round_id", "what"),),
                "pk_attr": "id",
                "table_description": "That all who follow a round were told something of it: see `rounds/telling_service`.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Silent",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("round_id", fields.CharField(db_index=True, max_length=16)),
                ("kind", fields.CharField(max_length=16)),
                ("label", fields.CharField(max_length=60)),
                ("could", fields.IntField()),
                ("voted", fields.IntField()),
            ],
            options={
                "table": "priority_silent",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "How many of those who could vote did, of an area or an age band of a round. Cells under ten are not here.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Slip",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=32)),
                ("round_id", fields.CharField(max_length=16)),
                ("serial", fields.IntField()),
                ("receipt", fields.CharField(max_length=32)),
                ("state", fields.CharField(default="printed", max_length=16)),
                ("tier", fields.CharField(default="", max_length=16)),
                ("reading", fields.TextField(null=True, unique=False)),
                ("read_by_id", fields.CharField(null=True, max_length=16)),
                ("again", fields.TextField(null=True, unique=False)),
                ("read_again_by_id", fields.CharField(null=True, max_length=16)),
            ],
            options={
                "table": "priority_slip",
                "app": "bluelamp",
                "unique_together": (("round_id", "serial"),),
                "pk_attr": "id",
                "table_description": "A numbered paper ballot (`serial`), with the receipt on its tear-off. Who was given it is written nowhere.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Statement",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("round_id", fields.CharField(db_index=True, max_length=16)),
                ("author_id", fields.CharField(db_index=True, max_length=16)),
                ("client_id", fields.CharField(max_length=64)),
                ("text", fields.CharField(max_length=140)),
                ("state", fields.CharField(max_length=16)),
                ("held_reason", fields.CharField(default="", max_length=300)),
                ("version", fields.IntField(default=1)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "priority_statement",
                "app": "bluelamp",
                "unique_together": (("author_id", "client_id"),),
                "pk_attr": "id",
                "table_description": "A short statement of a round that asks for opinions. `state` is that of a proposal.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Support",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("proposal_id", fields.CharField(max_length=16)),
                ("person_id", fields.CharField(db_index=True, max_length=16)),
                ("moved_from_id", fields.CharField(null=True, max_length=16)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "priority_support",
                "app": "bluelamp",
                "unique_together": (("proposal_id", "person_id"),),
                "pk_attr": "id",
                "table_description": "That somebody supports a proposal. `moved_from_id`: they moved it from one that was merged with it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Voted",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=32)),
                ("round_id", fields.CharField(max_length=16)),
                ("voter", fields.CharField(max_length=80)),
                ("how", fields.CharField(max_length=16)),
                ("day", fields.DateField()),
            ],
            options={
                "table": "priority_voted",
                "app": "bluelamp",
                "unique_together": (("round_id", "voter"),),
                "indexes": [Index(fields=["voter"])],
                "pk_attr": "id",
                "table_description": "That somebody has voted, or has a slip or a code to vote with, and on which day. It leads to no ballot.",
            },
            bases=["Model"],
        ),
        ops.RunPython(_take_order_away),
    ]
