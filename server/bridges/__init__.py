"""Where one feature's port is filled with another's service. Nothing else knows both."""
