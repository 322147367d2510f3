"""Which addresses are of the public internet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.push.endpoints import is_public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "::", "::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1",
        "64:ff9b::10.0.0.1", "2002:0a00:0001::1", "2001:db8::1", "not an address", "",
        "::127.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b:1::127.0.0.1", "fec0::1", "5f00::1", "4000::1", "192.0.0.8",
    ],
)  # fmt: skip
def test_an_address_of_our_own_network_is_not_public(address: str):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["142.250.187.202", "34.107.243.93", "17.57.146.20", "2a00:1450:4009:81f::200a"])
def test_addresses_of_push_services_are_public(address: str):
    assert is_public(address)


@given(st.ip_addresses(v=4, network="10.0.0.0/8"))
def test_no_wrapping_makes_a_private_address_public(address):
    assert not is_public(str(address))
    assert not is_public(f"::ffff:{address}")
    assert not is_public(f"64:ff9b::{address}")
    assert not is_public(f"64:ff9b:1::{address}")
    assert not is_public(f"::ffff:0:{address}")
    assert not is_public(f"::{address}")
