"""The classes that session.tcss lays a session's screen out by, and from which size on."""

ACROSS = [
    (0, "-small"),
    (48, "-slim"),
    (60, "-medium"),
    (80, "-broad"),
    (100, "-wide"),
    (140, "-vast"),
]
DOWN = [(0, "-flat"), (20, "-low"), (24, "-mid"), (32, "-high"), (44, "-tall")]
