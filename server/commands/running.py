"""What commands share: the settings they run with, the status they leave with, and the options that many take."""

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec

import click

from foundation.environment import BadSetting
from foundation.settings import Settings

P = ParamSpec("P")

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
"""A file that is there, as a Path."""
OF_DEMONSTRATION = click.option("--demo", is_flag=True, help="Of the demonstration.")


def settings_in_use(*, demonstration: bool = False) -> Settings:
    """The settings of the environment. Raises ClickException, with what is bad, in one line."""
    try:
        return Settings.from_environment(os.environ, demonstration=demonstration)
    except BadSetting as bad:
        raise click.ClickException(str(bad)) from None


def runs(work: Callable[P, Coroutine[Any, Any, int]]) -> Callable[P, None]:
    """Run an asynchronous command and leave with its status."""

    @wraps(work)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        sys.exit(asyncio.run(work(*args, **kwargs)))

    return run
