"""Checking an officer's words as JSON."""

from datetime import datetime
from typing import Any

import msgspec

from accounts.duty.checking_service import check_code
from accounts.officers.api import PublicOfficer
from accounts.officers.service import public_json, surgery_now
from accounts.sessions.browsers import whence
from foundation.api import Api, Call
from foundation.permissions import Permission

api = Api()


class CodeToCheck(msgspec.Struct):
    """The three words that an officer shows, as they were typed."""

    code: str


class CheckAnswer(msgspec.Struct):
    """Whose words they are, the open surgery that the officer hosts or null, and until when they hold."""

    officer: PublicOfficer
    surgery: dict[str, Any] | None
    until: datetime


@api.post("/check", permission=Permission.CODE_CHECK, body=CodeToCheck, answer=CheckAnswer,
          summary="Check an officer's three words")  # fmt: skip
async def check(call: Call[CodeToCheck, None]) -> dict[str, Any]:
    """404 where no officer has these words, 410 where they are old."""
    address, _device = whence(call.request)
    checked = await check_code(call.request.app, call.viewer, call.body.code, address)
    return {
        "officer": public_json(checked.officer),
        "surgery": surgery_now(checked.officer),
        "until": checked.until,
    }
