"""A file that somebody takes away, written while it is read: however long it is, it is never in memory as a whole."""

from collections.abc import AsyncIterator

import structlog
from aiohttp import web

log = structlog.get_logger("web")


async def send_file(
    request: web.Request, pieces: AsyncIterator[bytes], *, name: str, content_type: str
) -> web.StreamResponse:
    """Answer with a file in UTF-8 of this name, piece by piece. Where a piece fails the connection breaks off.

    What may be refused is refused before: the answer begins with the first byte.
    """
    answer = web.StreamResponse(
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    )
    answer.content_type, answer.charset = content_type, "utf-8"
    await answer.prepare(request)
    if request.method == "HEAD":
        # Bytes that follow would be taken for the answer to the next request of that connection.
        await answer.write_eof()
        return answer
    try:
        async for piece in pieces:
            await answer.write(piece)
        await answer.write_eof()
    except Exception:  # half of a file is no answer, and no page can follow it: the browser must see it break off
        log.exception("export_broke_off")
        if request.transport is not None:
            request.transport.abort()
    return answer
