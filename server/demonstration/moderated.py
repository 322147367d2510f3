"""What waits for the demonstration's moderator: held words, flags, and a decision that its author has appealed."""

from dataclasses import replace
from uuid import uuid4

from aiohttp import web

from foundation.permissions import Viewer
from moderation.appeals.service import appeal
from moderation.decisions.ruling import Action, Ruling
from moderation.decisions.service import decide
from moderation.flags.service import flag
from moderation.items.models import ReviewItem
from rooms.messages.drafts import Draft
from rooms.messages.service import post_message
from rooms.models import Status, Surgery
from server.demonstration.making import viewer
from server.demonstration.people import HOME

_HELD = (
    ("olga", "Ring me on 029 2018 0123 and I will tell you who did it."),
    ("amir", "It was Dave Morgan from Bridge Lane who smashed the window. He is the burglar."),
)
_FLAGGED = (
    ("amir", "Whoever parks across that ramp should be ashamed, every last one of them.", "abuse", ("rosa", "olga")),
    ("olga", "I have seen the blue van by the chapel again, three nights in a row.", "other", ("rosa",)),
)
_INSULT = "Only somebody with no brain at all would put the bins there, and we all know who it is."


async def give_moderators_work(app: web.Application) -> None:
    """In the surgery that is open: everything by the verbs that people use."""
    room = str((await Surgery.filter(neighbourhood_id=HOME, room__status=Status.OPEN).first().values("id"))["id"])
    mo = replace(await viewer("mo"), whole_force=True)
    for who, words in _HELD:
        await _say(app, room, await viewer(who), words)
    for who, words, reason, flaggers in _FLAGGED:
        said = await _say(app, room, await viewer(who), words)
        for flagger in flaggers:
            await flag(app, await viewer(flagger), "message", said, reason)
    await _appealed(app, room, mo)


async def _say(app: web.Application, room: str, speaker: Viewer, words: str) -> str:
    """The message's id, whether it is held or not."""
    return str((await post_message(app, speaker, room, Draft(str(uuid4()), words, confirm=True))).id)


async def _appealed(app: web.Application, room: str, mo: Viewer) -> None:
    amir = await viewer("amir")
    said = await _say(app, room, amir, _INSULT)
    await flag(app, await viewer("rosa"), "message", said, "abuse", "This is about our neighbour.")
    item = await ReviewItem.filter(target_id=said).get().values("id", "version")
    reason = "It makes fun of somebody whom everybody there knows."
    ruling = Ruling(Action.HIDE, clause="kind", reason=reason, version=item["version"])
    decision = await decide(app, mo, item["id"], ruling)
    await appeal(app, amir, decision["id"], "I meant the bins, and nobody in particular. Please look again.")
