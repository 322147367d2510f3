"""The table of pictures of proposals and of what the police did."""

from tortoise import fields

from foundation.pictures.columns import PictureColumns


class PriorityPicture(PictureColumns):
    """A picture of a proposal or of an action: `owner_type` is `proposal` or `action`."""

    owner_type = fields.CharField(max_length=16, default="")
    owner_id = fields.CharField(max_length=16, null=True, db_index=True)

    class Meta:
        table = "priority_picture"
