"""Who changes rows of the audit's tables, read from the text of the code."""

import ast
from collections.abc import Iterator

from tests.architecture.source import ROOT, packages

TABLES = {"AuditEntry": "audit_entry", "AuditLink": "audit_link", "AuditPersonal": "audit_personal"}
_CHANGES = {"update", "delete", "save", "bulk_update", "update_or_create"}


def changes() -> set[str]:
    """Each line that may change or delete rows of the audit: `"foundation/x.py: AuditPersonal.filter.delete"`."""
    return {
        f"{path.relative_to(ROOT)}: {found}"
        for package in packages()
        for path in (ROOT / package).rglob("*.py")
        if "migrations" not in path.parts
        for found in _changes_in(ast.parse(path.read_text()))
    }


def _changes_in(module: ast.Module) -> Iterator[str]:
    known = set(TABLES) | _made_of_them(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from _changed_by(node.value)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CHANGES:
            yield from (f"{name}.{node.func.attr}" for name in sorted(_names_in(node.func) & known))


def _made_of_them(module: ast.Module) -> set[str]:
    """The variables of a file that were made of one of the tables: a query, or a row."""
    return {
        target.id
        for node in ast.walk(module)
        if isinstance(node, ast.Assign) and _names_in(node.value) & set(TABLES)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _names_in(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def _changed_by(text: str) -> Iterator[str]:
    """The audit's tables that an SQL statement changes."""
    words = text.lower().split()
    for place, word in enumerate(words):
        after = set(words[place + 1 : place + 3])
        if word in {"update", "delete", "truncate"} and after & set(TABLES.values()):
            yield f"{word} {(after & set(TABLES.values())).pop()}"
