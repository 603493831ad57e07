"""What holds for every list, whoever stands on it."""

from itertools import combinations

from hypothesis import assume, given
from hypothesis import strategies as st

from danvan_eval.ranking import rank, standing, why_not
from danvan_eval.scoring import score
from danvan_eval.testing.strategies import dossiers_for, gaps_in, packs, rosters_for

CODES = ("K01", "K02", "K03", "K04", "K05")
SMALL = {"most": 2}
NOT_OUT = (None, "incomplete")


@st.composite
def rosters(draw, **fixed):
    """Draw a pack and the sheets of some subjects, complete or not."""
    made = draw(packs(**SMALL, **fixed))
    return made, draw(rosters_for(made))


@st.composite
def yearends(draw):
    """Draw a pack, complete dossiers, and the same ones with gaps."""
    made = draw(packs(**SMALL))
    codes = CODES[: draw(st.integers(1, len(CODES)))]
    complete = [draw(dossiers_for(made, code)) for code in codes]
    gaps = [draw(gaps_in(made, one)) for one in complete]
    return made, [
        [score(made, one) for one in dossiers] for dossiers in (complete, gaps)
    ]


def ranks(ranking):
    return {
        row.sheet.subject.code: row.rank
        for block in ranking.blocks
        for row in block.ranked
    }


def order(ranking):
    """Every pair of a block with who stands before whom."""
    return {
        (one.sheet.subject.code, two.sheet.subject.code): (one.rank > two.rank)
        - (one.rank < two.rank)
        for block in ranking.blocks
        for one in block.ranked
        for two in block.ranked
    }


class TestOrder:
    @given(roster=rosters(), data=st.data())
    def test_the_order_of_the_rows_decides_nothing(self, roster, data):
        made, sheets = roster

        assert rank(made, sheets) == rank(made, data.draw(st.permutations(sheets)))

    @given(roster=rosters(), data=st.data())
    def test_who_leaves_turns_no_two_others_round(self, roster, data):
        made, sheets = roster
        assume(sheets)
        gone = data.draw(st.sampled_from(sheets))
        before = order(rank(made, sheets))
        after = order(rank(made, [one for one in sheets if one is not gone]))

        assert after == {pair: before[pair] for pair in after}

    @given(roster=rosters())
    def test_everybody_stands_on_one_list_once(self, roster):
        made, sheets = roster
        listed = [
            row.sheet.subject.code
            for block in rank(made, sheets).blocks
            for row in (*block.ranked, *block.not_ranked)
        ]

        assert sorted(one.subject.code for one in sheets) == sorted(listed)

    @given(roster=rosters())
    def test_equal_standing_shares_a_rank_and_higher_standing_is_before(self, roster):
        made, sheets = roster
        for block in rank(made, sheets).blocks:
            for one, two in combinations(block.ranked, 2):
                at = [standing(made.scheme, row.sheet) for row in (one, two)]

                assert (at[0] == at[1]) == (one.rank == two.rank)
                assert (at[0] > at[1]) == (one.rank < two.rank)

    @given(roster=rosters(rank_style="competition"))
    def test_a_place_of_a_competition_is_one_more_than_stand_before(self, roster):
        for block in rank(*roster).blocks:
            for row in block.ranked:
                before = sum(other.rank < row.rank for other in block.ranked)

                assert 1 + before == row.rank

    @given(roster=rosters(rank_style="dense"))
    def test_dense_places_run_from_one_without_a_gap(self, roster):
        for block in rank(*roster).blocks:
            places = {row.rank for row in block.ranked}

            assert set(range(1, len(places) + 1)) == places

    @given(roster=rosters())
    def test_who_is_tied_is_marked_and_nobody_else(self, roster):
        for block in rank(*roster).blocks:
            for row in block.ranked:
                equals = sum(other.rank == row.rank for other in block.ranked)

                assert row.tied == (equals > 1)


