"""Every page that speaks of receipts says what they prove, and what they don’t."""

import re

import pytest

from priorities.models import Phase
from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.priorities.poll import Poll

PROVEN = ("dropped or added after the close", "added or dropped after the close", "After the close nothing was dropped")
RECEIPT = re.compile(r">\s*(?:[0-9a-z]{4}-){3}[0-9a-z]{4}\s*<")
TRUSTED = ("you have to trust", "you trust who runs")


@pytest.mark.parametrize("page", ["vote", "voted", "receipts", "results", "how"])
async def test_it_says_what_is_proven_and_what_has_to_be_trusted(
    poll: Poll, cast: Cast, browser: NewBrowser, page: str
) -> None:
    round_id = await poll.begin(Phase.VOTE)
    rosa, path = browser(cast.rosa), f"/rounds/{round_id}"
    [option, *_others] = await poll.options(round_id)
    read = (await rosa.get(f"{path}/vote")).text
    if page == "voted":
        assert not RECEIPT.search(read), "a form has none"
        answer = await rosa.post(f"{path}/vote", **{f"choice-{option}": "yes"})
        read = answer.text
        assert answer.status == 200
        assert RECEIPT.search(read), "it is the page of a ballot that was cast"
    elif page == "how":
        read = (await rosa.get("/priorities/how-it-works")).text
    elif page != "vote":
        assert (await poll.cast_ballot(cast.amir, round_id, [option])).status == 200
        await poll.move_to(round_id, Phase.AGREE)
        read = (await rosa.get(f"{path}/{page}")).text
    assert any(words in read for words in PROVEN), page
    assert any(words in read for words in TRUSTED), page
