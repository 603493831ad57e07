"""Which ways of scoring come in the box? One file each, strangers to one another."""

from ..rule import RuleKind
from .all_or_nothing import AllOrNothing
from .average import Average
from .bands import Bands
from .best_level import BestLevel
from .change import Change
from .direct import Direct
from .imported import Imported
from .incident_rate import IncidentRate
from .k_of_n import KOfN
from .levels import Levels
from .per_count import PerCount
from .per_incident import PerIncident
from .per_product import PerProduct
from .per_shortfall import PerShortfall
from .proportion import Proportion
from .requirement_plus import RequirementPlus
from .survey import Survey
from .timeliness import Timeliness
from .yes_no import YesNo

BUILT_IN: tuple[RuleKind, ...] = (
    AllOrNothing,
    Average,
    Bands,
    BestLevel,
    Change,
    Direct,
    Imported,
    IncidentRate,
    KOfN,
    Levels,
    PerCount,
    PerIncident,
    PerProduct,
    PerShortfall,
    Proportion,
    RequirementPlus,
    Survey,
    Timeliness,
    YesNo,
)
