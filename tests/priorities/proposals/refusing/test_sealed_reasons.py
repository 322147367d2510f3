"""What staff say of proposals is read by everybody: who a sealed case is about stands in none of it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from foundation.settings import Settings
from priorities.models import Phase
from priorities.proposals.models import EvidenceCard, Merge
from priorities.proposals.refusing.service import appeal, refuse
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.poll import Poll
from tests.running.schema import settings_for

NAME = "Perpetua Quill"
WORDS = f"{NAME} has told us."


@pytest.fixture
def settings(database_url: str, limits: bool, tmp_path: Path) -> Settings:
    plain = settings_for(database_url, limits=limits, folder=tmp_path / "var")
    return replace(plain, sealed_key="a-key-that-stands-in-no-database-at-all")


async def test_no_reason_no_answer_and_no_card_names_them(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    dee = browser(cast.dee)
    await dee.get("/moderation/cases")
    await dee.post("/moderation/cases", label="Blackbird", ends_on="2999-12-31", terms=NAME)
    round_id = await poll.begin(Phase.SHAPE, ())
    one, other, refused = [await poll.proposal(round_id, title=title) for title in ("One", "Other", "Refused")]
    await refuse(poll.house.app, cast.ada.viewer, refused, "It is the council’s.")
    await appeal(poll.house.app, cast.rosa.viewer, refused, "It is not.")
    huw = poll.house.caller(cast.huw)
    sent: list[tuple[str, dict[str, Any]]] = [
        (f"/proposals/{one}/merge", {"into": other, "reason": WORDS}),
        (f"/proposals/{one}/refusal", {"reason": WORDS}),
        (f"/proposals/{refused}/appeal/decision", {"outcome": "upheld", "answer": WORDS}),
        *((f"/proposals/{one}/evidence", {"version": 0, name: WORDS}) for name in ("known", "can", "cannot", "others")),
    ]
    for path, body in sent:
        answer = await huw.put(path, body)
        assert (answer.status, "seal" in answer.text.lower()) == (422, False), path
        [wrong] = answer.json["errors"]
        assert wrong["field"] in body, path
    assert await Merge.all().count() == await EvidenceCard.all().count() == 0
    assert (await huw.put(f"/proposals/{one}/evidence", {"version": 0, "known": "Somebody has told us."})).status == 204
