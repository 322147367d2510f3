"""What Tortoise knows of the tables before an operation of a migration, made out only where the operation asks.

Tortoise 1.1 makes every class of models anew before each of the hundred operations, for a look back that creating a
table or adding a column never takes: on an empty database that was three quarters of twelve seconds.
"""

from tortoise.migrations import executor
from tortoise.migrations.schema_generator.state import ModelState, State
from tortoise.migrations.schema_generator.state_apps import StateApps


class LazyState(State):
    """A state whose clones make their models (`apps`) when they are first asked for."""

    def __init__(self, models: dict[tuple[str, str], ModelState], apps: StateApps, *, made: bool = True) -> None:
        self.models = models
        self._apps = apps
        self._made = made

    @property
    def apps(self) -> StateApps:  # type: ignore[override]
        """The classes of models; of a clone, as they were when it was cloned."""
        if not self._made:
            # Only the connections are taken from what was cloned: it may have gone on meanwhile.
            self._apps, self._made = self._apps.clone(model_states=self.models), True
        return self._apps

    def clone(self) -> "LazyState":
        """A copy that what happens to this one does not change."""
        models = {key: model.clone() for key, model in self.models.items()}
        return LazyState(models, self._apps, made=False)


def look_back_lazily() -> None:
    """Have Tortoise's executor use these states."""
    executor.State = LazyState  # type: ignore[attr-defined]
