"""Every query about the pictures of replies."""

from forums.models import Reply
from forums.pictures.models import ReplyPicture
from foundation.pictures.table import Owner, PictureTable
from foundation.queries import Query

_PICTURE = "SELECT id, reply_id AS owner_id, person_id, position, width, height, alt, sha256 FROM forum_picture"

TABLE = PictureTable(
    model=ReplyPicture,
    owner=("reply_id",),
    of=Query(_PICTURE, "WHERE reply_id IN ? AND removed_at IS NULL"),
    own=Query(_PICTURE, "WHERE person_id = ? AND id IN ? AND removed_at IS NULL"),
)
# A page asks for each of its pictures: for those of what everybody may read, this is all there is to find out.
PLACED = Query(
    """
    SELECT picture.person_id, picture.reply_id AS owner_id, picture.position, reply.state AS reply_state,
           topic.state AS topic_state, forum.kind AS forum_kind
    FROM forum_picture picture
    LEFT JOIN forum_reply reply ON reply.id = picture.reply_id
    LEFT JOIN forum_topic topic ON topic.id = reply.topic_id
    LEFT JOIN forum ON forum.id = topic.forum_id
    WHERE picture.id = ? AND picture.removed_at IS NULL
    """
)


async def set_count(owner: Owner, pictures: int) -> None:
    [reply_id] = owner
    await Reply.filter(id=reply_id).update(pictures=pictures)
