"""A mail server that the house's mails leave by."""

from dataclasses import replace

import pytest

from foundation.settings import Settings
from tests.running.smtp import Postbox


@pytest.fixture
def settings(settings: Settings, postbox: Postbox) -> Settings:
    return replace(settings, smtp_url=f"smtp://127.0.0.1:{postbox.port}", public_url="http://police.example")
