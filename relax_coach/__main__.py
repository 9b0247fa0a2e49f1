"""`relax-coach`, and `python -m relax_coach`."""

import sys


def main() -> None:
    """Run the command line; ends the process with one of the codes of core/exits.py."""
    if sys.argv[1:] == ["--version"]:  # needs no command line library to be loaded
        from relax_coach import __version__

        sys.stdout.write(f"relax-coach {__version__}\n")
        return
    try:
        from relax_coach.cli.program import run
    except KeyboardInterrupt:  # before there is anything to put back
        sys.exit(130)
    sys.exit(run())


if __name__ == "__main__":
    main()
