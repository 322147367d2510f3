"""What `bluelamp check` says of mail is what will happen to mail."""

from pathlib import Path

import pytest

from foundation.settings import Settings
from tests.running.certificates import self_signed
from tests.running.server_process import run
from tests.running.smtp import running_smtp


@pytest.fixture
def dialect() -> str:
    return "sqlite"


def _said(settings: Settings, folder: Path, **variables: str) -> tuple[int, str]:
    """The status, and the line about mail."""
    found = run("check", settings=settings, folder=folder, **variables)
    [line] = [line for line in found.stdout.splitlines() if line.startswith("mail")]
    return found.returncode, line


def test_without_a_server_it_names_the_folder(settings: Settings, tmp_path: Path):
    status, line = _said(settings, tmp_path)
    assert status == 0
    assert "mails are written to var/mail/" in line
    assert not (tmp_path / "var").exists(), "looking must leave nothing behind"


def test_a_folder_that_can_not_be_one_is_bad(settings: Settings, tmp_path: Path):
    (tmp_path / "taken").write_text("a file")
    status, line = _said(settings, tmp_path, BLUELAMP_FOLDER="taken")
    assert (status, "BLUELAMP_FOLDER" in line) == (1, True)


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_wrong_password_is_bad_and_the_right_one_is_well(settings: Settings, tmp_path: Path):
    with running_smtp(auth_require_tls=False, auth_required=True) as box:
        status, line = _said(settings, tmp_path, BLUELAMP_SMTP_URL=f"smtp://bluelamp:wrong@127.0.0.1:{box.port}")
        assert (status, "refuses the user or the password" in line) == (1, True)
        status, line = _said(settings, tmp_path, BLUELAMP_SMTP_URL=f"smtp://bluelamp:a%2Fb%40c@127.0.0.1:{box.port}")
        assert (status, "lets us in" in line) == (0, True)
        assert box.mails == []


@pytest.mark.parametrize(("scheme", "from_the_first_byte"), [("smtps", True), ("smtp+starttls", False)])
def test_a_certificate_that_nobody_vouches_for_is_bad(
    settings: Settings, tmp_path: Path, scheme: str, from_the_first_byte: bool
):
    context, pem = self_signed(tmp_path)
    with running_smtp(tls=context, from_the_first_byte=from_the_first_byte) as box:
        url = f"{scheme}://127.0.0.1:{box.port}"
        status, line = _said(settings, tmp_path, BLUELAMP_SMTP_URL=url)
        assert (status, "certificate can't be trusted" in line) == (1, True)
        assert _said(settings, tmp_path, BLUELAMP_SMTP_URL=url, SSL_CERT_FILE=str(pem))[0] == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BLUELAMP_SMTP_URL", "smtp://:25"),
        ("BLUELAMP_SMTP_URL", "smtp://mail.example.org:port"),
        ("BLUELAMP_SMTP_URL", "http://mail.example.org"),
        ("BLUELAMP_MAIL_FROM", "nobody"),
        ("BLUELAMP_AUDIT_MAIL", "dee@example.org, dai"),
    ],
)
def test_a_setting_of_mail_that_can_not_be_used_stops_the_start(
    settings: Settings, tmp_path: Path, name: str, value: str
):
    found = run("check", settings=settings, folder=tmp_path, **{name: value})
    assert found.returncode == 1
    assert found.stdout.startswith(f"settings  bad   {name} must")
