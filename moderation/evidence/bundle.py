"""The file that takes evidence to a court or a complaint: a ZIP whose manifest has the digest of everything in it."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from foundation.audit.chain import canonical_time

JSON = dict[str, Any]
_MANIFEST = "manifest.json"
_ENDINGS = {"image/svg+xml": "svg", "image/webp": "webp", "image/png": "png", "image/jpeg": "jpg"}


def picture_name(digest: str, media_type: str) -> str:
    """Where a picture stands in the file."""
    return f"pictures/{digest}.{_ENDINGS.get(media_type, 'bin')}"


def as_json(value: Any) -> bytes:
    """Anything of rows as JSON for people to read: keys in order, times in UTC."""
    return (json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False, default=_plain) + "\n").encode()


def bundle(files: Mapping[str, bytes], about: JSON, at: datetime) -> bytes:
    """The ZIP with these files and a manifest: what it is `about`, and the size and SHA-256 of each, by its name."""
    listed = [
        {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in sorted(files.items())
    ]
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [(_MANIFEST, as_json(about | {"files": listed})), *sorted(files.items())]:
            archive.writestr(zipfile.ZipInfo(name, at.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _plain(value: object) -> str:
    return canonical_time(value) if isinstance(value, datetime) else str(value)
