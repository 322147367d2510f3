"""What stands fixed from the moment on in which the vote opens: the lot that decides ties, and what is voted on."""

import json
from hashlib import sha256

from foundation.models import AuditEntry
from priorities.models import Option, Phase, Proposal, ProposalState, Round
from tests.cast import Cast
from tests.priorities.pages import words_of
from tests.priorities.poll import IDEAS, Poll


async def test_the_fingerprint_of_the_lot_is_shown_while_people_vote_and_its_seed_is_not(
    poll: Poll, cast: Cast
) -> None:
    round_id = await poll.begin(Phase.SHAPE)
    caller = poll.house.caller()
    assert (await caller.get(f"/rounds/{round_id}")).json["seed_hash"] == ""
    await poll.move_to(round_id, Phase.VOTE)
    seed = (await Round.get(id=round_id)).seed
    hashed = sha256(seed.encode()).hexdigest()
    for member in (None, cast.rosa, cast.ada):
        page = (await poll.house.page(f"/rounds/{round_id}/vote", member)).text
        answer = (await poll.house.caller(member).get(f"/rounds/{round_id}")).text
        assert hashed in words_of(page)
        assert hashed in answer
        assert seed not in page + answer
    await poll.cast_ballot(cast.rosa, round_id, (await poll.options(round_id))[:1])
    await poll.move_to(round_id, Phase.AGREE)
    assert json.loads((await caller.get(f"/rounds/{round_id}/ballots")).text)["seed_hash"] == hashed
    assert seed in (await poll.house.page(f"/rounds/{round_id}/results")).text


def _digest(said: object) -> str:
    return sha256(json.dumps(said, separators=(",", ":")).encode()).hexdigest()


async def test_the_audit_holds_what_was_put_to_the_vote(poll: Poll) -> None:
    round_id = await poll.begin(Phase.VOTE)
    options = (await poll.house.caller().get(f"/rounds/{round_id}")).json["options"]
    entry = await AuditEntry.get(act="vote.open")
    row = await Round.get(id=round_id)
    assert entry.subject_id == round_id
    assert entry.details == {
        "seed_hash": row.seed_hash,
        "options": _digest(sorted(each["id"] for each in options)),
        "titles": _digest(sorted([each["id"], each["title"]] for each in options)),
    }
    assert row.seed not in json.dumps(entry.details)


async def test_other_words_of_a_moderator_leave_the_digest_of_the_options_to_be_made_again(poll: Poll) -> None:
    round_id = await poll.begin(Phase.VOTE)
    before = await AuditEntry.get(act="vote.open")
    await Proposal.filter(round_id=round_id, title=IDEAS[0]).update(state=ProposalState.HIDDEN)
    await Option.filter(round_id=round_id, title=IDEAS[1]).update(title="Bikes that are stolen")
    await poll.move_to(round_id, Phase.AGREE)
    file = json.loads((await poll.house.caller().get(f"/rounds/{round_id}/ballots")).text)
    assert {each["title"] for each in file["options"]} >= {"", "Bikes that are stolen"}, "or this would mean nothing"
    assert _digest(sorted(each["id"] for each in file["options"])) == before.details["options"]
