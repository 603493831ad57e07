"""Which ways of scoring come in the box? One file each, strangers to one another."""

from ..rule import RuleKind
from .all_or_nothing import AllOrNothing
from .bands import Bands
from .change import Change
from .direct import Direct
from .imported import Imported
from .k_of_n import KOfN
from .levels import Levels
from .per_count import PerCount
from .per_incident import PerIncident
from .per_shortfall import PerShortfall
from .proportion import Proportion
from .survey import Survey
from .timeliness import Timeliness
from .yes_no import YesNo

BUILT_IN: tuple[RuleKind, ...] = (
    AllOrNothing,
    Bands,
    Change,
    Direct,
    Imported,
    KOfN,
    Levels,
    PerCount,
    PerIncident,
    PerShortfall,
    Proportion,
    Survey,
    Timeliness,
    YesNo,
)
