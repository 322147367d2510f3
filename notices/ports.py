"""What notices need from the features that tell: what a notice leads to is called, as its reader may read it now."""

from collections.abc import Collection, Mapping
from typing import Protocol

from aiohttp import web

from foundation.permissions import Viewer


class TitlesOf(Protocol):
    """A notice holds nobody's words: they would stay in it when they are taken down. Its page asks for them."""

    async def __call__(self, viewer: Viewer, paths: Collection[str], /) -> Mapping[str, str]:
        """Titles by path; a path that is another feature's, or that the viewer may not read, is not in it."""


TITLES_OF: web.AppKey[TitlesOf] = web.AppKey("titles_of")
