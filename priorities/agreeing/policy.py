"""Who names a panel, who is on it, and who adopts with it."""

from dataclasses import dataclass
from typing import Any

from foundation.errors import Conflict, NotAllowed, NotFound
from foundation.language import _
from foundation.permissions import Role, Viewer
from priorities.agreeing.panel_rows import find_agreement, members_of
from priorities.models import Phase
from priorities.phases import NAMES, is_sealed
from priorities.policy import access_round, access_round_to_keep, keeps

JSON = dict[str, Any]
_NAMING = (Phase.SCHEDULED, Phase.GATHER, Phase.SHAPE, Phase.VOTE, Phase.AGREE, Phase.ACT)


@dataclass(frozen=True)
class Panel:
    """A round with its panel as it is now. `agreement`: what it agreed on, None before."""

    row: JSON
    members: list[JSON]
    agreement: JSON | None

    def sits(self, viewer: Viewer) -> bool:
        """Whether somebody is on it."""
        return any(each["person_id"] == viewer.id and each["accepted_at"] for each in self.members)

    def is_asked(self, viewer: Viewer) -> bool:
        """Whether somebody was asked and has not said yes or no."""
        return any(each["person_id"] == viewer.id and not each["accepted_at"] for each in self.members)

    @property
    def residents(self) -> list[str]:
        """The residents who are on it."""
        return [each["person_id"] for each in self.members if each["accepted_at"] and each["role"] == Role.RESIDENT]

    @property
    def may_still_be_named(self) -> bool:
        """Until the round acts, and later while nothing is agreed."""
        return self.row["phase"] in _NAMING and (self.row["phase"] != Phase.ACT or self.agreement is None)

    @property
    def may_still_agree(self) -> bool:
        """From the sealed result until the round acts; a panel that is late may still agree for the first time."""
        late = self.row["phase"] == Phase.ACT and self.agreement is None
        return is_sealed(self.row) and (self.row["phase"] == Phase.AGREE or late)


async def access_panel(viewer: Viewer, round_id: str) -> Panel:
    """The panel of a round that the viewer may read. Raises NotFound."""
    row = await access_round(viewer, round_id)
    return Panel(row, await members_of(round_id), await find_agreement(round_id))


async def access_panel_to_name(viewer: Viewer, round_id: str) -> Panel:
    """For its staff, while it can still be named. Raises NotFound, NotAllowed, Conflict."""
    await access_round_to_keep(viewer, round_id)
    panel = await access_panel(viewer, round_id)
    check_may_still_be_named(panel)
    return panel


async def access_panel_to_answer(viewer: Viewer, round_id: str) -> Panel:
    """For who is on it or was asked. Raises NotFound."""
    panel = await access_panel(viewer, round_id)
    if not any(each["person_id"] == viewer.id for each in panel.members):
        raise NotFound(_("You are not on this panel, and nobody has asked you."))
    return panel


async def access_panel_to_agree(viewer: Viewer, round_id: str) -> Panel:
    """For officers of its neighbourhood who are on it. Raises NotFound, NotAllowed, Conflict."""
    panel = await access_panel(viewer, round_id)
    if not may_agree(viewer, panel):
        raise NotAllowed(_("Only officers of this neighbourhood who are on the panel write down what it agreed on."))
    check_may_still_agree(panel)
    return panel


def check_may_still_be_named(panel: Panel) -> None:
    """Raises Conflict once who is on it is settled."""
    if not panel.may_still_be_named:
        raise Conflict(_("The panel of this round can’t be changed any more."))


def may_agree(viewer: Viewer, panel: Panel) -> bool:
    """Whether somebody writes down what the panel agreed on, whatever the phase."""
    return keeps(viewer, panel.row) and panel.sits(viewer)


def check_may_still_agree(panel: Panel) -> None:
    """Raises Conflict, with what the round is at."""
    if not panel.may_still_agree:
        phase = panel.row["phase"]
        raise Conflict(
            _("This can’t be done now: the round is at “%(phase)s”.", phase=NAMES[phase]), details={"phase": phase}
        )
