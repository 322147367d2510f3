"""The table of accounts that wait for their address to be confirmed."""

from tortoise import fields
from tortoise.models import Model

from accounts.models import Person


class SignUp(Model):
    """Somebody who wants an account, and has not shown yet that the address is theirs. `id` is the token's hash.

    `guest` is who they were here before, whose words they keep. `password_hash` is empty and not read: whoever shows
    that the address is theirs chooses the password then.
    """

    id = fields.CharField(max_length=64, primary_key=True)
    email = fields.CharField(max_length=254, db_index=True)
    full_name = fields.CharField(max_length=60)
    shown_as = fields.CharField(max_length=16)
    age_band = fields.CharField(max_length=16)
    password_hash = fields.CharField(max_length=200)
    language = fields.CharField(max_length=2)
    guest: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "bluelamp.Person", related_name="sign_ups", null=True, on_delete=fields.CASCADE, db_index=True
    )
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField(db_index=True)
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "sign_up"
