"""Letters over JSON, for the staff of a round."""

from foundation.api import Api, Call
from foundation.permissions import Permission
from priorities.ballots.letters import printing_service, voiding_service
from priorities.ballots.letters.addresses import checked_addresses
from priorities.ballots.letters.page_service import letters_page
from priorities.ballots.letters.shapes import (
    LetterCounts,
    NewLetter,
    NewLetters,
    PrintLetters,
    RefusedLetter,
    VoidLetter,
)
from priorities.ballots.roll import neighbour_of

api = Api()
_KEEP = Permission.SLIP_KEEP


@api.get("/rounds/{id}/letters", permission=_KEEP, answer=LetterCounts, summary="Read how many letters were sent")
async def read_counts(call: Call[None, None]) -> LetterCounts:
    shown = await letters_page(call.viewer, call.path["id"])
    return LetterCounts(shown["sent"], shown["void"])


@api.post("/rounds/{id}/letters", permission=_KEEP, body=PrintLetters, answer=NewLetters, status=201,
          summary="Make letters with a code to vote with")  # fmt: skip
async def print_letters(call: Call[PrintLetters, None]) -> NewLetters:
    """For each address that can have one. The codes are told this once; who got which is written nowhere."""
    asked = call.body
    rows = [
        (place, {"name": each.name, "house": each.house, "postcode": each.postcode, "street": each.street})
        for place, each in enumerate(asked.addresses, 1)
    ]
    good, bad = checked_addresses(rows)
    made = await printing_service.print_letters(
        call.request.app, call.viewer, call.path["id"], good, same_name=asked.same_name
    )
    refused = sorted([*bad, *made.refused], key=lambda each: each.line)
    return NewLetters(
        [NewLetter(each.line, code) for each, code in made.letters],
        [RefusedLetter(each.line, each.message) for each in refused],
    )


@api.post("/rounds/{id}/letters/void", permission=_KEEP, body=VoidLetter, answer=None, status=204,
          summary="Let a letter’s code count no more")  # fmt: skip
async def void_letter(call: Call[VoidLetter, None]) -> None:
    """409 where it was voted with: that ballot counts."""
    app, asked, round_id = call.request.app, call.body, call.path["id"]
    if asked.code is not None:
        await voiding_service.void_code(app, call.viewer, round_id, asked.code)
        return
    neighbour = neighbour_of(asked.name, asked.house, asked.postcode)
    await voiding_service.void_letter_to(app, call.viewer, round_id, neighbour)
