"""Are these files bodies of law? If not, list every mistake at once."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from ..decisions.clauses import Regime
from .regimes import read_regimes

FOLDER: Final = Path(__file__).parents[1] / "consequences" / "laws"


@lru_cache(maxsize=1)
def load_laws(folder: Path = FOLDER) -> Mapping[str, Regime]:
    """Return every body of law in *folder*, by id; a file's name is its id.

    Raises:
        PackError: with every mistake of their data.
    """
    files = {path.stem: path for path in sorted(folder.glob("*.toml"))}
    return MappingProxyType(read_regimes(files))
