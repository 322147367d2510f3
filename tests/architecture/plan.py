"""The plan of the house: its floors, its file names, and what each may import."""

from functools import cache

from tests.architecture.source import Module, modules

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

# What a file of a feature may import of its own feature, by its name. Any other file is a noun of the feature, which
# all but ports may use; a noun that broadcasts or calls a verb is itself a file of verbs, like a service. Enumerations
# are the feature's vocabulary, wherever they stand: every file may use them.
OWN = {
    "models": {"models"},
    "ports": set(),
    "policy": {"models", "policy"},
    "store": {"models"},
    "broadcast": set(),
    "service": {"models", "policy", "store", "broadcast", "ports", "service"},
    "pages": {"service", "pages"},
    "api": {"service", "api"},
    "socket": {"service", "socket"},
    "jobs": {"service", "jobs"},
    "feature": {"pages", "api", "socket", "jobs", "service"},
    "noun": {"models", "policy", "store", "ports"},
}
# What it may import of a feature below: its service and nouns always, and these.
BELOW = {"models": {"models"}, "policy": {"models", "policy", "store"}}
NOT_LIVE = {"models", "policy", "store", "ports", "pages", "api", "jobs"}


def feature_modules() -> list[Module]:
    return [module for module in modules() if module.package not in {"foundation", "server"}]


def name(module: Module) -> str:
    """Its name in the table of the design; `host_pages` and `service/hosting` have one too. Else `noun`."""
    for part in module.parts[1:]:
        for word in (part, part.rpartition("_")[2]):
            if word in OWN:
                return word
    return "noun"


def stands_on(module: Module, found: Module) -> bool:
    """Whether `found` is in the module's own package or on a floor below."""
    return found.package == module.package or FLOOR.get(found.package, len(FLOORS)) < FLOOR.get(module.package, 0)


@cache
def verbs() -> set[tuple[str, ...]]:
    """The modules that hold verbs: services, and nouns that broadcast or call a verb of their feature."""
    telling = {module.parts for module in feature_modules() if name(module) == "broadcast"}
    found: set[tuple[str, ...]] = set()
    more = {module.parts for module in feature_modules() if name(module) == "service"}
    while more:
        found |= more
        more = {module.parts for module in feature_modules() if _is_noun_that_uses(module, found | telling)} - found
    return found


def _is_noun_that_uses(module: Module, others: set[tuple[str, ...]]) -> bool:
    own = {found.parts for found in module.imports if found.package == module.package}
    return name(module) == "noun" and not own.isdisjoint(others)


def role(module: Module) -> str:
    """Its name, or `service` for one that holds verbs under another name."""
    return "service" if module.parts in verbs() else name(module)


def name_allows(module: Module, found: Module) -> bool:
    """Whether the design's table lets a file of this name import that one."""
    mine, other = role(module), role(found)
    if found.package == "foundation":
        return found.parts[1:2] != ("live",) or mine not in NOT_LIVE
    if found.package == module.package:
        return other in OWN[mine] or (other == "noun" and mine != "ports")
    return other in {"noun", "service", "ports"} | BELOW.get(mine, set())
