"""Who keeps a promise: the officers and administrators who serve its neighbourhood, and its owner."""

from collections.abc import Mapping
from typing import Any

from foundation.errors import NotAllowed
from foundation.language import _
from foundation.permissions import Role, Viewer

_KEEPERS = frozenset({Role.OFFICER, Role.ADMINISTRATOR})


def may_keep(viewer: Viewer, force: str, neighbourhood: str) -> bool:
    """Whether somebody settles the promises of a neighbourhood."""
    return viewer.role in _KEEPERS and viewer.serves(force, neighbourhood)


def check_may_keep(viewer: Viewer, force: str, promise: Mapping[str, Any]) -> None:
    """Raises NotAllowed for everybody else."""
    owns = viewer.role == Role.OFFICER and viewer.force == force and promise["owner_id"] == viewer.id
    if not owns and not may_keep(viewer, force, promise["neighbourhood_id"]):
        raise NotAllowed(_("Only an officer of this neighbourhood, or who made the promise, can do this."))
