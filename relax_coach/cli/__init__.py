"""The command line: one file a command. Only what a command needs is loaded."""
