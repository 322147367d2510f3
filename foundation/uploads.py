"""A form with files, read as it comes: nothing is kept before its token was checked, nor beyond its cap."""

from dataclasses import dataclass, field

from aiohttp import BodyPartReader, MultipartReader, web
from aiohttp.http_exceptions import BadHttpMessage

from foundation.errors import Malformed, NotAllowed, TooLarge
from foundation.identity import check_csrf
from foundation.language import _, ngettext
from foundation.pictures.process import LARGEST

MOST_WORDS = 2 * 1024 * 1024
"""Bytes of all that is not a file in a form whose words are given back: also what is far too long comes back."""
_LONGEST_FIELD = 256 * 1024
_MOST_PARTS = 48
_AROUND = 1024 * 1024
"""Bytes of a body that are not the photos: boundaries and fields."""


_MOST_DRAINED = 64 * 1024 * 1024
"""Bytes that are read of a form whose pictures are too large, so that its words can be given back."""


@dataclass
class SentForm:
    """What a person sent: the bytes of each file, of which there may be none, and the other fields.

    `refusal` is of a file that was too large, or one too many, where the form was read on all the same. `stale`: its
    token is not this session's, and all that may be done with it is to give the fields back to who sent them.
    """

    files: list[bytes] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    refusal: TooLarge | None = None
    stale: NotAllowed | None = None

    @property
    def data(self) -> bytes:
        """Those of the only file; empty where they chose none."""
        return self.files[0] if self.files else b""


async def read_file_form(request: web.Request, file: str, most: int = 1, *, forgiving: bool = False) -> SentForm:
    """The form, whose token comes before the field `file` of at most so many files.

    `forgiving`: the other fields are given, with the refusal, also where a file or the token can't be taken. Raises
    Malformed, NotAllowed, TooLarge.
    """
    if not request.content_type.startswith("multipart/form-data"):
        raise _unreadable()
    if (request.content_length or 0) > (_MOST_DRAINED if forgiving else most * LARGEST + _AROUND):
        raise _too_large(file)
    try:
        return await _Reading(request, file, most, forgiving).read(await request.multipart())
    except (ValueError, LookupError, AssertionError, BadHttpMessage, web.RequestPayloadError):
        raise _unreadable() from None


@dataclass
class _Reading:
    request: web.Request
    file: str
    most: int
    forgiving: bool
    sent: SentForm = field(default_factory=SentForm)
    trusted: bool = False
    words: int = 0

    async def read(self, parts: MultipartReader) -> SentForm:
        for _part in range(_MOST_PARTS):
            part = await parts.next()
            if part is None:
                break
            if not isinstance(part, BodyPartReader):
                raise _unreadable()
            if part.name == self.file:
                await self._read_file(part)
            elif part.name is not None:
                await self._read_field(part, part.name)
        if not self.trusted:
            self._check("")
        return self.sent

    async def _read_file(self, part: BodyPartReader) -> None:
        if not self.trusted:
            self._check("")
            await part.release()
            return
        try:
            if data := await _up_to(part, LARGEST, self.file):
                _check_number(len(self.sent.files), self.file, self.most)
                self.sent.files.append(data)
        except TooLarge as refusal:
            if not self.forgiving:
                raise
            self.sent.refusal = refusal
            await part.release()

    async def _read_field(self, part: BodyPartReader, name: str) -> None:
        most = MOST_WORDS - self.words if self.forgiving else _LONGEST_FIELD
        try:
            said = await _up_to(part, most, name)
        except TooLarge:
            raise too_long() from None
        self.words += len(said)
        self.sent.fields[name] = said.decode()
        if name == "csrf_token":
            self._check(self.sent.fields[name])

    def _check(self, token: str) -> None:
        try:
            check_csrf(self.request, token)
            self.trusted = True
        except NotAllowed as refusal:
            if not self.forgiving:
                raise
            self.sent.stale = refusal


async def _up_to(part: BodyPartReader, most: int, name: str) -> bytes:
    data = bytearray()
    while chunk := await part.read_chunk():
        data += chunk
        if len(data) > most:
            raise _too_large(name)
    return bytes(data)


def _check_number(before: int, file: str, most: int) -> None:
    if before >= most:
        sentence = ngettext("Choose at most %(n)s picture.", "Choose at most %(n)s pictures.", most)
        raise TooLarge.at(file, sentence)


def _unreadable() -> Malformed:
    return Malformed(_("The form could not be read. Go back and try again."))


def too_long() -> TooLarge:
    """What is said of words that are not even given back."""
    return TooLarge(_("That is too long to send. Make it shorter and try again."))


def _too_large(name: str) -> TooLarge:
    return TooLarge.at(name, _("That file is larger than 5 MB. Choose a smaller photo."))
