"""What says a sentence: one file per kind of voice, one Protocol. Importing this loads nothing."""
