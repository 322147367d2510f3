"""What the tests start, they end."""

from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.running.browser import running_chromium


@pytest.mark.browser
def test_the_browser_is_gone_after_its_block() -> None:
    with running_chromium() as address:
        assert urlopen(f"{address}/json/version").status == 200
    with pytest.raises(URLError):
        urlopen(f"{address}/json/version")
