"""Refusing a proposal with a reason, and the one appeal against that, which somebody else decides."""
