"""`J o h n Smith`: what stands in single letters, wherever it begins and ends, and with what is beside it."""

from collections.abc import Iterator

_SPELT, _LONGEST = 3, 24


def spelt_out(words: list[str], most: int) -> Iterator[str]:
    """The forms that letters spell in these folded words, alone and with up to `most` - 1 whole words beside them."""
    end = 0
    for start in range(len(words)):
        if start < end or len(words[start]) != 1:
            continue
        end = next((at for at in range(start, len(words)) if len(words[at]) != 1), len(words))
        run = "".join(words[start:end])
        if len(run) < _SPELT:
            continue
        yield from _parts(run)
        for many in range(1, most):
            before, after = "".join(words[max(0, start - many) : start]), "".join(words[end : end + many])
            for length in range(_SPELT, min(len(run), _LONGEST) + 1):
                yield before + run[:length]
                yield run[-length:] + after


def _parts(run: str) -> Iterator[str]:
    for start in range(len(run) - _SPELT + 1):
        for end in range(start + _SPELT, min(len(run), start + _LONGEST) + 1):
            yield run[start:end]
