"""Values go to the database as parameters: no SQL text is put together from anything but constants.

Refused: an f-string, `%`, `+` or `.format` that makes SQL of a name not in CAPITALS. Prints `path:line`, or nothing.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SKIPPED = {".venv", "node_modules", "tests", "bench", "scripts", "var"}
SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH|CREATE|DROP|ALTER|PRAGMA|VACUUM|ATTACH)\b.*", re.DOTALL)
EXECUTES = {"execute", "executemany", "execute_query", "execute_query_dict", "execute_insert", "execute_many",
            "execute_script", "raw", "RawSQL", "RunSQL"}  # fmt: skip


def made_of(node: ast.expr) -> tuple[str, list[ast.expr]]:
    """The constant words of a text put together at run time, and what is put in."""
    match node:
        case ast.JoinedStr(values):
            words = "".join(str(part.value) for part in values if isinstance(part, ast.Constant))
            return words, [part.value for part in values if isinstance(part, ast.FormattedValue)]
        case ast.BinOp(ast.Constant(str(words)), ast.Mod() | ast.Add(), put_in):
            return words, [put_in]
        case ast.Call(ast.Attribute(ast.Constant(str(words)), "format"), args, keywords):
            return words, [*args, *(keyword.value for keyword in keywords)]
    return "", []


def is_constant(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) or (isinstance(node, ast.Name | ast.Attribute) and _name(node).isupper())


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def broken_lines(tree: ast.AST) -> Iterator[int]:
    executed = {
        call.args[0]
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and call.args and _name(call.func) in EXECUTES
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr | ast.BinOp | ast.Call):
            words, put_in = made_of(node)
            if (node in executed or SQL.fullmatch(words)) and not all(map(is_constant, put_in)):
                yield node.lineno


def main() -> int:
    paths = [path for path in sorted(ROOT.rglob("*.py")) if not SKIPPED & {*path.relative_to(ROOT).parts}]
    complaints = [
        f"{path.relative_to(ROOT)}:{line}: give the value to the database as a parameter"
        for path in paths
        for line in broken_lines(ast.parse(path.read_text()))
    ]
    print(*complaints, sep="\n", end="\n" if complaints else "")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
