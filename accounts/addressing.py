"""Somebody's name where a text has no badge to show: with the rank that the record gives, which nobody types."""

from typing import Any


def ranked_name(person: dict[str, Any]) -> str:
    """The rank and the name of a person as `accounts.people` gives them; of who is no officer the name alone."""
    return f"{person['officer']['rank']} {person['name']}" if person["officer"] else str(person["name"])
