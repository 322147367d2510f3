"""What the migrations do, read from their text."""

import ast
from pathlib import Path

from tests.architecture.source import ROOT

# The last one changes what Tortoise remembers of a model, and nothing in the database.
ADDITIVE = {"CreateModel", "AddField", "AddIndex", "RunPython", "AlterModelOptions"}


def migrations() -> list[Path]:
    return sorted(path for path in (ROOT / "server" / "migrations").rglob("*.py") if path.stem != "__init__")


def operations(migration: Path) -> set[str]:
    """The names of the operations that a migration calls (those of Tortoise are named like classes)."""
    lists = (
        node.value
        for node in ast.walk(ast.parse(migration.read_text()))
        if isinstance(node, ast.Assign | ast.AnnAssign) and "operations" in _targets(node)
    )
    return {
        _called(call) for found in lists if isinstance(found, ast.List) for call in found.elts if _called(call) != ""
    }


def _called(node: ast.expr) -> str:
    if not isinstance(node, ast.Call):
        return ast.unparse(node)
    return ast.unparse(node.func).rpartition(".")[2]


def _targets(node: ast.Assign | ast.AnnAssign) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return {target.id for target in targets if isinstance(target, ast.Name)}
