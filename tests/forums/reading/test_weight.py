"""What a reader's phone must fetch to read a topic: bounded, so that nobody on an old one is shut out by growth."""

import gzip
import random
import re
import string
from urllib.parse import urljoin

from tests.cast import Cast
from tests.forums.talk import Talk
from tests.house import House

MOST = 130_000
"""Bytes as they are sent, compressed, of which the page itself is a fifth: the rest is fetched once for all pages."""
MOST_REQUESTS = 40
_FILES = re.compile(r'<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)"')
_IMPORTED = re.compile(r'^\s*(?:import|export)\b[^"\';]*["\']([^"\']+\.js[^"\']*)["\']', re.MULTILINE)


async def _fetched(house: House, page: str) -> dict[str, int]:
    """The bytes of everything that a page has drawn with and runs, by its address; of the page itself too."""
    caller, found = house.caller(), dict[str, int]()
    text = (await caller.page(page)).text
    found[page] = _sent(text)
    waiting = [urljoin(page, path) for path in _FILES.findall(text)]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        answer = await caller.page(path)
        assert answer.status == 200, path
        found[path] = _sent(answer.text)
        waiting += [urljoin(path, other) for other in _IMPORTED.findall(answer.text)] if ".js" in path else []
    return found


def _sent(text: str) -> int:
    return len(gzip.compress(text.encode(), compresslevel=6))


def _words(chance: random.Random) -> str:
    """Sixty words that nothing else repeats, so that they are not compressed to nothing."""
    return " ".join("".join(chance.choices(string.ascii_lowercase, k=5)) for _word in range(60))


async def test_a_full_page_of_a_topic_is_light_enough_for_an_old_phone(talk: Talk, house: House, cast: Cast) -> None:
    topic, chance = (await talk.topic(cast.rosa)).topic_id, random.Random(1829)
    for number in range(100):
        await talk.reply(cast.amir if number % 2 else cast.huw, topic, _words(chance))
    fetched = await _fetched(house, f"/topics/{topic}")
    assert any(path.partition("?")[0].endswith(".css") for path in fetched)
    assert len([path for path in fetched if ".js" in path]) > 3
    assert sum(fetched.values()) < MOST, sorted(fetched.items(), key=lambda each: -each[1])[:8]
    assert len(fetched) < MOST_REQUESTS
