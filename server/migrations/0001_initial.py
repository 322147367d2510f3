import functools
from json import dumps, loads

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from rooms.models import MessageKind, MessageState, Mode, RestrictionKind, Status


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="AuditEntry",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("act", fields.CharField(max_length=64)),
                ("actor_id", fields.CharField(null=True, db_index=True, max_length=16)),
                ("actor_role", fields.CharField(null=True, max_length=16)),
                ("subject_type", fields.CharField(max_length=32)),
                ("subject_id", fields.CharField(max_length=64)),
                ("reason", fields.TextField(default="", unique=False)),
                (
                    "details",
                    fields.JSONField(
                        default=dict, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
            ],
            options={
                "table": "audit_entry",
                "app": "bluelamp",
                "indexes": [Index(fields=["subject_type", "subject_id"])],
                "pk_attr": "id",
                "table_description": "One act that must be explainable later: who did what to what, when, and the reason given.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Decision",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("target_type", fields.CharField(max_length=16)),
                ("target_id", fields.CharField(max_length=64)),
                ("revision", fields.IntField(default=1)),
                ("author_id", fields.CharField(null=True, db_index=True, max_length=16)),
                ("action", fields.CharField(max_length=16)),
                ("clause", fields.CharField(default="", max_length=32)),
                ("rules_version", fields.IntField()),
                ("reason", fields.TextField(default="", unique=False)),
                ("note", fields.TextField(default="", unique=False)),
                ("seconds", fields.IntField(null=True)),
                ("actor_id", fields.CharField(null=True, db_index=True, max_length=16)),
                ("actor_role", fields.CharField(null=True, max_length=16)),
                ("at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "decision",
                "app": "bluelamp",
                "indexes": [Index(fields=["target_type", "target_id"])],
                "pk_attr": "id",
                "table_description": "One decision on one thing. Only ever added: a later one on the same thing supersedes it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Edition",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("token", fields.CharField(max_length=16)),
            ],
            options={
                "table": "neighbourhood_edition",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "One row that changes with every change of neighbourhoods, so that each process knows its map is old.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Flag",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("target_type", fields.CharField(max_length=16)),
                ("target_id", fields.CharField(max_length=64)),
                ("revision", fields.IntField(default=1)),
                ("person_id", fields.CharField(db_index=True, max_length=16)),
                ("reason", fields.CharField(max_length=16)),
                ("note", fields.TextField(default="", unique=False)),
                ("at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "flag",
                "app": "bluelamp",
                "unique_together": (("target_type", "target_id", "person_id"),),
                "pk_attr": "id",
                "table_description": "One person's flag on one thing: a later one by the same person takes the place of the first.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Force",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=64)),
                ("name", fields.CharField(max_length=200)),
            ],
            options={
                "table": "force",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "A police force, under the id that the outside gives it (data.police.uk's, such as `south-wales`).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Mark",
            fields=[
                ("name", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=32)),
                ("value", fields.CharField(max_length=64)),
            ],
            options={
                "table": "mark",
                "app": "bluelamp",
                "pk_attr": "name",
                "table_description": "What this database is: `demonstration` is set in one that `bluelamp demo` made.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Neighbourhood",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=64)),
                (
                    "force",
                    fields.ForeignKeyField(
                        "bluelamp.Force",
                        source_field="force_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="neighbourhoods",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("name", fields.CharField(max_length=200)),
                ("name_cy", fields.CharField(default="", max_length=200)),
                ("boundary", fields.TextField(unique=False)),
            ],
            options={
                "table": "neighbourhood",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "A policing neighbourhood. `boundary` is a GeoJSON Polygon or MultiPolygon (WGS 84), as compact text.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Person",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("name", fields.CharField(max_length=60)),
                ("name_skeleton", fields.CharField(db_index=True, max_length=400)),
                ("role", fields.CharField(max_length=16)),
                ("email", fields.CharField(null=True, unique=True, max_length=254)),
                ("password_hash", fields.CharField(null=True, max_length=200)),
                (
                    "force",
                    fields.ForeignKeyField(
                        "bluelamp.Force",
                        source_field="force_id",
                        null=True,
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="staff",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "neighbourhood",
                    fields.ForeignKeyField(
                        "bluelamp.Neighbourhood",
                        source_field="neighbourhood_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="residents",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("email_confirmed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("postcode_given_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("confirmed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("suspended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "person",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "Somebody who has a name here: a guest, a resident, or staff of a force.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="OfficerRecord",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                (
                    "person",
                    fields.OneToOneField(
                        "bluelamp.Person",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="record",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("rank", fields.CharField(max_length=40)),
                ("number", fields.CharField(max_length=20)),
                ("confirmed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "officer_record",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "What a force knows of an officer: the badge is drawn from here, once `confirmed_at` is set.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="OneTimeLink",
            fields=[
                ("token_hash", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=64)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "bluelamp.Person",
                        source_field="person_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="links",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("purpose", fields.CharField(max_length=16)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("used_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "one_time_link",
                "app": "bluelamp",
                "pk_attr": "token_hash",
                "table_description": "A link that lets one person set a password, once, until it expires. Only its token's hash is kept.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PersonNeighbourhood",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "bluelamp.Person",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="serves",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "neighbourhood",
                    fields.ForeignKeyField(
                        "bluelamp.Neighbourhood",
                        source_field="neighbourhood_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="served_by",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("since", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "person_neighbourhood",
                "app": "bluelamp",
                "unique_together": (("person", "neighbourhood"),),
                "pk_attr": "id",
                "table_description": "A neighbourhood that an officer serves, and since when.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Postcode",
            fields=[
                ("postcode", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=8)),
                ("latitude", fields.FloatField()),
                ("longitude", fields.FloatField()),
                (
                    "neighbourhood",
                    fields.ForeignKeyField(
                        "bluelamp.Neighbourhood",
                        source_field="neighbourhood_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="postcodes",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
            ],
            options={
                "table": "postcode",
                "app": "bluelamp",
                "pk_attr": "postcode",
                "table_description": "A postcode and where it lies, in degrees.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Room",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("force_id", fields.CharField(max_length=64)),
                ("neighbourhood_id", fields.CharField(max_length=64)),
                (
                    "status",
                    fields.CharEnumField(
                        default=Status.SCHEDULED,
                        description="SCHEDULED: scheduled\nOPEN: open\nCLOSED: closed\nCANCELLED: cancelled",
                        enum_type=Status,
                        max_length=16,
                    ),
                ),
                (
                    "mode",
                    fields.CharEnumField(
                        default=Mode.OPEN,
                        description="OPEN: open\nNEWCOMERS: newcomers\nPREMODERATED: premoderated\nSLOW: slow\nLOCKED: locked",
                        enum_type=Mode,
                        max_length=16,
                    ),
                ),
                ("mode_seconds", fields.IntField(null=True)),
                ("last_seq", fields.IntField(default=0)),
                ("opened_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("closed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "room",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "A live place: one log, whose counter `last_seq` is raised on this row by whoever appends.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="LogEntry",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                (
                    "room",
                    fields.ForeignKeyField(
                        "bluelamp.Room",
                        source_field="room_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="log",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("seq", fields.IntField()),
                ("kind", fields.CharField(max_length=32)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("message_id", fields.CharField(null=True, max_length=16)),
                ("answer_id", fields.CharField(null=True, max_length=16)),
                (
                    "data",
                    fields.JSONField(
                        default=dict, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
            ],
            options={
                "table": "room_log_entry",
                "app": "bluelamp",
                "unique_together": (("room", "seq"),),
                "pk_attr": "id",
                "table_description": "One entry of a room's log. Words stand in the message, never here, so that none are left behind.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Message",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                (
                    "room",
                    fields.ForeignKeyField(
                        "bluelamp.Room",
                        source_field="room_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="messages",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("author_id", fields.CharField(max_length=16)),
                ("client_id", fields.CharField(max_length=64)),
                (
                    "kind",
                    fields.CharEnumField(
                        description="MESSAGE: message\nQUESTION: question\nANSWER: answer",
                        enum_type=MessageKind,
                        max_length=16,
                    ),
                ),
                (
                    "state",
                    fields.CharEnumField(
                        description="HELD: held\nPUBLISHED: published\nHIDDEN: hidden\nWITHDRAWN: withdrawn\nREJECTED: rejected",
                        enum_type=MessageState,
                        max_length=16,
                    ),
                ),
                ("body", fields.TextField(unique=False)),
                ("html", fields.TextField(unique=False)),
                ("reply_to", fields.CharField(null=True, max_length=16)),
                ("posted_seq", fields.IntField(null=True)),
                ("text_seq", fields.IntField(null=True)),
                ("emergency", fields.BooleanField(default=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("edited_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("held_reason", fields.TextField(default="", unique=False)),
                ("pending_body", fields.TextField(null=True, unique=False)),
                ("pending_html", fields.TextField(null=True, unique=False)),
            ],
            options={
                "table": "room_message",
                "app": "bluelamp",
                "unique_together": (("author_id", "room", "client_id"),),
                "indexes": [
                    Index(fields=["room_id", "posted_seq"]),
                    Index(fields=["room_id", "state"]),
                    Index(fields=["room_id", "reply_to"]),
                ],
                "pk_attr": "id",
                "table_description": "Somebody's words in a room: a message, a question, or a host's answer to one.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Restriction",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                (
                    "room",
                    fields.ForeignKeyField(
                        "bluelamp.Room",
                        source_field="room_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="restrictions",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("person_id", fields.CharField(max_length=16)),
                (
                    "kind",
                    fields.CharEnumField(
                        description="SILENCE: silence\nREMOVE: remove", enum_type=RestrictionKind, max_length=16
                    ),
                ),
                ("until", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("reason", fields.TextField(unique=False)),
                ("by", fields.CharField(max_length=16)),
                ("created_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "room_restriction",
                "app": "bluelamp",
                "indexes": [Index(fields=["room_id", "person_id"])],
                "pk_attr": "id",
                "table_description": "A person who is silenced in a room, or removed from it, until a time or its end.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RoomHost",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                (
                    "room",
                    fields.ForeignKeyField(
                        "bluelamp.Room",
                        source_field="room_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="hosts",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("person_id", fields.CharField(max_length=16)),
            ],
            options={
                "table": "room_host",
                "app": "bluelamp",
                "unique_together": (("room", "person_id"),),
                "pk_attr": "id",
                "table_description": "An officer who holds the room.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Session",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("token_hash", fields.CharField(unique=True, max_length=64)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "bluelamp.Person",
                        source_field="person_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="sessions",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("device", fields.CharField(default="", max_length=60)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("last_seen_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, db_index=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "session",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "One sign-in on one device. The token itself is only with the person: `token_hash` is its SHA-256 in hex.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Surgery",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                (
                    "room",
                    fields.OneToOneField(
                        "bluelamp.Room",
                        source_field="room_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="surgery",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("title", fields.CharField(max_length=120)),
                ("neighbourhood_id", fields.CharField(max_length=64)),
                ("local_start", fields.CharField(max_length=16)),
                ("local_end", fields.CharField(max_length=16)),
                ("time_zone", fields.CharField(max_length=64)),
                ("starts_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("ends_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("created_by", fields.CharField(max_length=16)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("host_seen_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("host_late_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("host_absent_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "surgery",
                "app": "bluelamp",
                "indexes": [Index(fields=["neighbourhood_id", "starts_at"])],
                "pk_attr": "id",
                "table_description": "A scheduled meeting. Its id is its room's.",
            },
            bases=["Model"],
        ),
    ]
