"""Pictures as files, only for who may read what they stand in: the caller asks that first, each time."""

from aiohttp import web

# An address names one picture for good, and yet a browser asks before it shows its copy again (and is answered 304):
# a picture that is taken down must be gone, and nobody between us may keep it.
_WHILE_SHOWN = "private, no-cache"
_NOTHING_ELSE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"


def has_copy(request: web.Request, picture_id: str, size: str) -> bool:
    """Whether who asks has the picture in this size already."""
    return request.headers.get("If-None-Match") == _tag(picture_id, size)


def picture_file(picture_id: str, size: str, webp: bytes | None) -> web.Response:
    """The answer to who may look at a picture, now. `webp` is None for who has a copy."""
    headers = {
        "Cache-Control": _WHILE_SHOWN,
        "ETag": _tag(picture_id, size),
        "Content-Security-Policy": _NOTHING_ELSE,
    }
    if webp is None:
        return web.Response(status=304, headers=headers)
    return web.Response(body=webp, headers=headers, content_type="image/webp")


def _tag(picture_id: str, size: str) -> str:
    return f'"{picture_id}-{size}"'
