"""`python -m chronology.cli`, where the script is not on the path."""

from chronology.cli.main import main

main()
