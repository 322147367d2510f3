"""How people prove that it is them: passkeys, authenticator apps, recovery codes, and asking again."""
