"""One root for all receipts: a Merkle tree as RFC 6962 hashes it, over the receipts in their sorted order.

Whoever has the list makes the same root of it, and no other list does.
"""

import hashlib
from collections.abc import Sequence


def root_of(receipts: Sequence[str]) -> str:
    """The root in hexadecimal. A leaf is SHA-256 of a zero byte and a receipt’s characters, a node of a one byte and
    its two halves; the left one is the largest power of two that is smaller than the whole. Of nothing: SHA-256 of it.
    """
    hashes = [hashlib.sha256(b"\0" + receipt.encode()).digest() for receipt in sorted(receipts)]
    if not hashes:
        return hashlib.sha256(b"").hexdigest()
    while len(hashes) > 1:
        pairs = [_node(*hashes[left : left + 2]) for left in range(0, len(hashes) - 1, 2)]
        # Who has no other half goes up as it is: what RFC 6962 gives, without asking how deep the tree is.
        hashes = pairs + hashes[len(pairs) * 2 :]
    return hashes[0].hex()


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\1" + left + right).digest()
