"""The tables of a backup: which, in which order, and how a page of their rows is read and added."""

from collections.abc import AsyncIterator, Sequence
from graphlib import TopologicalSorter
from typing import Any, Final

from tortoise.context import get_current_context
from tortoise.fields import BinaryField
from tortoise.models import Model

from foundation.database import APP

LEFT_OUT: Final = frozenset({"priority_round_key"})
"""With it, whoever holds a backup could lead from people to their ballots."""
_PAGE, _PAGE_OF_PICTURES = 500, 10
Values = Sequence[Any]


def tables() -> list[type[Model]]:
    """All of them, each after those that it refers to."""
    context = get_current_context()
    assert context is not None, "connect first"  # noqa: S101
    models = {model._meta.db_table: model for model in context.apps[APP].values()} if context.apps else {}
    order = TopologicalSorter({name: sorted(_needed(models[name])) for name in sorted(models)})
    return [models[name] for name in order.static_order() if name not in LEFT_OUT]


def name_of(model: type[Model]) -> str:
    return str(model._meta.db_table)


def columns_of(model: type[Model]) -> list[str]:
    """The names of its columns, as `Model(**row)` takes them; the key first."""
    key = str(model._meta.pk_attr)
    return [key, *sorted(set(model._meta.fields_db_projection) - {key})]


async def pages_of(model: type[Model]) -> AsyncIterator[Sequence[Values]]:
    """Its rows in the order of their key, a page at a time: the values of `columns_of`."""
    key, columns, size = str(model._meta.pk_attr), columns_of(model), page_size(model)
    last: Any = None
    while True:
        query = model.all() if last is None else model.filter(**{f"{key}__gt": last})
        rows: list[Values] = list(await query.order_by(key).limit(size).values_list(*columns))
        if rows:
            yield rows
        if len(rows) < size:
            return
        last = rows[-1][0]


def page_size(model: type[Model]) -> int:
    """Pictures are large: only a few of them are held at once."""
    has_pictures = any(isinstance(field, BinaryField) for field in model._meta.fields_map.values())
    return _PAGE_OF_PICTURES if has_pictures else _PAGE


def _needed(model: type[Model]) -> set[str]:
    meta = model._meta
    return {
        meta.fields_map[name].related_model._meta.db_table  # type: ignore[attr-defined]  # of relations only
        for name in (*meta.fk_fields, *meta.o2o_fields)
    }
