"""What Tortoise knows of the tables around an operation of a migration, made out only where it is asked or has changed.

Tortoise 1.1 makes every class of models anew before each of the hundred operations, for a look back that creating a
table or adding a column never takes: on an empty database that was three quarters of twelve seconds. After each it
makes out for every table how it is queried, also where the operation left the table as it was: half of the rest.
"""

from dataclasses import replace
from typing import Any

from tortoise.migrations import executor
from tortoise.migrations.schema_generator.state import ModelState, State
from tortoise.migrations.schema_generator.state_apps import StateApps
from tortoise.models import Model


class LazyApps(StateApps):
    """Classes of models of which only those that are new, or have another field, are made ready to be queried."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._ready: dict[type[Model], int] = {}

    def _build_initial_querysets(self) -> None:
        every = self.apps
        self.apps = {
            label: {name: model for name, model in models.items() if self._ready.get(model) != _fields(model)}
            for label, models in every.items()
        }
        super()._build_initial_querysets()
        self.apps = every
        models = [model for models in every.values() for model in models.values()]
        # One that refers to a table that does not stand yet was passed over.
        self._ready = {model: _fields(model) for model in models if model._meta._inited}


def _fields(model: type[Model]) -> int:
    return len(model._meta.fields_map)


class LazyState(State):
    """A state whose clones make their models (`apps`) when they are first asked for."""

    def __init__(self, models: dict[tuple[str, str], ModelState], apps: StateApps, *, made: bool = True) -> None:
        self.models = models
        self._apps = apps
        self._made = made

    @property
    def apps(self) -> StateApps:  # type: ignore[override]  # a plain attribute there
        """The classes of models; of a clone, as they were when it was cloned."""
        if not self._made:
            self.models = {key: model.clone() for key, model in self.models.items()}
            # Only the connections are taken from what was cloned: it may have gone on meanwhile.
            self._apps, self._made = self._apps.clone(model_states=self.models), True
        return self._apps

    def clone(self) -> "LazyState":
        """A copy that what happens to this one does not change."""
        # The columns themselves are copied when classes are made of them: an operation puts others in their place.
        models = {
            key: replace(model, options=dict(model.options), fields=dict(model.fields))
            for key, model in self.models.items()
        }
        return LazyState(models, self._apps, made=False)


def look_back_lazily() -> None:
    """Have Tortoise's executor use these states."""
    executor.State = LazyState  # type: ignore[attr-defined]  # imported there, not exported
    executor.StateApps = LazyApps  # type: ignore[attr-defined]  # imported there, not exported
