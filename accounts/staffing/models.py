"""The table of staff that one administrator entered and another decides on."""

from tortoise import fields
from tortoise.models import Model

from accounts.models import Person


class Enrolment(Model):
    """Somebody whom one administrator wants to have as staff. Nothing of it counts until another has confirmed it.

    `details` are an officer's rank, number and neighbourhoods (ids), by those names. `person` is set at the
    confirmation, when the person comes to be.
    """

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64, null=True, db_index=True)
    name = fields.CharField(max_length=60)
    email = fields.CharField(max_length=254)
    role = fields.CharField(max_length=16)
    scope = fields.CharField(max_length=16)
    details = fields.JSONField[dict[str, object]](default=dict)
    enrolled_by: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField(
        "bluelamp.Person", related_name="enrolled", on_delete=fields.RESTRICT, db_index=True
    )
    enrolled_at = fields.DatetimeField()
    decided_by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "bluelamp.Person", related_name="decided_enrolments", null=True, on_delete=fields.RESTRICT, db_index=True
    )
    decided_at = fields.DatetimeField(null=True)
    refused = fields.BooleanField(default=False)
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField(
        "bluelamp.Person", related_name="enrolments", null=True, on_delete=fields.RESTRICT, db_index=True
    )

    class Meta:
        table = "enrolment"
