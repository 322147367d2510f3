"""A recount as people read it in a terminal."""

from collections.abc import Iterator, Sequence

from priorities.closing.result import Result
from priorities.recounting.parsing import parsed
from priorities.recounting.proofs import Proof, agreement, can_check_signatures, key_of, proofs_of, recounted
from priorities.recounting.published import Published, read_published


def report(data: bytes, results: bytes | None = None, key: str | None = None) -> tuple[list[str], bool]:
    """The lines of a recount of a file, and whether all of it agrees; with the results that the server published (as
    `/api/v1/rounds/ID/results` answers) also whether they do, and with the `key` of that server, in hexadecimal,
    whether it signed with that one. Raises Unreadable.
    """
    file = read_published(data)
    mine = recounted(file)
    proofs = [*proofs_of(file, key), *(agreement(mine, parsed(results)) if results is not None else ())]
    agrees = all(proof.holds for proof in proofs)
    return [*_head(file), "", *_said(proofs), "", *_table(file, mine), "", *_foot(file, mine, agrees)], agrees


def _head(file: Published) -> Iterator[str]:
    yield f"{_plain(file.round['title'])} (round {_plain(file.round['id'])}, {_plain(file.round['neighbourhood'])})"
    yield f"{len(file.ballots):,} ballots, {len(file.options):,} options, {file.round['places']} places"
    yield f"SHA-256 of what was signed: {file.digest}"
    yield f"Root of its receipts: {_plain(file.root)}"
    yield "Both must be those of the signed close, which the page of receipts shows."
    if file.signature:
        yield f"Key: {_plain(key_of(file))}"
        yield "Compare it with one that was written down elsewhere (--key): anybody can sign with a key of their own."
        if not can_check_signatures():
            yield "The signature itself was not checked: for that, install the package cryptography."


def _said(proofs: Sequence[Proof]) -> Iterator[str]:
    for proof in proofs:
        yield f"{'ok   ' if proof.holds else 'WRONG'}  {proof.says}"


def _table(file: Published, mine: Result) -> Iterator[str]:
    titles = {one["id"]: one["title"] if one["stands"] else f"{one['title']} [taken down]" for one in file.options}
    shares = {one["id"]: one["elected"] for one in mine.equal_shares or ()}
    yield f"{'votes':>8}  {'plain':<9}{'equal shares  ' if shares else ''}option"
    for one in mine.plain:
        marks = f"{_mark(one['elected']):<9}"
        if shares:
            marks += f"{_mark(shares[one['id']]):<14}"
        yield f"{one['votes']:>8,}  {marks}{_plain(titles[one['id']])}"


def _foot(file: Published, mine: Result, agrees: bool) -> Iterator[str]:
    counts = {"plain": "the plain count", "equal_shares": "the count by equal shares"}
    yield f"What advises the panel is {counts[mine.advice]}."
    met = "is met" if mine.quorum_met else "is not met: the result is advisory"
    yield f"The quorum of {file.round['quorum']:,} ballots {met}."
    if not agrees:
        yield "It does not agree: see WRONG above."
    elif can_check_signatures():
        yield "All of it agrees."
    else:
        yield "What was looked at agrees. Who signed it was not looked at: see above."


def _mark(elected: bool) -> str:
    return "elected" if elected else "-"


def _plain(words: str) -> str:
    """Words of strangers without what a terminal would obey."""
    return "".join(letter if letter.isprintable() else "?" for letter in words)
