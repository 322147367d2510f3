"""From a proposal to the forum and back: where it is talked about, and topics that are put forward as proposals."""
