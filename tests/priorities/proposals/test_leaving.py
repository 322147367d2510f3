"""Who closes their account takes their proposals along; what was voted on stands, as from a former member."""

from accounts.ports import WORDS_LEAVE
from foundation import clock
from foundation.ids import new_id
from moderation.models import LegalHold
from priorities.models import Phase, Proposal, ProposalState
from tests.accounts.leaving.everything import tables_with
from tests.cast import Cast
from tests.priorities.poll import Poll
from tests.priorities.proposals.ideas import Ideas

PLANTED = "zebracrossing"


async def _leave(poll: Poll, cast: Cast, *, everything: bool) -> bool:
    app = poll.house.app
    return all([await words.leave(cast.rosa.id, everything=everything, most=100) for words in app[WORDS_LEAVE]])


async def test_everything_goes_with_rosa(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(ideas=())
    made = await ideas.made(cast.rosa, round_id, what=f"Text {PLANTED}", where=PLANTED, affected=PLANTED)
    await ideas.change(cast.rosa, made, what=f"Changed {PLANTED}")
    assert await _leave(poll, cast, everything=True)
    assert await tables_with(PLANTED) == set()
    assert (await Proposal.get(id=made["id"])).state == ProposalState.WITHDRAWN
    assert await ideas.listed(None, round_id) == []


async def test_what_others_read_stays_where_she_says_so(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(ideas=())
    made, held = await ideas.made(cast.rosa, round_id), await ideas.held(cast.rosa, round_id)
    assert await _leave(poll, cast, everything=False)
    assert (await ideas.read(None, made["id"])).status == 200
    row = await Proposal.get(id=held)
    assert (row.state, row.what) == (ProposalState.WITHDRAWN, "")


async def test_what_was_voted_on_stands(poll: Poll, cast: Cast) -> None:
    round_id = await poll.begin(Phase.VOTE)
    [first, *_others] = await poll.options(round_id)
    assert await _leave(poll, cast, everything=True)
    row = await Proposal.get(id=first)
    assert (row.state, row.what != "") == (ProposalState.PUBLISHED, True)


async def test_a_legal_hold_keeps_the_words_and_nobody_reads_them(ideas: Ideas, poll: Poll, cast: Cast) -> None:
    made = await ideas.made(cast.rosa, await poll.begin(ideas=()), what=f"Text {PLANTED}")
    await LegalHold.create(
        id=new_id(), subject_type="message", subject_id=made["id"], force_id="south-wales", reason="Kept",
        placed_by_id=cast.dee.id, placed_at=clock.now(),
    )  # fmt: skip
    assert await _leave(poll, cast, everything=True)
    assert await tables_with(PLANTED) == {"priority_proposal"}
    assert (await ideas.read(cast.ada, made["id"])).status == 404
