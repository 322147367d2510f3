import functools
from json import dumps, loads

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0001_initial")]

    initial = False

    operations = [
        ops.CreateModel(
            name="AuditLink",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("number", fields.BigIntField(unique=True)),
                ("digest", fields.CharField(max_length=64)),
                ("mac", fields.CharField(max_length=64)),
            ],
            options={
                "table": "audit_link",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "The place of an entry (`id`) in the chain: `mac` is keyed, over the entry's digest and the link before.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="AuditPersonal",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("salt", fields.CharField(max_length=32)),
                ("details", fields.TextField(unique=False)),
            ],
            options={
                "table": "audit_personal",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "What an entry (`id`) says of a person by name. Erased with `salt`, it leaves nothing but a digest behind.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="AuthenticatorApp",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "bluelamp.Person",
                        source_field="person_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="authenticator_apps",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("secret", fields.CharField(max_length=255)),
                ("last_step", fields.BigIntField(default=0)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "authenticator_app",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "The secret that a person's app makes codes from, sealed with the server's key.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Enrolment",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("force_id", fields.CharField(null=True, db_index=True, max_length=64)),
                ("name", fields.CharField(max_length=60)),
                ("email", fields.CharField(max_length=254)),
                ("role", fields.CharField(max_length=16)),
                ("scope", fields.CharField(max_length=16)),
                (
                    "details",
                    fields.JSONField(
                        default=dict, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                (
                    "enrolled_by",
                    fields.ForeignKeyField(
                        "bluelamp.Person",
                        source_field="enrolled_by_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="enrolled",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("enrolled_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "decided_by",
                    fields.ForeignKeyField(
                        "bluelamp.Person",
                        source_field="decided_by_id",
                        null=True,
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="decided_enrolments",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("refused", fields.BooleanField(default=False)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "bluelamp.Person",
                        source_field="person_id",
                        null=True,
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="enrolments",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
            ],
            options={
                "table": "enrolment",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "Somebody whom one administrator wants to have as staff. Nothing of it counts until another has confirmed it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="LegalHold",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("subject_type", fields.CharField(max_length=16)),
                ("subject_id", fields.CharField(max_length=16)),
                ("reason", fields.TextField(unique=False)),
                ("placed_by_id", fields.CharField(max_length=16)),
                ("placed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ended_by_id", fields.CharField(null=True, max_length=16)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "legal_hold",
                "app": "bluelamp",
                "indexes": [Index(fields=["subject_type", "subject_id"])],
                "pk_attr": "id",
                "table_description": "Words that must be kept as evidence, whoever asks for them to go: those of a person, or one message.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="OfficerPhoto",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "bluelamp.Person",
                        source_field="person_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="photos",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("size_64", fields.BinaryField()),
                ("size_128", fields.BinaryField()),
                ("size_512", fields.BinaryField()),
                ("alt", fields.CharField(default="", max_length=200)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "officer_photo",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "An officer's photo as we encoded it anew, in three sizes (WebP, pixels a side). `id` changes with each photo.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="OutboxMail",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                ("key", fields.CharField(unique=True, max_length=64)),
                ("recipient", fields.CharField(max_length=254)),
                ("subject", fields.CharField(max_length=200)),
                ("text", fields.TextField(unique=False)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("due_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("leased_until", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("tries", fields.IntField(default=0)),
                ("sent_at", fields.DatetimeField(null=True, db_index=True, auto_now=False, auto_now_add=False)),
                ("given_up_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "outbox_mail",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "A mail to be sent once: written with what it is about, sent by whoever holds the lease. `key` makes it one.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Passkey",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "bluelamp.Person",
                        source_field="person_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="passkeys",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("credential_id", fields.CharField(unique=True, max_length=1400)),
                ("public_key", fields.TextField(unique=False)),
                ("sign_count", fields.BigIntField()),
                (
                    "transports",
                    fields.JSONField(
                        default=list, encoder=functools.partial(dumps, separators=(",", ":")), decoder=loads
                    ),
                ),
                ("label", fields.CharField(max_length=60)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("last_used_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("refused_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "passkey",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "One authenticator of a person. `credential_id` and `public_key` are base64url, as WebAuthn has them.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PasskeyChallenge",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=64)),
                ("purpose", fields.CharField(max_length=16)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "bluelamp.Person",
                        source_field="person_id",
                        null=True,
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="passkey_challenges",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("session_id", fields.CharField(null=True, max_length=64)),
                ("expires_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("used_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "passkey_challenge",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "A challenge that was given out, and may be answered once, in time. `id` is its SHA-256 in hex.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RecoveryCode",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "bluelamp.Person",
                        source_field="person_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="recovery_codes",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("code_hash", fields.CharField(max_length=64)),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("used_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "recovery_code",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "One of ten codes for a lost device. Only its hash is kept.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Shift",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "bluelamp.Person",
                        source_field="person_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="shifts",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("began_by", fields.CharField(max_length=8)),
                ("began_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("ends_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("code_key", fields.CharField(db_index=True, max_length=64)),
                ("attempt", fields.IntField(default=0)),
            ],
            options={
                "table": "shift",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "An officer on duty, from `began_at` to `ended_at`, or to `ends_at` (twelve hours later) where nobody ended it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="SignUp",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=64)),
                ("email", fields.CharField(db_index=True, max_length=254)),
                ("full_name", fields.CharField(max_length=60)),
                ("shown_as", fields.CharField(max_length=16)),
                ("age_band", fields.CharField(max_length=16)),
                ("password_hash", fields.CharField(max_length=200)),
                ("language", fields.CharField(max_length=2)),
                (
                    "guest",
                    fields.ForeignKeyField(
                        "bluelamp.Person",
                        source_field="guest_id",
                        null=True,
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="sign_ups",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("created_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
                ("used_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "sign_up",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "Somebody who wants an account, and has not shown yet that the address is theirs. `id` is the token's hash.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="VouchBatch",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                (
                    "officer",
                    fields.ForeignKeyField(
                        "bluelamp.Person",
                        source_field="officer_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="vouch_batches",
                        on_delete=OnDelete.RESTRICT,
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
                        related_name="vouch_batches",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "vouch_batch",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "A sheet of codes that an officer printed for one neighbourhood. They expire together.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="VouchCode",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=16)),
                (
                    "batch",
                    fields.ForeignKeyField(
                        "bluelamp.VouchBatch",
                        source_field="batch_id",
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="codes",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("code_hash", fields.CharField(unique=True, max_length=64)),
                (
                    "used_by",
                    fields.ForeignKeyField(
                        "bluelamp.Person",
                        source_field="used_by_id",
                        null=True,
                        db_index=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="vouched_by",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("used_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "vouch_code",
                "app": "bluelamp",
                "pk_attr": "id",
                "table_description": "One code of a batch, for one resident, once. Only its hash is kept.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="AuditEntry",
            name="address",
            field=fields.CharField(default="", db_default="", max_length=45),
        ),
        ops.AddField(
            model_name="AuditEntry",
            name="personal",
            field=fields.CharField(null=True, max_length=64),
        ),
        ops.AddField(
            model_name="OneTimeLink",
            name="email",
            field=fields.CharField(null=True, max_length=254),
        ),
        ops.AddField(
            model_name="Person",
            name="age_band",
            field=fields.CharField(null=True, max_length=16),
        ),
        ops.AddField(
            model_name="Person",
            name="avatar",
            field=fields.CharField(null=True, max_length=64),
        ),
        ops.AddField(
            model_name="Person",
            name="closed_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="Person",
            name="full_name",
            field=fields.CharField(null=True, max_length=60),
        ),
        ops.AddField(
            model_name="Person",
            name="language",
            field=fields.CharField(null=True, max_length=2),
        ),
        ops.AddField(
            model_name="Person",
            name="name_refused",
            field=fields.CharField(null=True, max_length=60),
        ),
        ops.AddField(
            model_name="Person",
            name="photo",
            field=fields.CharField(null=True, max_length=16),
        ),
        ops.AddField(
            model_name="Person",
            name="role_since",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="Person",
            name="scope",
            field=fields.CharField(null=True, max_length=16),
        ),
        ops.AddField(
            model_name="Person",
            name="shown_as",
            field=fields.CharField(null=True, max_length=16),
        ),
        ops.AddField(
            model_name="Session",
            name="method",
            field=fields.CharField(null=True, max_length=16),
        ),
        ops.AddField(
            model_name="Session",
            name="proved_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
    ]
