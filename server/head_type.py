"""A head of the audit's chain, as an operator types it."""

import click

from foundation.audit.chain import Head


class HeadType(click.ParamType[Head]):
    """NUMBER:MAC on the command line."""

    name = "head"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Head:
        try:
            return Head.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)
