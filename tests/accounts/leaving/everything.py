"""Everything that a database holds, as text: what was planted is looked for in it."""

from collections.abc import AsyncIterator, Iterator
from importlib import import_module

from tortoise.models import Model

from server.models import MODELS


def models() -> Iterator[type[Model]]:
    """Every table of the product."""
    for name in MODELS:
        found = vars(import_module(name)).values()
        tables = (each for each in found if isinstance(each, type) and issubclass(each, Model))
        yield from (each for each in tables if not each._meta.abstract)


async def rows() -> AsyncIterator[tuple[str, str]]:
    """Each row of each table: the table's name, and all its values in one text."""
    for model in set(models()):
        for row in await model.all().values():
            yield str(model._meta.db_table), " ".join(map(str, row.values()))


async def tables_with(planted: str) -> set[str]:
    """The tables in which this text stands."""
    return {table async for table, text in rows() if planted in text}
