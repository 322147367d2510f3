"""The tables of codes that officers hand to residents."""

from tortoise import fields
from tortoise.models import Model

from accounts.models import Person
from neighbourhoods.models import Neighbourhood


class VouchBatch(Model):
    """A sheet of codes that an officer printed for one neighbourhood. They expire together."""

    id = fields.CharField(max_length=16, primary_key=True)
    officer: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "bluelamp.Person", related_name="vouch_batches", on_delete=fields.RESTRICT, db_index=True
    )
    neighbourhood: fields.ForeignKeyRelation[Neighbourhood] = fields.ForeignKeyField(
        "bluelamp.Neighbourhood", related_name="vouch_batches", on_delete=fields.RESTRICT, db_index=True
    )
    made_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "vouch_batch"


class VouchCode(Model):
    """One code of a batch, for one resident, once. Only its hash is kept."""

    id = fields.CharField(max_length=16, primary_key=True)
    batch: fields.ForeignKeyRelation[VouchBatch] = fields.ForeignKeyField(
        "bluelamp.VouchBatch", related_name="codes", on_delete=fields.CASCADE, db_index=True
    )
    code_hash = fields.CharField(max_length=64, unique=True)
    used_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "bluelamp.Person", related_name="vouched_by", null=True, on_delete=fields.SET_NULL, db_index=True
    )
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "vouch_code"
