"""Where to press: the drawings and their regions, and how the fingers move there."""
