"""Proposals that are like the one somebody is about to make, so that they may support it instead."""
