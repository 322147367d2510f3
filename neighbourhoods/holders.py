"""Which force a neighbourhood of a file belongs to, and what the force is called."""

from collections.abc import Iterable, Mapping

from neighbourhoods.geojson import NeighbourhoodRow

_UNNAMED = "local"
_UNNAMED_NAME = "Local police"


class NoForce(Exception):
    """A row that can't belong to a force; the message says why."""


def check_force(row: NeighbourhoodRow, holder: str | None, only: str | None) -> str:
    """The force of a row: its own, its `holder` in the database, or the `only` force there is; raises NoForce."""
    if holder and row.force and row.force != holder:
        raise NoForce(f"another force ({holder}) holds this id already")
    force = row.force or holder or only
    if force is None:
        raise NoForce("force is missing, and there are several to choose from")
    return force


def only_force(known: Iterable[str], rows: Iterable[NeighbourhoodRow]) -> str | None:
    """The force of rows that name none: the only one in the database and the file; None where there are several."""
    forces = {*known, *(row.force for row in rows if row.force)} or {_UNNAMED}
    return forces.pop() if len(forces) == 1 else None


def name_forces(rows: Iterable[tuple[str, NeighbourhoodRow]], known: Mapping[str, str]) -> dict[str, str]:
    """The names of the forces of these rows: the file's, else the one we have, else made of the id."""
    names: dict[str, str] = {}
    for force, row in rows:
        names[force] = row.force_name or names.get(force) or known.get(force) or _spoken(force)
    return names


def _spoken(force: str) -> str:
    """`South Wales` for `south-wales`: the ids of data.police.uk are names with hyphens."""
    if force == _UNNAMED:
        return _UNNAMED_NAME
    words = force.replace("-", " ").replace("_", " ").split()
    return " ".join(word if word in {"and", "of"} else word[:1].upper() + word[1:] for word in words)
