"""Questions of surgeries that become topics."""
