"""What a force adds to the rules: words that are held, and web sites that may be linked."""

from tortoise import fields
from tortoise.models import Model


class ListedWord(Model):
    """A word or phrase that a force has held, or lets pass: `list` is `abuse` or `allowed`."""

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64)
    list = fields.CharField(max_length=16)
    entry = fields.CharField(max_length=100)
    why = fields.CharField(max_length=300, default="")
    added_by_id = fields.CharField(max_length=16)
    added_at = fields.DatetimeField()
    removed_by_id = fields.CharField(max_length=16, null=True)
    removed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "listed_word"
        indexes = (("force_id", "removed_at"),)


class AllowedSite(Model):
    """A web site that new people may link in one place, or in all of a force's (`place_id` null)."""

    id = fields.CharField(max_length=16, primary_key=True)
    force_id = fields.CharField(max_length=64)
    place_id = fields.CharField(max_length=16, null=True)
    domain = fields.CharField(max_length=253)
    added_by_id = fields.CharField(max_length=16)
    added_at = fields.DatetimeField()
    removed_by_id = fields.CharField(max_length=16, null=True)
    removed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "allowed_site"
        indexes = (("force_id", "removed_at"),)
