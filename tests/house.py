"""What the architecture test knows of the house: its floors, its file names, and how modules import each other."""

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

FLOORS = (
    {"foundation"},
    {"neighbourhoods"},
    {"accounts"},
    {"notices"},
    {"moderation"},
    {"rooms", "forums", "priorities"},
    {"server"},
)
FLOOR = {package: height for height, floor in enumerate(FLOORS) for package in floor}

# What a file of a feature may import of its own feature, by its name. Any other file is a noun of the feature: all
# but ports may use it, and it may use tables, queries and other nouns itself, but no verb, no broadcast and no door.
OWN = {
    "models": set(),
    "ports": set(),
    "policy": {"models"},
    "store": {"models"},
    "broadcast": set(),
    "service": {"models", "policy", "store", "broadcast", "ports", "service"},
    "pages": {"service"},
    "api": {"service"},
    "socket": {"service"},
    "jobs": {"service"},
    "noun": {"models", "policy", "store", "ports"},
}
# What it may import of a feature below: its service and nouns always, and these.
BELOW = {"models": {"models"}, "policy": {"models", "policy", "store"}}

ADDITIVE = {"CreateModel", "AddField", "AddIndex", "RunPython"}


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

    @property
    def role(self) -> str:
        """Its name in the table of the design; `host_pages` and `service/hosting` have one too. Else `noun`."""
        for part in self.parts[1:]:
            for word in (part, part.rpartition("_")[2]):
                if word in OWN:
                    return word
        return "noun"


def packages() -> list[str]:
    return sorted(found.parent.name for found in ROOT.glob("*/__init__.py") if found.parent.name != "tests")


def packages_of_the_wheel() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    named: list[str] = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    return named


@cache
def modules() -> list[Module]:
    paths = sorted(path for package in packages() for path in (ROOT / package).rglob("*.py"))
    return [
        Module(_parts(path), tuple(_imports(path)))
        for path in paths
        if "migrations" not in path.parts and path.relative_to(ROOT).parts[0] in FLOOR
    ]


def feature_modules() -> list[Module]:
    return [module for module in modules() if module.package not in {"foundation", "server"}]


def stands_on(module: Module, found: Module) -> bool:
    """Whether `found` is in the module's own package or on a floor below."""
    return found.package == module.package or FLOOR.get(found.package, len(FLOORS)) < FLOOR[module.package]


def name_allows(module: Module, found: Module) -> bool:
    """Whether the design's table lets a file of this name import that one."""
    if found.package == "foundation":
        return found.parts[1:2] != ("live",) or module.role in {"broadcast", "socket"}
    if module.parts[1:2] == ("__init__",) or found.role == "noun":
        return module.role != "ports" or found.package != module.package
    if found.package == module.package:
        return found.role in OWN[module.role]
    return found.role in {"service", "ports"} | BELOW.get(module.role, set())


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


def _parts(path: Path) -> tuple[str, ...]:
    return path.relative_to(ROOT).with_suffix("").parts


def _imports(path: Path) -> Iterator[Module]:
    ours = set(packages())
    for node in ast.walk(ast.parse(path.read_text())):
        for name in _imported(node, path):
            if name.split(".")[0] in ours:
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
