"""The table of pictures."""

from tortoise import fields

from foundation.pictures.columns import PictureColumns


class ReplyPicture(PictureColumns):
    """A picture of a reply."""

    reply_id = fields.CharField(max_length=16, null=True, db_index=True)

    class Meta:
        table = "forum_picture"
