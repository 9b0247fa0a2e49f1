"""What a session is: pure values and sums. No file, clock, sound or screen is touched here."""
