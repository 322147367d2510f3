"""Having one act happen in the middle of another."""

from collections.abc import Awaitable, Callable
from typing import Any, Protocol

import pytest

from forums.writing import write

Act = Callable[[], Awaitable[Any]]


class Between(Protocol):
    """Has `act` done right before a module (its name) begins to write: after all that it looked at before."""

    def __call__(self, module: str, act: Act, name: str = "write") -> None: ...


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> Between:
    def have(module: str, act: Act, name: str = "write") -> None:
        async def later(*given: Any) -> Any:
            monkeypatch.setattr(f"{module}.{name}", write)
            await act()
            return await write(*given)

        monkeypatch.setattr(f"{module}.{name}", later)

    return have
