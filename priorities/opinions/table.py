"""What people think as tables for spreadsheets, with the names of the API."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from priorities.downloads import Table

JSON = dict[str, Any]
_ALL: Final = "all"
_SAID: Final = ("agree", "disagree", "pass")


def table_of_statements(results: JSON) -> Table:
    """What everybody says of each statement, then each group; empty where too few did, and it is not told."""
    return Table(("statement", "text", "group", *_SAID, "bridge"), _said(results))


def table_of_groups(groups: Sequence[JSON]) -> Table:
    """How large each is, where it is, and each statement that marks it."""
    return Table(("group", "size", "x", "y", "statement", "text", "agrees"), _marks(groups))


def _said(results: JSON) -> Iterator[list[object]]:
    names = [_ALL, *(group["name"] for group in results["groups"])]
    for one in results["statements"]:
        bridge = "" if one["bridge"] is None else one["bridge"]
        for name, said in zip(names, (one["said"], *one["by_group"]), strict=True):
            yield [one["id"], one["text"], name, *(said[word] if said else "" for word in _SAID), bridge]


def _marks(groups: Sequence[JSON]) -> Iterator[list[object]]:
    for group in groups:
        own = [group["name"], group["size"], *group["place"]]
        for mark in group["marks"]:
            yield [*own, mark["id"], mark["text"], "yes" if mark["agrees"] else "no"]
        if not group["marks"]:
            yield [*own, "", "", ""]
