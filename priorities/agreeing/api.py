"""Panels over JSON."""

from typing import Any

import msgspec

from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.agreeing import members_service, surgery_service
from priorities.agreeing.adopting_service import adopt
from priorities.agreeing.adoption import Adoption
from priorities.agreeing.answers_service import panel_answer
from priorities.agreeing.promised import Promised
from priorities.agreeing.shapes import NewAgreement, PanelAnswer, PanelSurgery, TakenOff

api = Api()
_PANEL = "/rounds/{id}/panel"


@api.get(_PANEL, permission=Permission.PRIORITY_READ, answer=PanelAnswer,
         summary="The panel of a round, and what it agreed on")  # fmt: skip
async def read_panel(call: Call[Any, None]) -> PanelAnswer:
    return msgspec.convert(await panel_answer(call.viewer, call.path["id"]), PanelAnswer)


@api.put(_PANEL + "/members/{person}", permission=Permission.PANEL_NAME,
         summary="Put an officer on the panel, or ask a resident")  # fmt: skip
async def name_member(call: Call[Any, None]) -> None:
    """A resident is on it once they say yes."""
    await members_service.name_member(call.request.app, call.viewer, call.path["id"], call.path["person"])


@api.delete(_PANEL + "/members/{person}", permission=Permission.PANEL_AGREE, summary="Take somebody off the panel")
async def take_off(call: Call[Any, None]) -> None:
    """Staff officers and who was only asked, everybody themselves; see `…/remove` for residents who said yes."""
    await members_service.take_off(call.request.app, call.viewer, call.path["id"], call.path["person"])


@api.post(_PANEL + "/members/{person}/remove", permission=Permission.PANEL_NAME, body=TakenOff, answer=None, status=204,
          summary="Take a resident off the panel, and say in public why")  # fmt: skip
async def take_resident_off(call: Call[TakenOff, None]) -> None:
    """Staff. 422 without a `reason` for a resident who said yes."""
    path = call.path
    await members_service.take_off(call.request.app, call.viewer, path["id"], path["person"], call.body.reason)


@api.post(_PANEL + "/accept", permission=Permission.PANEL_AGREE, answer=None, status=204,
          summary="Say yes to being on the panel")  # fmt: skip
async def accept(call: Call[Any, None]) -> None:
    """404 where nobody asked."""
    await members_service.accept(call.request.app, call.viewer, call.path["id"])


@api.put(_PANEL + "/surgery", permission=Permission.PANEL_NAME, body=PanelSurgery,
         summary="Say at which surgery the panel agrees")  # fmt: skip
async def choose_surgery(call: Call[PanelSurgery, None]) -> None:
    await surgery_service.choose_surgery(call.request.app, call.viewer, call.path["id"], call.body.surgery or "")


@api.post("/rounds/{id}/agreement", permission=Permission.PANEL_AGREE, body=NewAgreement, answer=PanelAnswer,
          summary="Write down what the panel agreed on")  # fmt: skip
async def agree(call: Call[NewAgreement, None]) -> PanelAnswer:
    """For officers on the panel, once the vote is counted; changed until the round acts. 409 on an old version."""
    given, app = call.body, call.request.app
    promised = tuple(
        Promised(one.id, one.owner_role, one.owner_rank, one.promise, one.next_update, one.kept_version)
        for one in given.options
    )
    adoption = Adoption(promised, given.reason, given.why, given.version)
    await adopt(app, call.viewer, call.path["id"], adoption, confirm=given.confirm)
    return msgspec.convert(await panel_answer(call.viewer, call.path["id"]), PanelAnswer)
