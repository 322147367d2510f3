"""The page on which staff send in a table of addresses, and print letters."""

import re

import aiohttp
import pytest

from priorities.ballots.letters.addresses import LONGEST, read_addresses
from priorities.ballots.models import Code
from priorities.models import Phase
from tests.accounts.browsing import Browser, NewBrowser
from tests.cast import Cast
from tests.clients import Answer
from tests.priorities.poll import Poll

TABLE = """name,house,street,town,postcode
Jane Doe,14,Salisbury Road,Cardiff,CF10 1AA
"Roe, Sam","Flat 2, 14",Salisbury Road,Cardiff,cf101aa
Olga Novak,1,Elsewhere Road,Penarth,CF64 1AA
,,,,
Nobody,,,,CF10 1AA
"""


async def _send(browser: Browser, path: str, **fields: str | bytes) -> Answer:
    """The form with a file, as a browser sends it."""
    token = re.search(r'name="csrf_token" value="([^"]*)"', browser.page.text)
    form = aiohttp.FormData()
    form.add_field("csrf_token", token[1] if token else "")
    for name, value in fields.items():
        if isinstance(value, bytes):
            form.add_field(name, value, filename="addresses.csv", content_type="text/csv")
        else:
            form.add_field(name, value)
    if not any(isinstance(value, bytes) for value in fields.values()):
        form.add_field("file", b"", filename="", content_type="application/octet-stream")
    return await browser._send("POST", path, data=form)


@pytest.mark.parametrize("way", ["file", "addresses", "spreadsheet"])
async def test_ada_sends_a_table_and_prints_the_letters(poll: Poll, cast: Cast, browser: NewBrowser, way: str) -> None:
    round_id = await poll.begin(Phase.VOTE)
    ada = browser(cast.ada)
    assert (await ada.get(f"/rounds/{round_id}/letters")).status == 200
    sent: dict[str, str | bytes] = {
        "file": {"file": TABLE.encode()},
        "addresses": {"addresses": TABLE},
        "spreadsheet": {"file": b"\xef\xbb\xbf" + TABLE.replace("\n", "\r\n").encode()},
    }[way]  # type: ignore[assignment]
    page = await _send(ada, f"/rounds/{round_id}/letters/print", **sent)
    assert (page.status, page.headers["Cache-Control"]) == (201, "no-store")
    assert page.text.count('<article class="letter"') == 2
    assert "Jane Doe<br>14 Salisbury Road<br>Cardiff<br>CF10 1AA" in page.text
    assert "Line 4:" in page.text
    assert "not in the neighbourhood" in page.text
    assert "Line 6:" in page.text
    codes = re.findall(r"<strong>((?:[0-9A-Z]{4}-){2}[0-9A-Z]{4})</strong>", page.text)
    assert len(set(codes)) == 2
    assert page.text.count('<div lang="cy">') == 2
    assert page.text.count("Cathays (Cymraeg)") == 2, "each language has its own name of the place"
    assert f"/rounds/{round_id}/vote" in page.text
    again = (await ada.get(f"/rounds/{round_id}/letters")).text
    assert "2 letters were made." in again
    assert not [code for code in codes if code in again]


@pytest.mark.parametrize(
    "table",
    [
        "", "name,house,postcode\n", "Jane Doe,14,CF10 1AA\nSam Roe,2,CF10 1AA\n", "\x00\x01\x02", '"a\n"b,c"d',
        "name,house,postcode\n" + "Jane,1,CF10 1AA\n" * 501, "name,house,postcode\n" + "x" * LONGEST,
    ],
)  # fmt: skip
async def test_a_broken_table_is_refused_in_a_sentence_and_comes_back(
    poll: Poll, cast: Cast, browser: NewBrowser, table: str
) -> None:
    round_id = await poll.begin(Phase.VOTE)
    ada = browser(cast.ada)
    await ada.get(f"/rounds/{round_id}/letters")
    refused = await _send(ada, f"/rounds/{round_id}/letters/print", addresses=table)
    assert (refused.status, "There is a problem" in refused.text) == (422, True)
    assert table[:20].partition("\n")[0].partition('"')[0].strip("\x00\x01\x02") in refused.text
    assert await Code.all().count() == 0


async def test_a_form_of_another_site_makes_no_letters(poll: Poll, cast: Cast, browser: NewBrowser) -> None:
    round_id = await poll.begin(Phase.VOTE)
    ada = browser(cast.ada)
    forged = await _send(ada, f"/rounds/{round_id}/letters/print", addresses=TABLE)
    assert (forged.status, "Salisbury Road" in forged.text) == (403, True), "and who typed it loses nothing"
    assert await Code.all().count() == 0


async def test_ada_voids_a_letter_by_its_code_and_by_whom_it_was_for(
    poll: Poll, cast: Cast, browser: NewBrowser
) -> None:
    round_id = await poll.begin(Phase.VOTE)
    ada = browser(cast.ada)
    await ada.get(f"/rounds/{round_id}/letters")
    page = await _send(ada, f"/rounds/{round_id}/letters/print", addresses=TABLE)
    [first, _second] = re.findall(r"<strong>((?:[0-9A-Z]{4}-){2}[0-9A-Z]{4})</strong>", page.text)
    await ada.get(f"/rounds/{round_id}/letters")
    wrong = await ada.post(f"/rounds/{round_id}/letters/void", code="7KQ2-MXR4-TD9X")
    assert (wrong.status, 'value="7KQ2-MXR4-TD9X"' in wrong.text) == (404, True)
    assert (await ada.post(f"/rounds/{round_id}/letters/void", code=first)).status == 303
    fields = {"name": "Roe, Sam", "house": "Flat 2, 14", "postcode": "CF10 1AA"}
    wrong = await ada.post(f"/rounds/{round_id}/letters/void", **{**fields, "house": ""})
    assert (wrong.status, 'value="Roe, Sam"' in wrong.text) == (422, True)
    assert (await ada.post(f"/rounds/{round_id}/letters/void", **fields)).status == 303
    assert [code.state for code in await Code.all()] == ["void", "void"]


@pytest.mark.parametrize("comma", [";", "\t"])
def test_tables_with_other_separators_are_read(comma: str) -> None:
    good, bad = read_addresses(f"Postcode{comma}House{comma}NAME\nCF10 1AA{comma}14{comma}Jane Doe\n")
    assert [(each.line, each.to.name, each.to.house) for each in good] == [(2, "Jane Doe", "14")]
    assert bad == []
