"""A command with commands of its own: who misspells one is told which is meant."""

import click


class Group(click.Group):
    """Its commands by name."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from difflib import get_close_matches

        from relax_coach.core.problem import shown

        names = self.list_commands(ctx)
        if args and args[0] not in names and not args[0].startswith("-"):
            near = get_close_matches(args[0], names, n=1, cutoff=0.5)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            raise click.UsageError(f"There is no command {shown(args[0])!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)
