"""Somebody who sends photos."""

import pytest

from tests.accounts.avatars.sending import Sender
from tests.house import House


@pytest.fixture
def sender(house: House) -> Sender:
    return Sender(house.url)
