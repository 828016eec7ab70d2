"""`python -m fluxions` is the command `fluxions`."""

import sys

from fluxions.cli import main

if __name__ == "__main__":
    sys.exit(main())
