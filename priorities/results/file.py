"""A result as something that a browser keeps under a name."""

from aiohttp import web

from priorities.results.service import Result


def file_of(result: Result, body: bytes, ending: str, content_type: str, name: str = "results") -> web.Response:
    """To be asked for anew each time: what moderators take down must not come back from a cache."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}-{result.row["id"]}.{ending}"',
        "Cache-Control": "no-cache",
    }
    charset = "utf-8" if content_type != "image/png" else None
    return web.Response(body=body, content_type=content_type, charset=charset, headers=headers)
