"""The first version wrote names into the audit's entries; there the chain would hold them for good."""

import json

from tortoise import migrations
from tortoise.migrations import operations as ops

from foundation.audit.personal import add_personal
from foundation.queries import Query

_NAMED = Query(
    """
    SELECT id, details FROM audit_entry
    WHERE act = 'person.rename' AND personal IS NULL AND id NOT IN (SELECT id FROM audit_link)
    """
)
_SET = Query("UPDATE audit_entry SET details = '{}', personal = ? WHERE id = ?")


async def _move_names(_apps: object, _editor: object) -> None:
    for row in await _NAMED.rows():
        details = json.loads(row["details"]) if isinstance(row["details"], str) else row["details"]
        if details:
            digest = await add_personal(row["id"], details)
            await _SET.rows(digest, row["id"])


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0004_force_of_a_hold")]

    initial = False

    operations = [ops.RunPython(_move_names)]
