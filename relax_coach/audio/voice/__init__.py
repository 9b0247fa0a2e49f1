"""What is said: the clips that come with the program, and the voices for all other texts."""
