"""The tables of where people live."""

from tortoise import fields
from tortoise.models import Model


class Force(Model):
    """A police force, under the id that the outside gives it (data.police.uk's, such as `south-wales`)."""

    id = fields.CharField(max_length=64, primary_key=True)
    name = fields.CharField(max_length=200)

    class Meta:
        table = "force"


class Neighbourhood(Model):
    """A policing neighbourhood. `boundary` is a GeoJSON Polygon or MultiPolygon (WGS 84), as compact text."""

    id = fields.CharField(max_length=64, primary_key=True)
    force: fields.ForeignKeyRelation[Force] = fields.ForeignKeyField(
        "bluelamp.Force", related_name="neighbourhoods", on_delete=fields.RESTRICT
    )
    name = fields.CharField(max_length=200)
    name_cy = fields.CharField(max_length=200, default="")
    boundary = fields.TextField()

    class Meta:
        table = "neighbourhood"


class Postcode(Model):
    """A postcode and where it lies, in degrees.

    `postcode` has capitals and no spaces (`CF101AA`). `neighbourhood` is null where the import named none: then it
    follows from the boundaries as they are when somebody asks.
    """

    postcode = fields.CharField(max_length=8, primary_key=True)
    latitude = fields.FloatField()
    longitude = fields.FloatField()
    neighbourhood: fields.ForeignKeyNullableRelation[Neighbourhood] = fields.ForeignKeyField(
        "bluelamp.Neighbourhood", related_name="postcodes", null=True, on_delete=fields.RESTRICT
    )

    class Meta:
        table = "postcode"


class Edition(Model):
    """One row that changes with every change of neighbourhoods, so that each process knows its map is old."""

    id = fields.CharField(max_length=16, primary_key=True)
    token = fields.CharField(max_length=16)

    class Meta:
        table = "neighbourhood_edition"
