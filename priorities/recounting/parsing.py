"""JSON that a stranger hands over, read so that whatever is wrong with it is one sentence."""

import json
from collections.abc import Sequence
from typing import Any, Final

JSON = dict[str, Any]
_MOST_BYTES: Final = 256 * 1024 * 1024


class Unreadable(Exception):
    """The file can’t be counted; the message says in one sentence why."""


def parsed(data: bytes) -> JSON:
    """The object in a file. Raises Unreadable where it is none, or says one thing twice."""
    if len(data) > _MOST_BYTES:
        raise Unreadable("The file is larger than any file of ballots.")
    try:
        found = json.loads(data.decode(), object_pairs_hook=_once, parse_constant=_no_number)
    except UnicodeDecodeError:
        raise Unreadable("The file is not text in UTF-8.") from None
    except RecursionError:
        raise Unreadable("The file is no file of ballots: it is nested too deep.") from None
    except ValueError as error:
        raise Unreadable(f"The file is not JSON, or was cut off: {error}.") from None
    if not isinstance(found, dict):
        raise Unreadable("The file is no file of ballots: it is not an object.")
    return found


def text(of: JSON, name: str, where: str) -> str:
    """A text in an object. Raises Unreadable."""
    found = of.get(name)
    if not isinstance(found, str):
        raise Unreadable(f"{where} has no text “{name}”.")
    return found


def number(of: JSON, name: str, where: str) -> int:
    """A whole number, zero or more, in an object. Raises Unreadable."""
    found = of.get(name)
    if not isinstance(found, int) or isinstance(found, bool) or found < 0:
        raise Unreadable(f"{where} has no number “{name}”.")
    return found


def truth(of: JSON, name: str, where: str) -> bool:
    """Yes or no, in an object. Raises Unreadable."""
    found = of.get(name)
    if not isinstance(found, bool):
        raise Unreadable(f"{where} does not say “{name}”: true or false.")
    return found


def child(of: JSON, name: str, where: str) -> JSON:
    """An object in an object. Raises Unreadable."""
    found = of.get(name)
    if not isinstance(found, dict):
        raise Unreadable(f"{where} has no “{name}”.")
    return found


def children(of: JSON, name: str, where: str) -> Sequence[JSON]:
    """A list of objects in an object. Raises Unreadable."""
    found = of.get(name)
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise Unreadable(f"{where} has no list “{name}”.")
    return found


def texts(of: JSON, name: str, where: str) -> Sequence[str]:
    """A list of texts in an object. Raises Unreadable."""
    found = of.get(name)
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise Unreadable(f"{where} has no list “{name}” of texts.")
    return found


def _once(pairs: list[tuple[str, Any]]) -> JSON:
    """An object that says a thing twice says different things to different readers."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("an object has a name twice")
    return found


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number")
