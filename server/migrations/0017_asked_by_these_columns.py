"""The indexes of columns that were added later: adding a column makes none, whatever its model says."""

from tortoise import migrations
from tortoise.migrations import operations as ops

from foundation.database import connection

_INDEXES = (
    "CREATE INDEX IF NOT EXISTS idx_surgery_series_id ON surgery (series_id)",
    "CREATE INDEX IF NOT EXISTS idx_decision_supersedes_id ON decision (supersedes_id)",
    "CREATE INDEX IF NOT EXISTS idx_flag_item_id ON flag (item_id)",
)


async def _index(_apps: object, _editor: object) -> None:
    for index in _INDEXES:
        await connection().execute_query(index)


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0016_who_is_known_already")]

    initial = False

    operations = [ops.RunPython(_index)]
