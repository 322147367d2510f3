"""A round with a marker in everything that staff can write around it, and every door at which it could be read."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from foundation import clock
from foundation.database import atomic
from foundation.ids import new_id
from priorities.acting.finding import found_again
from priorities.acting.models import Priority, Status
from priorities.agreeing.models import Agreement, PanelMember
from priorities.models import Phase, Proposal, ProposalState, Round
from priorities.proposals.models import EvidenceCard, Merge, RefusalAppeal
from priorities.rounds.models import RoundTemplate
from tests.cast import HOME, Member
from tests.clients import JSON
from tests.priorities.acting.agreed import agree, did
from tests.priorities.poll import WEEK, Poll
from tests.priorities.proposals.test_gone_everywhere import adopted
from tests.test_doors import REGISTERED

_PART = re.compile(r"([\w-]+)/{(\w+)}")
# What is to be decided, what was, and where words are taken out show staff what it is about, on purpose.
_FOR_DECIDING = ("/admin", "/moderation", "/api/v1/moderation", "/api/v1/audit", "/decisions", "/sign-out")


WHY = "It names somebody."


def mark(kind: str) -> str:
    """What nobody else writes."""
    return f"quagga{kind.replace('_', '')}"


@dataclass
class Scene:
    """`round` is in its act phase, `cancelled` was cancelled; `priority` came of the first."""

    poll: Poll
    round: str
    cancelled: str
    proposal: str
    refused: str
    priority: str
    imported: str

    def addresses(self, round_id: str) -> list[str]:
        """Every address that is served, of one of the rounds; ids that are not known here are of nothing."""
        ids = {"rounds": round_id, "neighbourhoods": HOME, "forces": "south-wales", "proposals": self.proposal,
               "priorities": self.priority, "pictures": "0" * 16}  # fmt: skip
        paths = [
            _PART.sub(lambda found: f"{found[1]}/{ids.get(found[1], '0' * 16)}", route.path)
            for route in REGISTERED
            if route.method == "GET"
        ]
        served = [path for path in paths if "{" not in path and not path.startswith(_FOR_DECIDING)]
        refused = [path.replace(self.proposal, self.refused) for path in served if self.proposal in path]
        imported = [path.replace(self.priority, self.imported) for path in served if self.priority in path]
        return [path for path in {*served, *refused, *imported} if not path.endswith("/words")]

    async def told(self, who: Member | None) -> dict[str, set[str]]:
        """By each marker that somebody reads, at which doors."""
        found: dict[str, set[str]] = {}
        for path in {*self.addresses(self.round), *self.addresses(self.cancelled)}:
            async with self.poll.house.caller(who)._session.get(path, allow_redirects=False) as answer:
                body = (await answer.read()).lower()
            assert answer.status < 500, path
            for name in set(re.findall(rb"quagga[a-z]+", body)):
                found.setdefault(name.decode(), set()).add(path)
        return found


async def marked(poll: Poll) -> Scene:
    """The round, lived through to the work on its priorities."""
    cast = poll.cast
    for member in (cast.amir, cast.huw):
        assert (await poll.house.caller(member).put(f"/neighbourhoods/{HOME}/rounds/follow")).status == 204
    cancelled = await poll.begin(Phase.GATHER, (), title=mark("title"))
    round_id = await poll.begin(Phase.GATHER, ("Bikes at the station", "Litter", "Noise"), title=mark("title"))
    await poll.proposal(round_id, state=ProposalState.HELD)
    await poll.house.run_jobs()
    proposal = await poll.proposal(round_id, title="Robberies in the lane")
    refused, retired, past = (await poll.options(round_id))[:3]
    await _around(poll, proposal, refused, retired, past)
    ada, why = poll.house.caller(cast.ada), {"reason": mark("cancelled")}
    assert (await ada.post(f"/rounds/{cancelled}/cancel", why)).status == 200
    later = {"reason": mark("date"), "ends_at": ((await poll.row(round_id))["ends_at"] + WEEK).isoformat()}
    assert (await ada.post(f"/rounds/{round_id}/dates", later)).status == 200
    await poll.move_to(round_id, Phase.SHAPE)
    await poll.let_pass(WEEK - timedelta(days=1))
    await poll.house.run_jobs()
    await poll.move_to(round_id, Phase.VOTE)
    assert (await poll.cast_ballot(cast.amir, round_id, [proposal])).status == 200
    await _called(round_id, cast.ada.id)
    await poll.move_to(round_id, Phase.AGREE)
    priority = await adopted(poll, {"rounds": round_id, "proposals": proposal})
    await _agreed(round_id, priority, cast.ada.id)
    await poll.move_to(round_id, Phase.ACT)
    await atomic(lambda: found_again(""))
    return Scene(poll, round_id, cancelled, proposal, refused, priority, await _imported(cast.ada.id))


async def _imported(by: str) -> str:
    """One that came from the records of the force, and was closed; something was done about it."""
    made = await agree(
        title=mark("heading"), issue=mark("issue"), promise=mark("vow"), owner_role=mark("post"), external_id="1",
        status=Status.CLOSED, closed_why=mark("closed"),
    )  # fmt: skip
    await did(made, by)
    return made


async def _called(round_id: str, by: str) -> None:
    template: dict[str, Any] = {
        "id": new_id(), "force_id": "south-wales", "neighbourhood_id": HOME, "name": mark("template"),
        "days": [7] * 6, "hours": ["09:00"] * 7, "months": None, "first_on": clock.now().date(), "next_on": None,
        "settings": {"method": "approval", "advice": "plain", "pick": 3, "places": 3, "tiers": "email", "quorum": 3,
                     "opinions": False, "about": mark("templateabout")},
        "created_by_id": by, "created_at": clock.now(),
    }  # fmt: skip
    made = await RoundTemplate.create(**template)
    await Round.filter(id=round_id).update(about=mark("about"), template_id=made.id)


async def _around(poll: Poll, proposal: str, refused: str, retired: str, past: str) -> None:
    by, now = poll.cast.ada.id, clock.now()
    await Proposal.filter(id=refused).update(
        state=ProposalState.REFUSED, refused_reason=mark("refusal"), refused_by_id=by
    )
    await RefusalAppeal.create(
        id=new_id(), proposal_id=refused, person_id=poll.cast.rosa.id, text=mark("appealtext"), at=now, decided_at=now,
        decided_by_id=poll.cast.huw.id, upheld=True, answer=mark("appeal"),
    )  # fmt: skip
    await Proposal.filter(id=retired).update(state=ProposalState.MERGED, merged_into_id=proposal)
    await Merge.create(
        id=new_id(), retired_id=retired, into_id=proposal, reason=mark("merge"), by_id=by, at=now
    )  # fmt: skip
    await Merge.create(
        id=new_id(), retired_id=past, into_id=proposal, reason=mark("undone"), by_id=by, at=now, undone_at=now
    )  # fmt: skip
    words: dict[str, Any] = {name: mark(f"evidence{name}") for name in ("known", "can", "cannot", "others")}
    await EvidenceCard.create(id=proposal, **words, by_id=by, at=now)


async def _agreed(round_id: str, priority: str, by: str) -> None:
    promised = {"option": "0" * 16, "owner_role": mark("rolebefore"), "owner_rank": "", "promise": mark("before"),
                "next_update_on": ""}  # fmt: skip
    change = {"at": clock.rfc3339(clock.now()), "role": "officer", "why": mark("why"), "before": [],
              "reason": mark("reasonbefore"), "promised": [promised]}  # fmt: skip
    await Agreement.filter(id=round_id).update(reason=mark("agreement"), changes=[change])
    await PanelMember.create(
        id=new_id(), round_id=round_id, person_id=new_id(), named_by_id=by, at=clock.now(), left_at=clock.now(),
        left_why=mark("off"),
    )  # fmt: skip
    await Priority.filter(id=priority).update(promise=mark("promise"), owner_role=mark("role"))


async def words_in(scene: Scene, round_id: str) -> list[JSON]:
    answer = await scene.poll.house.caller(scene.poll.cast.mo).get(f"/rounds/{round_id}/words")
    assert answer.status == 200, answer.text
    return list(answer.json["items"])


async def take(scene: Scene, round_id: str, words: JSON, by: Member, **more: Any) -> int:
    body = {"kind": words["kind"], "id": words["id"], "reason": WHY, **more}
    return (await scene.poll.house.caller(by).post(f"/rounds/{round_id}/words/take-out", body)).status
