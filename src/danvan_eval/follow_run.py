"""What is a finished dossier of proposals, with the fingerprint of all it rests on?"""

from collections.abc import Mapping
from typing import Any

import attrs

from .canon import fingerprint
from .consequences.choosing import Laws
from .consequences.duty_feeds import feeds
from .errors import Fault
from .following import Followed
from .records import SCHEMA_VERSION, digest_of, to_data, written
from .version import __version__
from .workspace.following.reading import FollowingRead


@attrs.frozen(eq=False)
class FollowRun:
    """The proposals of a hospital's year ("hồ sơ đề xuất của bệnh viện").

    *scored* is the fingerprint of the dân vận results it stands on, empty where none
    were scored, *classified* that of the classification, *inputs* that of the facts
    of consequences.
    """

    hospital: str
    year: int
    followed: Followed
    laws: Laws
    scored: str
    classified: str
    inputs: str
    faults: tuple[Fault, ...] = ()
    library: str = __version__

    @property
    def fingerprint(self) -> str:
        """The fingerprint of laws, inputs, results, classification and library."""
        laws = [[id_, law.sha256] for id_, law in sorted(self.laws.items())]
        stands_on = [self.scored, self.classified, self.inputs]
        return fingerprint([laws, *stands_on, self.library])


def inputs_of(read: FollowingRead) -> str:
    """Return the fingerprint of the facts of consequences, whatever their rows."""
    told: Mapping[str, object] = {
        "settings": to_data(read.settings),
        "people": to_data(dict(read.titles.people)),
        "units": to_data(dict(read.titles.units)),
        "pay": to_data(dict(read.pay)),
        "posts": sorted(map(repr, read.candidacies)),
        "findings": to_data(dict(read.findings.by_person)),
        "council": to_data(read.council),
        "examples": to_data(read.examples),
        "models": to_data(read.models),
        "unclear": sorted(read.unclear),
        "duties": to_data(read.duties),
    }
    return fingerprint(_without_places(told))


def _without_places(data: Any) -> Any:
    """Return data without places: a row says the same wherever it stands."""
    if isinstance(data, Mapping):
        kept = {key: one for key, one in data.items() if key != "place"}
        return {key: _without_places(one) for key, one in kept.items()}
    return [_without_places(one) for one in data] if isinstance(data, list) else data


def dump_follow(run: FollowRun) -> str:
    """Write the proposals as JSON text, ready to be compared byte by byte."""
    followed = run.followed
    told = {
        "hospital": run.hospital,
        "year": run.year,
        "library": run.library,
        "scored": run.scored,
        "classified": run.classified,
        "inputs": run.inputs,
        "laws": {id_: law.sha256 for id_, law in run.laws.items()},
        "subjects": [to_data(one) for one in followed.dossiers],
        "early_steps": to_data(followed.early),
        "duties": [to_data(one) for one in followed.duties],
        "figures": [
            {"criterion": criterion, "figure": name, "count": count}
            for (criterion, name), count in feeds(followed.duties).items()
        ],
        "vote": _without_places(to_data(followed.session.vote))
        if followed.session.vote
        else None,
        "faults": [to_data(one) for one in run.faults],
    }
    data = {
        "schema_version": SCHEMA_VERSION,
        "fingerprint": run.fingerprint,
        "digest": digest_of(told),
        "proposals": told,
    }
    return f"{written(data)}\n"
