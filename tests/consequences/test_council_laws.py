"""Laws of a vote, whatever the council and its ballots."""

import typing
from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

from danvan_eval.consequences import ballots as ballots_module
from danvan_eval.consequences import council as council_module
from danvan_eval.consequences import minutes, overrides
from danvan_eval.consequences.ballots import Ballots, Voters, disagreements
from danvan_eval.consequences.council import Vote
from danvan_eval.consequences.members import Council, Member, Recusal, Share
from danvan_eval.consequences.proposal import Standing
from helpers.councils import CANDIDATE, FLAG, NATIONAL, OWN, codes, only, vote

PRESENCES = st.sampled_from([True, True, True, False, None])
RECUSALS = st.sampled_from([None, (), (Recusal(CANDIDATE),), (Recusal("NV0777"),)])
BASES = st.sampled_from(["members", "returned"])
RATIOS = st.fractions(Fraction(1, 20), 1, max_denominator=20)
ORDER = [Standing.NOT_MET, Standing.NOT_ENOUGH_DATA, Standing.PROPOSED]


@st.composite
def councils(draw, most=12):
    """Draw a council that may have the candidate on it."""
    size = draw(st.integers(1, most))
    codes_ = [f"HD{nth}" for nth in range(size)]
    if draw(st.booleans()):
        codes_[draw(st.integers(0, size - 1))] = CANDIDATE
    members = (
        Member(code, "member", draw(PRESENCES), draw(RECUSALS)) for code in codes_
    )
    return Council(tuple(members))


@st.composite
def counted(draw, voters, award=OWN):
    """Draw ballots that add up, of a council that had so many voters."""
    issued = draw(st.integers(0, voters))
    returned = draw(st.integers(0, issued))
    valid = draw(st.integers(0, returned))
    yes = draw(st.integers(0, valid))
    no = draw(st.integers(0, valid - yes))
    rest = returned - valid, yes, no, valid - yes - no
    return Ballots(CANDIDATE, award, issued, returned, valid, *rest)


@st.composite
def sessions(draw, award=OWN):
    """Draw a council with ballots that add up, and a share that may be asked."""
    council = draw(councils())
    voters = council.voters(CANDIDATE).least
    line = draw(counted(voters, award))
    return council, line, {award: Share(draw(RATIOS), "Điều 8", draw(BASES))}


def standing(council, line, adopted):
    return only(vote(line, council=council, adopted=adopted)).standing


@given(sessions())
def test_ballots_that_add_up_are_always_taken(session):
    council, line, adopted = session

    assert isinstance(vote(line, council=council, adopted=adopted), Vote)


@given(
    st.lists(st.integers(-1, 4), min_size=7, max_size=7),
    st.integers(0, 4),
)
def test_counts_are_taken_exactly_when_they_add_up(numbers, voters):
    issued, returned, valid, invalid, yes, no, blank = numbers
    consistent = (
        min(numbers) >= 0
        and issued <= voters
        and returned <= issued
        and valid + invalid == returned
        and yes + no + blank == valid
    )

    found = disagreements(Ballots(CANDIDATE, OWN, *numbers), Voters(voters, voters))

    assert consistent == (not found)


@given(sessions())
def test_one_more_in_favour_never_loses(session):
    council, line, adopted = session
    for other in ("no", "blank"):
        if getattr(line, other):
            turned = {"yes": line.yes + 1, other: getattr(line, other) - 1}
            more = attrs.evolve(line, **turned)
            before, after = (standing(council, one, adopted) for one in (line, more))
            assert ORDER.index(before) <= ORDER.index(after)


@given(sessions())
def test_one_more_ballot_in_favour_never_loses(session):
    council, line, adopted = session
    if line.issued < council.voters(CANDIDATE).least and line.returned:
        names = ("issued", "returned", "valid", "yes")
        more = attrs.evolve(line, **{one: getattr(line, one) + 1 for one in names})

        before, after = (standing(council, one, adopted) for one in (line, more))

        assert ORDER.index(before) <= ORDER.index(after)


@given(councils(), st.integers(0, 14))
def test_candidates_never_vote_on_themselves(council, issued):
    entitled = [one for one in council.members if one.code != CANDIDATE]
    able = sum(one.present is not False for one in entitled)
    line = Ballots(CANDIDATE, OWN, issued, issued, issued, 0, issued, 0, 0)

    found = vote(line, council=council)

    if isinstance(found, Vote):
        assert issued <= able
        own = {CANDIDATE} & {one.code for one in council.members}
        assert own <= set(only(found).recused)
    elif issued > able:
        assert "DV-D402" in codes(found)


@given(st.data(), st.sampled_from([NATIONAL, FLAG]))
def test_the_share_of_the_law_is_of_all_members_whoever_came(data, award):
    council, line, _ = data.draw(sessions(award))
    numerator = {NATIONAL: 9, FLAG: 8}[award]

    found = standing(council, line, {})

    met = 10 * line.yes >= numerator * len(council.members)
    assert (Standing.PROPOSED if met else Standing.NOT_MET) is found


@given(sessions(), st.randoms())
def test_the_order_of_members_changes_nothing(session, rng):
    council, line, adopted = session
    shuffled = list(council.members)
    rng.shuffle(shuffled)

    again = standing(Council(tuple(shuffled)), line, adopted)

    assert standing(council, line, adopted) is again


SCORING = {"scoring", "ranking", "points", "totals", "grading", "runs", "trace"}
RECORDS = (
    ballots_module.Ballots,
    council_module.Vote,
    council_module.Outcome,
    minutes.Minutes,
    overrides.Override,
    overrides.Item,
)


def _reached(kind, seen):
    """Return every class that a record of this kind can hold."""
    for part in typing.get_args(kind):
        _reached(part, seen)
    if isinstance(kind, type) and kind not in seen:
        seen.add(kind)
        if attrs.has(kind):
            attrs.resolve_types(kind)
            for field in attrs.fields(kind):
                _reached(field.type, seen)
    return seen


def test_no_record_of_a_vote_can_hold_a_score():
    held = {one for kind in RECORDS for one in _reached(kind, set())}

    assert not {one for one in held if one.__module__.rpartition(".")[2] in SCORING}
    assert Fraction not in held
    assert "Span" not in {one.__name__ for one in held}
