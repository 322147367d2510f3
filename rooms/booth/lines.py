"""What a booth's log says without anybody's words."""

from typing import Any

from foundation.language import _

JSON = dict[str, Any]


def opened_line(_data: JSON) -> str:
    return _("You are alone with the police here. Only the people named above can read this.")


def closed_line(_data: JSON) -> str:
    return _("The conversation has ended.")


def recorded_line(_data: JSON) -> str:
    return _(
        "This conversation is kept for a supervisor to read: one of you is under 16, and only one officer is here."
    )


def witnessed_line(_data: JSON) -> str:
    return _("Two officers are here, so this conversation is not kept for a supervisor.")


def joined_line(data: JSON) -> str:
    return _("%(name)s was asked in and can read this conversation.", name=_name(data))


def left_line(data: JSON) -> str:
    return _("%(name)s has left and can’t read this conversation any more.", name=_name(data))


def _name(data: JSON) -> str:
    return str(data["officer"]["name"]) if data.get("officer") else _("An officer")


BOOTH_LINES = {
    "booth_opened": opened_line,
    "booth_closed": closed_line,
    "booth_recorded": recorded_line,
    "booth_witnessed": witnessed_line,
    "officer_joined": joined_line,
    "officer_left": left_line,
}
