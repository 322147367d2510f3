"""Forums that are as full as after years, and what their pages cost then: `python -m bench.forums`."""
