"""What clients send about panels, and how the JSON API describes them."""

from datetime import date
from typing import Annotated, Any

import msgspec


class PanelMemberAnswer(msgspec.Struct):
    """`accepted`: false for a resident who was only asked; that is shown to staff and to themselves."""

    person: dict[str, Any]
    accepted: bool


class PromisedBefore(msgspec.Struct):
    """What was promised about an option before a change."""

    option: str
    owner_role: str
    owner_rank: str
    promise: str
    next_update_on: str


class AgreementChange(msgspec.Struct):
    """What was agreed before a change: option ids, the `reason` and promises; `why` it was changed, by this `role`."""

    at: str
    role: str
    why: str
    before: list[str]
    reason: str
    promised: list[PromisedBefore]


class AgreementAnswer(msgspec.Struct):
    """What the panel agreed on: option ids in its order. `advised`: what the vote advised of what could be adopted.

    `residents`: how many were on the panel then. `kept_versions`: by option, to be sent with a change.
    """

    agreed: list[str]
    advised: list[str]
    reason: str
    residents: int
    changes: list[AgreementChange]
    kept_versions: dict[str, int]
    version: int


class PanelAnswer(msgspec.Struct):
    """`surgery`: the id of the one at which it agrees, or null. `agreement` is null until there is one."""

    members: list[PanelMemberAnswer]
    surgery: str | None
    agreement: AgreementAnswer | None


class PromisedOption(msgspec.Struct):
    """An option that is adopted: who answers for it by role and rank, the promise, and when more is said.

    `kept_version`: that of the agreement that was read, 0 for an option that comes in anew.
    """

    id: str
    owner_role: str
    promise: str
    next_update: date
    owner_rank: str = ""
    kept_version: int = 0


class NewAgreement(msgspec.Struct):
    """`reason`: needed where it departs from the vote. To change it, give its `version` and say `why`."""

    options: list[PromisedOption]
    reason: str = ""
    why: str = ""
    version: int = 0
    confirm: bool = False


class TakenOff(msgspec.Struct):
    """Why a resident is taken off; everybody reads it, without their name."""

    reason: Annotated[str, msgspec.Meta(max_length=300)] = ""


class PanelSurgery(msgspec.Struct):
    """The id of a surgery of the neighbourhood that is still to come, or null."""

    surgery: str | None = None
