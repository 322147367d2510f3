"""The tables of what a person can prove that it is them with."""

from tortoise import fields
from tortoise.models import Model

from accounts.models import Person


class Passkey(Model):
    """One authenticator of a person. `credential_id` and `public_key` are base64url, as WebAuthn has them.

    `refused_at` is set when its counter went backwards: there are two of it, and neither opens anything any more.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "bluelamp.Person", related_name="passkeys", on_delete=fields.CASCADE, db_index=True
    )
    credential_id = fields.CharField(max_length=1400, unique=True)
    public_key = fields.TextField()
    sign_count = fields.BigIntField()
    transports = fields.JSONField[list[str]](default=list)
    label = fields.CharField(max_length=60)
    created_at = fields.DatetimeField()
    last_used_at = fields.DatetimeField(null=True)
    refused_at = fields.DatetimeField(null=True)

    class Meta:
        table = "passkey"


class PasskeyChallenge(Model):
    """A challenge that was given out, and may be answered once, in time. `id` is its SHA-256 in hex."""

    id = fields.CharField(max_length=64, primary_key=True)
    purpose = fields.CharField(max_length=16)
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "bluelamp.Person", related_name="passkey_challenges", null=True, on_delete=fields.CASCADE, db_index=True
    )
    session_id = fields.CharField(max_length=64, null=True)
    expires_at = fields.DatetimeField(db_index=True)
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "passkey_challenge"


class AuthenticatorApp(Model):
    """The secret that a person's app makes codes from, sealed with the server's key.

    `last_step` is the time step of the last code that was taken: no code opens anything twice.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "bluelamp.Person", related_name="authenticator_apps", on_delete=fields.CASCADE, db_index=True
    )
    secret = fields.CharField(max_length=255)
    last_step = fields.BigIntField(default=0)
    created_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "authenticator_app"


class RecoveryCode(Model):
    """One of ten codes for a lost device. Only its hash is kept."""

    id = fields.CharField(max_length=16, primary_key=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "bluelamp.Person", related_name="recovery_codes", on_delete=fields.CASCADE, db_index=True
    )
    code_hash = fields.CharField(max_length=64)
    created_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "recovery_code"
