"""The indexes of columns that were added later: adding a column makes none, whatever its model says."""

from tortoise import migrations
from tortoise.migrations import operations as ops

from foundation.database import connection

_COLUMNS = (("surgery", "series_id"), ("decision", "supersedes_id"), ("flag", "item_id"))


async def _index(_apps: object, _editor: object) -> None:
    for table, column in _COLUMNS:
        name = f"idx_{table}_{column}"
        await connection().execute_query(f"CREATE INDEX IF NOT EXISTS {name} ON {table} ({column})")


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0016_who_is_known_already")]

    initial = False

    operations = [ops.RunPython(_index)]
