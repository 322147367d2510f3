"""What those who follow a series are told of it, in the language of whoever reads it."""

from collections.abc import Callable

from foundation.language import _


def series_changed(title: str) -> Callable[[], str]:
    """That its dates are at other times."""
    return lambda: _("The dates of “%(title)s” have changed. See when they are now.", title=title)


def series_ended(title: str) -> Callable[[], str]:
    """That there are no more dates."""
    return lambda: _("“%(title)s” will not take place any more. Its page says why.", title=title)
