"""An empty database brought up to date, once a run: each test's own is a copy of it."""

import asyncio
from typing import Any

from foundation.settings import Settings
from server.migrate import migrate

SECRET = "only-the-tests-know-this-secret-key"


def settings_for(url: str, **more: Any) -> Settings:
    """Settings as a force would have them, with this database, and without a model but where a test asks for one."""
    return Settings(database_url=url, secret_key=SECRET, **{"model": "off", **more})


def bring_up_to_date(settings: Settings) -> None:
    """Migrate the database of these settings; called outside any running loop."""
    asyncio.run(migrate(settings))
