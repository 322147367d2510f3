"""`bluelamp recount` and `python -m priorities.recount`: a stranger counts a published file again."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import priorities.recount
from priorities.closing.merkle import root_of
from priorities.closing.signing import Signer
from priorities.recounting.proofs import recounted
from priorities.recounting.published import read_published
from tests.priorities.recounting.files import JSON, SIX, a_file, rfc_6962, signed, written
from tests.running.server_process import ROOT


@dataclass(frozen=True)
class Recounted:
    status: int
    lines: list[str]


Recount = Callable[..., Recounted]


@pytest.fixture
def recount(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Recount:
    """Counts a file again, which is signed as it is, or bytes; beside published results and a key if need be."""

    def run(file: JSON | bytes, results: JSON | None = None, key: str | None = None) -> Recounted:
        ballots, published = tmp_path / "ballots.json", tmp_path / "results.json"
        ballots.write_bytes(file if isinstance(file, bytes) else written(signed(file)))
        published.write_text(json.dumps(results))
        status = priorities.recount.recount(ballots, published if results is not None else None, key)
        return Recounted(status, capsys.readouterr().out.splitlines())

    return run


def by_command(file: JSON, folder: Path, *command: str) -> Recounted:
    (folder / "ballots.json").write_bytes(written(signed(file)))
    line = [sys.executable, *command, str(folder / "ballots.json")]
    found = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert found.stderr == ""
    return Recounted(found.returncode, found.stdout.splitlines())


def test_a_stranger_counts_a_file_with_python_alone(tmp_path: Path) -> None:
    """None of the packages that the server needs can be found with `-S`."""
    found = by_command(a_file(SIX), tmp_path, "-S", "-m", "priorities.recount")
    lines = found.lines
    assert found.status == 0
    assert lines[0] == "Winter priorities (round 01round, cathays)"
    assert [line.split() for line in lines if line.startswith("  ")][1:] == [
        ["3", "elected", "elected", each] for each in _by_lot("Bikes", "Lamps")
    ] + [["2", "-", "-", "Litter"]]
    assert not [line for line in lines if "WRONG" in line]
    assert "The signature itself was not checked: for that, install the package cryptography." in lines
    assert lines[-1] == "What was looked at agrees. Who signed it was not looked at: see above."


def _by_lot(*titles: str) -> list[str]:
    found = recounted(read_published(written(a_file(SIX))))
    return [one["id"].title() for one in found.plain if one["id"].title() in titles]


def test_published_results_are_held_against_it(recount: Recount) -> None:
    file = a_file(SIX)
    results = json.loads(json.dumps(recounted(read_published(written(file))).to_json()))
    assert results["by_tier"]["postcode"]["ballots"] == 3
    assert recount(file, results | {"days": []}).status == 0
    results["plain"][0]["votes"] += 1
    lied = recount(file, results)
    assert lied.status == 1
    assert "WRONG  “plain” of the published result is the one counted here" in lied.lines
    assert lied.lines[-1] == "It does not agree: see WRONG above."


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda file: file["ballots"].pop(), "there is one receipt for each ballot"),
        (lambda file: file["receipts"].reverse(), "no receipt is there twice, and they are sorted"),
        (lambda file: file["receipts"].__setitem__(1, file["receipts"][0]), "no receipt is there twice"),
        (lambda file: file["receipts"].__setitem__(5, "z" * 16), "its receipts have the root that it names"),
        (lambda file: file.update(seed="another"), "its seed has the hash that was published before the vote"),
    ],
)
def test_what_was_changed_is_named(recount: Recount, change: Callable[[JSON], object], said: str) -> None:
    file = a_file(SIX)
    change(file)
    found = recount(file)
    assert found.status == 1
    assert [line for line in found.lines if line.startswith("WRONG") and said in line]


@pytest.mark.parametrize("gone", [["statement", "signature", "sha256"], ["statement"], ["signature"]])
def test_a_file_that_nobody_signed_does_not_agree(recount: Recount, gone: list[str]) -> None:
    file = signed(a_file(SIX))
    for name in gone:
        del file[name]
    found = recount(written(file))
    assert found.status == 1
    assert "WRONG  the statement is signed with the key that it names" in found.lines
    assert found.lines[-1] == "It does not agree: see WRONG above."
    assert recount(written(signed(file) | {"signature": ""})).status == 1


def test_whoever_signs_anew_has_another_key(recount: Recount) -> None:
    known = Signer("the server’s secret").public
    honest, forged = signed(a_file(SIX), "the server’s secret"), signed(a_file(SIX[:3]), "a stranger’s")
    assert recount(written(honest), key=f" {known.upper()}\n").lines[-1] == "All of it agrees."
    assert recount(written(forged)).status == 0, "it is whole, but whose is it?"
    found = recount(written(forged), key=known)
    assert found.status == 1
    assert "WRONG  that key is the one you gave" in found.lines


def test_an_option_that_was_taken_down_keeps_its_votes_and_takes_no_place(recount: Recount) -> None:
    file = a_file(SIX)
    file["options"][1]["stands"] = False
    found = recount(file)
    assert found.status == 0
    [line] = [line for line in found.lines if "Bikes" in line]
    assert line.split() == ["3", "-", "-", "Bikes", "[taken", "down]"]
    assert [line.split()[1] for line in found.lines if "Litter" in line] == ["elected"]


def test_points_and_rankings_are_counted_too(recount: Recount) -> None:
    points = [("email", [{"id": "lamps", "points": 7}, {"id": "bikes", "points": 3}])] * 2
    found = recount(a_file(points, method="points"))
    assert found.status == 0
    assert [line.split() for line in found.lines if "Lamps" in line] == [["14", "elected", "Lamps"]]
    assert "The quorum of 5 ballots is not met: the result is advisory." in found.lines
    found = recount(a_file([("email", ["litter", "lamps"])], method="ranking"))
    assert [line.split()[0] for line in found.lines if "Litter" in line] == ["3"]


def test_nobody_voted(recount: Recount) -> None:
    found = recount(a_file([]))
    assert found.status == 0
    assert "elected" not in "".join(found.lines[12:])


BROKEN: dict[str, Callable[[JSON], object]] = {
    "The file is no file of ballots: its format is not bluelamp-ballots-1.": lambda file: file.update(format="other"),
    "The file has no “round”.": lambda file: file.update(round=[]),
    "The round has no number “pick”.": lambda file: file["round"].update(pick=True),
    "The round’s method is none that is known here.": lambda file: file["round"].update(method="lots"),
    "The round’s advice is none that is known here.": lambda file: file["round"].update(advice="mine"),
    "The file has an option twice.": lambda file: file["options"].append(file["options"][0]),
    "An option does not say “stands”: true or false.": lambda file: file["options"][0].update(stands=1),
    "The file has no list “ballots”.": lambda file: file.update(ballots={}),
    "Ballot 2 names what is no option.": lambda file: file["ballots"][1].update(choices=["cars"]),
    "Ballot 1 names an option twice.": lambda file: file["ballots"][0].update(choices=["lamps", "lamps"]),
    "Ballot 6 has no text “tier”.": lambda file: file["ballots"][5].update(tier=None),
    "Ballot 1 has no list “choices” of texts.": lambda file: file["ballots"][0].update(choices=[1]),
    "Ballot 4 names more options than a ballot may.": lambda file: file["round"].update(pick=1),
    "The file has no list “receipts” of texts.": lambda file: file.update(receipts=None),
}


@pytest.mark.parametrize("sentence", BROKEN)
def test_a_broken_file_is_one_sentence(sentence: str, recount: Recount) -> None:
    file = a_file(SIX)
    BROKEN[sentence](file)
    found = recount(written(file))
    assert (found.status, found.lines) == (1, [sentence])


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"[]", b"{", b'"text"', b"[" * 100_000, b'{"a": NaN}', b'{"a": 1, "a": 2}', b"9" * 5000],
    ids=lambda data: repr(data[:12]),
)
def test_what_is_no_file_of_ballots_is_one_sentence(data: bytes, recount: Recount) -> None:
    found = recount(data)
    [line] = found.lines
    assert found.status == 1
    assert line.startswith("The file ")


def test_more_points_than_a_ballot_has_are_refused(recount: Recount) -> None:
    found = recount(a_file([("email", [{"id": "lamps", "points": 11}])], method="points"))
    assert (found.status, found.lines) == (1, ["Ballot 1 gives more points than a ballot has."])


def test_words_of_strangers_do_not_command_the_terminal(recount: Recount) -> None:
    file = a_file(SIX)
    file["options"][0]["title"] = "\x1b[2JLamps"
    found = recount(file)
    assert found.status == 0
    assert "\x1b" not in "".join(found.lines)
    assert "?[2JLamps" in "".join(found.lines)


def test_the_command_does_the_same(tmp_path: Path) -> None:
    found = by_command(a_file(SIX), tmp_path, "-m", "server", "recount")
    assert (found.status, found.lines[-1]) == (0, "All of it agrees.")


@pytest.mark.parametrize("many", [*range(20), 63, 64, 65, 100])
def test_the_root_is_that_of_rfc_6962(many: int) -> None:
    receipts = [f"{number:016x}" for number in range(many)]
    assert root_of(receipts) == rfc_6962(receipts)
