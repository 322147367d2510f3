"""An empty database brought up to date, once a run: each test's own is a copy of it."""

import asyncio
from pathlib import Path

from tortoise.context import get_current_context

from foundation import database
from foundation.settings import Settings
from server.models import MODELS

SECRET = "only-the-tests-know-this-secret-key"


def settings_for(url: str, var: Path, **more: object) -> Settings:
    """Settings as a force would have them, with this database, and messages written into `var`."""
    return Settings(database_url=url, secret_key=SECRET, var=var, **more)  # type: ignore[arg-type]


def bring_up_to_date(settings: Settings) -> None:
    """Migrate the database of these settings; called outside any running loop."""
    asyncio.run(_generate(settings))


async def _generate(settings: Settings) -> None:
    await database.connect(settings, MODELS)
    try:
        context = get_current_context()
        assert context is not None
        await context.generate_schemas()
    finally:
        await database.close()
