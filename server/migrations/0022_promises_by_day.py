"""The index by which late promises of official answers are found: among millions of replies few promise anything."""

from tortoise import migrations
from tortoise.migrations import operations as ops

from foundation.database import connection

_INDEX = """
    CREATE INDEX IF NOT EXISTS idx_forum_reply_promised_for ON forum_reply (promised_for, id)
    WHERE promised_for IS NOT NULL
    """


async def _index(_apps: object, _editor: object) -> None:
    await connection().execute_query(_INDEX)


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0021_search")]

    initial = False

    operations = [ops.RunPython(_index)]
