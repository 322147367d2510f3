"""Who has written here before is known: what is asked of newcomers from now on was not asked of them."""

from tortoise import migrations
from tortoise.migrations import operations as ops

from foundation.clock import now
from foundation.queries import Query

_KNOWN = Query(
    """
    INSERT INTO known_person (person_id, began_at, approved, stood, refused, known_at)
    SELECT message.author_id, MIN(message.created_at), 0, COUNT(*), 0, ?
    FROM room_message message JOIN room ON room.id = message.room_id
    WHERE message.state = 'published' AND room.kind <> 'booth'
    GROUP BY message.author_id
    ON CONFLICT (person_id) DO NOTHING
    """
)


async def _know(_apps: object, _editor: object) -> None:
    await _KNOWN.rows(now())


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0015_words_changed_by_staff")]

    initial = False

    operations = [ops.RunPython(_know)]
