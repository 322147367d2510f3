"""Files are read whatever wrote them."""

import gzip
from pathlib import Path

import pytest

from foundation.errors import Invalid
from neighbourhoods.files import read_text
from tests.neighbourhoods.maps import saved

TEXT = "postcode,note\nCF10 1AA,Caffè Tŷ Gwyn\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("zipped", [False, True])
def test_a_byte_order_mark_or_gzip_makes_no_difference(tmp_path: Path, encoding: str, zipped: bool) -> None:
    data = TEXT.encode(encoding)
    assert read_text(saved(tmp_path, gzip.compress(data) if zipped else data)) == (TEXT, [])


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_spreadsheet_in_latin_1_is_read_and_the_line_named(tmp_path: Path, mark: bytes) -> None:
    text = TEXT.replace("ŷ", "y")
    read, [remark] = read_text(saved(tmp_path, mark + text.encode("latin-1")))
    assert read == text
    assert remark.line == 2
    assert "Latin-1" in remark.reason


@pytest.mark.parametrize(
    "data", [gzip.compress(TEXT.encode(), mtime=0)[:-9], b"\x1f\x8b\x08nonsense that is no gzip at all", b"\xff\xfea"]
)
def test_a_damaged_file_is_refused_in_one_sentence(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(Invalid, match="damaged"):
        read_text(saved(tmp_path, data))


def test_a_file_that_is_not_there_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="can't be read"):
        read_text(tmp_path / "nowhere.csv")
    with pytest.raises(Invalid, match="can't be read"):
        read_text(tmp_path)