class TestBlocks:
    @given(roster=rosters(quotas=()))
    def test_other_blocks_do_not_matter(self, roster):
        made, sheets = roster
        whole = rank(made, sheets)
        for block, _ in made.scheme.blocks:
            alone = rank(made, [one for one in sheets if one.subject.block == block])

            assert alone.block(block) == whole.block(block)

    @given(roster=rosters())
    def test_why_somebody_has_no_rank_follows_from_the_sheet_alone(self, roster):
        found = {
            row.sheet.subject.code: row.why
            for block in rank(*roster).blocks
            for row in block.not_ranked
        }

        assert found == {
            one.subject.code: why for one in roster[1] if (why := why_not(one))
        }


class TestPossibleRanks:
    @given(yearend=yearends())
    def test_the_final_rank_is_one_of_the_possible_ones(self, yearend):
        made, (complete, open_) = yearend
        final = rank(made, complete)
        before = {
            row.sheet.subject.code: row.possible
            for block in rank(made, open_).blocks
            for row in (*block.ranked, *block.not_ranked)
            if row.possible is not None
        }
        settled = [
            block
            for block in final.blocks
            if all(row.why != "incomplete" for row in block.not_ranked)
        ]
        for block in settled:
            for row in block.ranked:
                best, worst = before[row.sheet.subject.code]

                assert best <= row.rank <= worst

    @given(roster=rosters())
    def test_where_nobody_is_incomplete_the_rank_is_the_only_possible_one(self, roster):
        for block in rank(*roster).blocks:
            if any(row.why == "incomplete" for row in block.not_ranked):
                continue

            assert all((row.rank, row.rank) == row.possible for row in block.ranked)

    @given(roster=rosters())
    def test_possible_ranks_lie_within_the_list(self, roster):
        for block in rank(*roster).blocks:
            listed = len(block.ranked) + sum(
                row.why == "incomplete" for row in block.not_ranked
            )
            for row in (*block.ranked, *block.not_ranked):
                if row.possible is not None:
                    assert 1 <= row.possible[0] <= row.possible[1] <= listed


class TestQuotas:
    @given(roster=rosters())
    def test_a_quota_moves_nobodys_rank_total_or_grade(self, roster):
        made, sheets = roster
        ranking = rank(made, sheets)
        rows = [row for block in ranking.blocks for row in block.ranked]

        assert all(row.sheet in sheets for row in rows)
        assert {row.sheet.subject.code: row.rank for row in rows} == ranks(ranking)

    @given(roster=rosters())
    def test_of_the_grade_no_more_are_proposed_than_there_are_slots(self, roster):
        ranking = rank(*roster)
        each = [([block], one) for block in ranking.blocks for one in block.quotas]
        for blocks, made in [*each, *((ranking.blocks, one) for one in ranking.quotas)]:
            rows = [row for block in blocks for row in block.ranked]
            proposed = [row.proposed for row in rows if row.sheet.grade is not None]

            assert proposed.count(made.grade) == len(made.granted) <= made.slots
            assert proposed.count(None) == len(made.contested)

    @given(roster=rosters())
    def test_whoever_may_yet_reach_the_grade_is_waiting_for_it(self, roster):
        """An open grade is neither granted nor out of the running."""
        ranking = rank(*roster)
        each = [([block], one) for block in ranking.blocks for one in block.quotas]
        for blocks, made in [*each, *((ranking.blocks, one) for one in ranking.quotas)]:
            rows = [
                row for block in blocks for row in (*block.ranked, *block.not_ranked)
            ]
            sheets = [row.sheet for row in rows if why_not(row.sheet) in NOT_OUT]
            open_ = [sheet for sheet in sheets if sheet.grade is None or why_not(sheet)]

            assert set(made.waiting) == {
                sheet.subject.code for sheet in open_ if made.grade in sheet.grades
            }
            assert not {*made.waiting} & {*made.granted, *made.contested, *made.refused}
