"""Evidence is added and emptied, and never changed: the database itself refuses it, whatever a program wants."""

from tortoise import migrations
from tortoise.migrations import operations as ops

from foundation.database import connection, dialect

_AS_IT_WAS = (
    "id",
    "target_type",
    "target_id",
    "revision",
    "why",
    "kind",
    "force_id",
    "author_id",
    "digest",
    "taken_at",
)
_FILLED_ONCE = ("item_id", "decision_id", "case_id", "purged_at")
_REFUSED = "evidence is never changed and never deleted"


def _changed(differs: str) -> str:
    """SQL that is true for an update that must not be; `differs` compares, and knows of null."""
    changed = [f"NEW.{name} {differs} OLD.{name}" for name in _AS_IT_WAS]
    filled = [f"(OLD.{name} IS NOT NULL AND NEW.{name} {differs} OLD.{name})" for name in _FILLED_ONCE]
    shown = f"NEW.snapshot {differs} OLD.snapshot AND (NEW.snapshot IS NOT NULL OR NEW.purged_at IS NULL)"
    return " OR ".join([*changed, *filled, f"({shown})"])


def _sqlite() -> list[str]:
    def trigger(name: str, event: str, when: str = "") -> str:
        refusal = f"BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END"
        return " ".join(("CREATE TRIGGER", name, "BEFORE", event, "FOR EACH ROW", when, refusal))

    return [
        trigger("evidence_stands", "UPDATE ON evidence", f"WHEN {_changed('IS NOT')}"),
        trigger("evidence_stays", "DELETE ON evidence"),
        trigger("evidence_picture_stands", "UPDATE ON evidence_picture"),
    ]


def _postgres() -> list[str]:
    def trigger(name: str, event: str, when: str = "") -> str:
        runs = "EXECUTE FUNCTION refuse_other_evidence()"
        return " ".join(("CREATE TRIGGER", name, "BEFORE", event, "FOR EACH ROW", when, runs))

    return [
        "CREATE FUNCTION refuse_other_evidence() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$BEGIN RAISE EXCEPTION '{_REFUSED}'; END$$",
        trigger("evidence_stands", "UPDATE ON evidence", f"WHEN ({_changed('IS DISTINCT FROM')})"),
        trigger("evidence_stays", "DELETE ON evidence"),
        trigger("evidence_picture_stands", "UPDATE ON evidence_picture"),
    ]


async def _guard(_apps: object, _editor: object) -> None:
    for statement in _sqlite() if dialect() == "sqlite" else _postgres():
        await connection().execute_query(statement)


class Migration(migrations.Migration):
    dependencies = [("bluelamp", "0013_flags_from_one_address")]

    initial = False

    operations = [ops.RunPython(_guard)]
