"""What it means: meaning + anchor → timex, with the reasons."""
