"""The second front end: a session as plain lines, appended one after the other."""
