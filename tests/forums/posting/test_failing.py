"""The database breaks off at the very moment at which words are stored: they are on the page that says so."""

import pytest

from tests.accounts.browsing import NewBrowser
from tests.cast import Cast
from tests.forums.posting.forms import id_of
from tests.forums.talk import Talk


@pytest.mark.parametrize("broken", [ConnectionResetError, ZeroDivisionError], ids=lambda error: error.__name__)
async def test_words_come_back_whatever_broke(
    talk: Talk, cast: Cast, browser: NewBrowser, monkeypatch: pytest.MonkeyPatch, broken: type[Exception]
) -> None:
    topic, amir = (await talk.topic(cast.rosa)).topic_id, browser(cast.amir)
    await amir.get(f"/topics/{topic}")

    async def fail(*_given: object) -> None:
        raise broken

    monkeypatch.setattr("forums.posting.service.write", fail)
    answer = await amir.post(f"/topics/{topic}/reply", body="I saw <it> too", client_id=id_of(amir.page.text))
    assert answer.status == (503 if broken is ConnectionResetError else 500)
    assert "I saw &lt;it&gt; too</textarea>" in answer.text
