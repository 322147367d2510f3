"""How Tortoise queries each table, made out once for each of the two databases instead of once for each test."""

from copy import copy
from typing import Any

from tortoise.apps import Apps
from tortoise.models import Model

_MADE_OUT = (
    *("filters", "db_native_fields", "db_default_fields", "db_complex_fields"),
    *("basetable", "basequery", "basequery_all_fields"),
)
MadeOut = dict[type[Model], dict[str, Any]]
_kept: dict[str, MadeOut] = {}
_make_out = Apps._build_initial_querysets


def keep_what_is_made_out() -> None:
    """Have Tortoise do so from now on."""
    Apps._build_initial_querysets = _from_kept  # type: ignore[assignment, method-assign]


def _from_kept(apps: Apps) -> None:
    """What it makes out of the same models on a database of the same dialect is the same."""
    models = [model for app in apps.apps.values() for model in app.values()]
    dialect = apps._connections.get("default").capabilities.dialect
    if dialect not in _kept or _kept[dialect].keys() != set(models):
        # It empties and fills what a model has: that may be what is kept of the other dialect.
        _give(_copies(models))
        _make_out(apps)
        _kept[dialect] = _copies(models)
    _give(_kept[dialect])


def _copies(models: list[type[Model]]) -> MadeOut:
    return {model: {name: copy(getattr(model._meta, name)) for name in _MADE_OUT} for model in models}


def _give(made_out: MadeOut) -> None:
    for model, values in made_out.items():
        for name, value in values.items():
            setattr(model._meta, name, value)
