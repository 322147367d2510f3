"""The ids that clients give to what they send: sent twice under one of them, it is one."""

from collections.abc import Mapping
from uuid import UUID, uuid4


def new_client_id() -> str:
    """The client_id of a form that we made ourselves."""
    return str(uuid4())


def client_id_of(form: Mapping[str, str]) -> str:
    """The client_id that a form brings; a new one where it brings none that is one."""
    try:
        return str(UUID(form.get("client_id", "")))
    except ValueError:
        return new_client_id()
