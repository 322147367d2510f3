"""What clients send about panels, and how the JSON API describes them."""

from datetime import date
from typing import Any

import msgspec


class PanelMemberAnswer(msgspec.Struct):
    """`accepted`: false for a resident who was only asked; that is shown to staff and to themselves."""

    person: dict[str, Any]
    accepted: bool


class AgreementChange(msgspec.Struct):
    """What was agreed before a change: option ids; `why` it was changed, by somebody of this `role`."""

    at: str
    role: str
    why: str
    before: list[str]


class AgreementAnswer(msgspec.Struct):
    """What the panel agreed on: option ids in its order. `advised`: what the vote advised."""

    agreed: list[str]
    advised: list[str]
    reason: str
    changes: list[AgreementChange]
    version: int


class PanelAnswer(msgspec.Struct):
    """`surgery`: the id of the one at which it agrees, or null. `agreement` is null until there is one."""

    members: list[PanelMemberAnswer]
    surgery: str | None
    agreement: AgreementAnswer | None


class PromisedOption(msgspec.Struct):
    """An option that is adopted: who answers for it by role and rank, the promise, and when more is said."""

    id: str
    owner_role: str
    promise: str
    next_update: date
    owner_rank: str = ""


class NewAgreement(msgspec.Struct):
    """`reason`: needed where it departs from the vote. To change it, give its `version` and say `why`."""

    options: list[PromisedOption]
    reason: str = ""
    why: str = ""
    version: int = 0
    confirm: bool = False


class PanelSurgery(msgspec.Struct):
    """The id of a surgery of the neighbourhood that is still to come, or null."""

    surgery: str | None = None
