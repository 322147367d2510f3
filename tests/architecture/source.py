"""The modules of the project, and which of them import which: read from their text."""

import ast
import importlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent.parent
_OUTSIDE = {"tests", "bench"}


@dataclass(frozen=True)
class Module:
    """A module of ours by its parts, `("rooms", "service")`, and the modules of ours that it imports."""

    parts: tuple[str, ...]
    imports: tuple["Module", ...] = ()

    def __str__(self) -> str:
        return ".".join(self.parts)

    @property
    def package(self) -> str:
        return self.parts[0]


def packages() -> list[str]:
    """The packages of the product; tests and measurements stand beside the house."""
    return sorted({found.parent.name for found in ROOT.glob("*/__init__.py")} - _OUTSIDE)


def packages_of_the_wheel() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    named: list[str] = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    return named


@cache
def modules() -> list[Module]:
    paths = sorted(path for package in packages() for path in (ROOT / package).rglob("*.py"))
    return [Module(_parts(path), tuple(_imports(path))) for path in paths if "migrations" not in path.parts]


def load(module: Module) -> ModuleType:
    """The module itself, imported."""
    return importlib.import_module(str(module).removesuffix(".__init__"))


def _parts(path: Path) -> tuple[str, ...]:
    return path.relative_to(ROOT).with_suffix("").parts


def _imports(path: Path) -> Iterator[Module]:
    ours = set(packages())
    for node in ast.walk(ast.parse(path.read_text())):
        for name in _imported(node, path):
            if name.split(".")[0] in ours and not _is_enumeration(name):
                yield Module(_module(name))


def _imported(node: ast.AST, path: Path) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        folder = _parts(path)[: -node.level] if node.level else ()
        source = ".".join((*folder, *filter(None, [node.module])))
        yield from (f"{source}.{alias.name}" for alias in node.names)


def _module(name: str) -> tuple[str, ...]:
    """The parts of the name that are a module; the rest is something within it."""
    parts = tuple(name.split("."))
    while len(parts) > 1 and not (
        (ROOT.joinpath(*parts).with_suffix(".py")).exists() or ROOT.joinpath(*parts).is_dir()
    ):
        parts = parts[:-1]
    return parts


def _is_enumeration(name: str) -> bool:
    """Whether this is an enumeration in a module: a feature's vocabulary, which any of its files may use."""
    parts = _module(name)
    file = ROOT.joinpath(*parts).with_suffix(".py")
    return name.count(".") == len(parts) and file.is_file() and name.rpartition(".")[2] in _enumerations(file)


@cache
def _enumerations(file: Path) -> set[str]:
    return {
        node.name
        for node in ast.parse(file.read_text()).body
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("Enum") for base in node.bases)
    }
