"""``python -m danvan_eval``, the same as the command ``danvan-eval``."""

import sys

from .cli import main

sys.exit(main())
