"""What moderators do to words that are shown, wait or are taken down, and have no edit that waits beside them."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from aiohttp import web

from moderation.content import Also, Content
from priorities.models import ProposalState


class InOneState(ABC):
    """Most of a `moderation.content.Moderated`; what it moderates has the states of a proposal that is in no vote."""

    @abstractmethod
    async def put(
        self, app: web.Application, content: Content, also: Also, before: Sequence[str], state: str, **words: Any
    ) -> None:
        """Put it into a state, with other words where some are given. Raises Conflict where it is in none of `before`.

        Nor are words shown or refused that are others than were fetched; those that are hidden may be.
        """

    async def hide(self, app: web.Application, content: Content, reason: str, also: Also) -> None:
        await self.put(app, content, also, (ProposalState.PUBLISHED,), ProposalState.HIDDEN)

    async def refuse(self, app: web.Application, content: Content, reason: str, also: Also) -> None:
        await self.put(app, content, also, (ProposalState.HELD,), ProposalState.REJECTED)

    async def hold(self, app: web.Application, content: Content, also: Also, pending: str | None = None) -> None:
        await self.put(app, content, also, (ProposalState.REJECTED,), ProposalState.HELD)

    async def restore(self, app: web.Application, content: Content, also: Also) -> None:
        await self.put(app, content, also, (ProposalState.HIDDEN, ProposalState.REJECTED), ProposalState.PUBLISHED)

    async def approve(self, app: web.Application, content: Content, also: Also) -> None:
        await self.put(app, content, also, (ProposalState.HELD,), ProposalState.PUBLISHED)

    async def put_words(self, app: web.Application, content: Content, also: Also, **words: Any) -> None:
        """Put other words in the place of those that wait or are shown, and show them."""
        await self.put(
            app, content, also, (ProposalState.HELD, ProposalState.PUBLISHED), ProposalState.PUBLISHED, **words
        )
