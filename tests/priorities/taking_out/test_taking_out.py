"""What staff wrote around a round is taken out by moderators: for good, the day in its place."""

import pytest

from foundation.models import AuditEntry
from priorities.agreeing.models import Agreement
from priorities.closing.published import digest_of, signed_digest
from priorities.models import Proposal, ProposalState, Round
from priorities.proposals.models import EvidenceCard, RefusalAppeal
from priorities.rounds.models import RoundTemplate
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.taking_out.scene import WHY, Scene, mark, take, words_in


@pytest.fixture
def limits() -> bool:
    return False


async def test_the_day_stands_in_their_place_in_both_languages(scene: Scene, cast: Cast) -> None:
    for words in await words_in(scene, scene.round):
        assert await take(scene, scene.round, words, cast.mo) == 204
    for path in (
        f"/rounds/{scene.round}", f"/rounds/{scene.round}/refused", f"/rounds/{scene.round}/panel",
        f"/proposals/{scene.proposal}", f"/proposals/{scene.refused}",
    ):  # fmt: skip
        assert "Taken out by moderators on " in (await scene.poll.house.page(path)).text, path
    card = await EvidenceCard.get(id=scene.proposal)
    assert card.version == 2
    assert {card.known, card.can, card.cannot, card.others} == {(await RefusalAppeal.get()).text}
    row = await Round.get(id=scene.round)
    assert (row.title, (await RoundTemplate.get()).name) == ("Cathays", "Cathays")
    assert (await RoundTemplate.get()).settings["about"] == ""
    assert (await Agreement.get()).changes[0]["promised"][0]["promise"] == ""


async def test_the_day_stands_in_the_place_of_the_answer_that_everybody_reads(scene: Scene, cast: Cast) -> None:
    """The words of the appeal itself are its author’s and the staff’s."""
    [words] = [each for each in await words_in(scene, scene.round) if each["kind"] == "appeal"]
    assert words["words"] == [mark("appealtext"), mark("appeal")]
    assert await take(scene, scene.round, words, cast.mo) == 204
    for reader in (None, cast.rosa, cast.ada):
        refusal = (await scene.poll.house.caller(reader).get(f"/proposals/{scene.refused}/refusal")).json
        assert refusal["appeal"]["answer"].startswith("Taken out by moderators on "), reader


@pytest.mark.parametrize("gone", ["retired", "into"])
@pytest.mark.parametrize("act", ["hide", "withdraw"])
async def test_the_reason_of_a_merge_is_taken_out_while_one_of_both_is_read(
    scene: Scene, cast: Cast, gone: str, act: str
) -> None:
    into, retired = scene.proposal, (await Proposal.get(merged_into_id=scene.proposal)).id
    hidden, read = (retired, into) if gone == "retired" else (into, retired)
    await Proposal.filter(id=hidden).update(state=ProposalState.HIDDEN if act == "hide" else ProposalState.WITHDRAWN)
    page = f"/proposals/{read}/merges"
    assert mark("merge") in str((await scene.poll.house.caller().get(page)).json)
    [words] = [each for each in await words_in(scene, scene.round) if each["words"] == [mark("merge")]]
    assert words["path"] == f"/proposals/{read}"
    assert mark("merge") in (await scene.poll.house.page(f"/rounds/{scene.round}/words", cast.mo)).text
    assert await take(scene, scene.round, words, cast.mo) == 204
    assert mark("merge") not in str((await scene.poll.house.caller().get(page)).json)


async def test_the_published_file_stays_what_was_signed(scene: Scene, cast: Cast) -> None:
    path = f"/rounds/{scene.round}/ballots"
    before = (await scene.poll.house.caller().get(path)).json
    assert before["round"]["title"] == mark("title")
    [words] = [each for each in await words_in(scene, scene.round) if each["kind"] == "round"]
    assert await take(scene, scene.round, words, cast.mo) == 204
    file = (await scene.poll.house.caller().get(path)).json
    assert file["round"]["title"] == "Cathays"
    assert digest_of(file) == signed_digest(file) == digest_of(before)


async def test_only_who_moderates_there_takes_words_out(scene: Scene, cast: Cast) -> None:
    [words] = [each for each in await words_in(scene, scene.round) if each["kind"] == "refusal"]
    outsiders = ((None, 401), (cast.rosa, 403), (cast.ada, 403), (cast.nia, 403), (cast.max, 403))
    for who, status in outsiders:
        caller = scene.poll.house.caller(who)
        assert (await caller.get(f"/rounds/{scene.round}/words")).status == status, who
        assert await take(scene, scene.round, words, who or cast.olga) in (403, status), who
    assert await take(scene, scene.round, words, cast.mo, reason=" ") == 422
    assert await take(scene, scene.round, words | {"id": "0" * 16}, cast.mo) == 404
    assert await take(scene, scene.cancelled, words, cast.mo) == 404, "those of another round"
    assert await take(scene, scene.round, words, cast.dee) == 204


async def test_the_audit_keeps_the_reason_and_no_words_and_open_pages_hear(scene: Scene, cast: Cast) -> None:
    live = await scene.poll.house.live(cast.amir)
    await live.ok("follow_round", round=scene.round)
    [words] = [each for each in await words_in(scene, scene.round) if each["kind"] == "evidence"]
    version = (await Round.get(id=scene.round)).version
    assert await take(scene, scene.round, words, cast.mo) == 204
    assert await live.wait("round_changed") == {"round": scene.round}
    assert (await Round.get(id=scene.round)).version > version
    [entry] = await AuditEntry.filter(act="words.take-out")
    assert (entry.actor_id, entry.subject_type, entry.subject_id, entry.reason) == (
        cast.mo.id, "evidence", scene.proposal, WHY,
    )  # fmt: skip
    assert "quagga" not in str(entry.details)


async def test_mo_takes_them_out_by_the_form(scene: Scene, cast: Cast, browser: NewBrowser) -> None:
    mo, path = browser(cast.mo), f"/rounds/{scene.round}/words"
    assert f'href="{path}"' in (await mo.get(f"/rounds/{scene.round}")).text
    assert f'href="{path}"' not in (await scene.poll.house.page(f"/rounds/{scene.round}", cast.ada)).text
    page = await mo.get(path)
    assert mark("refusal") in page.text
    [words] = [each for each in await words_in(scene, scene.round) if each["kind"] == "refusal"]
    empty = await mo.post(path, kind="refusal", id=words["id"], reason="")
    assert (empty.status, "The audit keeps it." in empty.text) == (422, True)
    field = f"reason-refusal-{words['id']}"
    assert f'href="#{field}"' in empty.text, "the summary leads to the form that was sent"
    assert empty.text.count("govuk-form-group--error") == 1
    assert f'id="{field}-error"' in empty.text
    assert f'aria-describedby="{field}-error"' in empty.text
    done = await mo.post(path, kind="refusal", id=words["id"], reason=WHY)
    assert done.status == 303, done.text
    assert mark("refusal") not in (await mo.get(path)).text
