"""Live connections are not compressed: what a browser offers is declined, and it works all the same."""

import json

import aiohttp

from tests.cast import Cast
from tests.house import House


async def test_rosas_browser_offers_compression_and_does_without(house: House, cast: Cast):
    address = f"{house.url}/socket.io/?EIO=4&transport=websocket"
    async with aiohttp.ClientSession() as browser, browser.ws_connect(address, compress=15) as live:
        assert live.compress == 0
        assert (await live.receive_str()).startswith('0{"sid"')
        await live.send_str("40/rooms," + json.dumps({"token": cast.rosa.token}))
        assert (await live.receive_str()).startswith('40/rooms,{"sid"')
