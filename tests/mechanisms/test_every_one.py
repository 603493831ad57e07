"""Every mechanism of the taxonomy has its case here, and says how it is written."""

import ast
import re
from pathlib import Path

HERE = Path(__file__).parent
SECTIONS = {
    "3A": [*range(1, 13), *range(16, 19), *range(21, 24)],
    "3B": range(24, 32),
    "3C": range(33, 42),
    "3D": range(42, 51),
    "3E": range(51, 65),
    "3F": [*range(67, 70), *range(72, 75)],
    "3I": range(92, 95),
}
HOW = {
    "M01": (
        "Kind yes_no; an unanswered fact is unknown.",
        "test_met_is_all_the_points_and_unanswered_is_not_unmet",
    ),
    "M02": (
        "Kind levels; each has a share of 0…1, and two may share one.",
        "test_one_level_is_chosen_and_two_may_be_worth_the_same",
    ),
    "M03": (
        "Kind bands, or a proportion under the printed steps of the scheme.",
        "test_percentage_bands_have_exact_edges",
    ),
    "M04": (
        "Kind proportion, with a rounding of the points in the scheme.",
        "test_a_proportion_is_put_on_the_grid_the_way_it_says",
    ),
    "M05": (
        "Kind all_or_nothing with target 1.",
        "test_one_absent_of_three_misses_a_target_of_all",
    ),
    "M06": (
        "Kind per_count with its cap.",
        "test_each_model_gains_and_the_cap_holds",
    ),
    "M07": (
        "Kind per_incident, or per_shortfall where sessions are expected.",
        "test_each_incident_costs_and_none_goes_below_nothing",
    ),
    "M08": (
        "Kind requirement_plus, held between 0 and the maximum.",
        "test_lapses_take_quality_gives_and_the_maximum_holds",
    ),
    "M09": (
        "Kind timeliness, its last day inclusive or not, in working days.",
        "test_before_a_day_leaves_it_out_and_five_working_days_leave_weekends_out",
    ),
    "M10": (
        "Kind k_of_n over named members.",
        "test_members_of_a_set_have_names_and_not_only_a_number",
    ),
    "M11": (
        "Kind average over the events, and on_zero where there were none.",
        "test_events_are_averaged_and_none_of_them_is_not_nothing_over_nothing",
    ),
    "M12": (
        "Kind change, one part per index, and on_first for a first year.",
        "test_rising_three_places_gains_and_a_first_year_follows_what_is_declared",
    ),
    "M16": (
        "Kind survey, by the metric's name and a least sample.",
        "test_a_survey_counts_by_its_named_metric_from_a_least_sample_on",
    ),
    "M17": (
        "Kind imported, with number, date and version of the source.",
        "test_an_imported_result_needs_the_document_it_stands_in",
    ),
    "M18": (
        "Kind direct; who, when and why are one text.",
        "test_an_appraiser_gives_any_score_and_says_why",
    ),
    "M21": (
        "A group of the superior whose evidence is missing until the appraisal.",
        "test_what_is_reserved_for_the_superior_is_open_until_the_appraisal",
    ),
    "M22": (
        "Kind bands with urged, no higher than urged_to.",
        "test_urging_in_writing_lifts_by_one_band",
    ),
    "M23": (
        "Kind per_product over failures without excuse.",
        "test_every_product_pays_for_its_own_failures_only",
    ),
    "M24": (
        'on_zero = "full", and the zero must be said.',
        "test_no_event_gives_full_points_only_when_it_is_said",
    ),
    "M25": (
        'may_decline on the evidence and excluded = "rescale".',
        "test_what_was_not_assigned_leaves_and_the_rest_is_renormalised",
    ),
    "M26": (
        'Kind survey with on_small_sample = "not_applicable" and re-scaling.',
        "test_without_a_survey_the_rest_is_brought_to_a_hundred_before_the_grade",
    ),
    "M27": (
        "The register counts what fell due and notes each case left out by its id.",
        "test_the_denominator_leaves_out_what_is_not_yet_due_and_names_it",
    ),
    "M28": (
        "on_zero, which every ratio must be given.",
        "test_nothing_over_nothing_is_settled_criterion_by_criterion",
    ),
    "M29": (
        "not_eligible on subject.service_days and subject.worked_percent.",
        "test_under_six_months_or_half_the_days_there_is_no_rating",
    ),
    "M30": (
        "not_eligible on subject.absent_days, in which maternity is never counted.",
        "test_maternity_closes_no_door_and_loses_no_time",
    ),
    "M31": (
        "only at a criterion of the scheme, or applies at its version.",
        "test_each_kind_of_department_has_a_rubric_of_its_own",
    ),
    "M33": (
        "A part with zeroes = true, or a [[zero]] of the scheme.",
        "test_a_level_takes_the_whole_criterion_with_it",
    ),
    "M34": (
        "Kind best_level.",
        "test_only_the_highest_of_the_levels_counts",
    ),
    "M35": (
        "A bonus with at_most equal to per, or with a when.",
        "test_what_happens_again_is_counted_once_a_year",
    ),
    "M36": (
        "Refused when loaded: scored evidence earns no bonus without double.",
        "test_a_fact_scored_in_one_group_earns_nothing_in_another",
    ),
    "M37": (
        "double = true with its reason.",
        "test_a_deliberate_double_effect_is_written_down",
    ),
    "M38": (
        "Kind k_of_n of five, worth nothing when one is missing.",
        "test_a_model_counts_when_all_five_conditions_hold",
    ),
    "M39": (
        "A composite whose papers are a part with zeroes = true.",
        "test_an_initiative_counts_with_its_number_date_and_file",
    ),
    "M40": (
        "A count of what was found true; under verification it is one of several.",
        "test_a_complaint_counts_when_it_is_found_to_be_true",
    ),
    "M41": (
        "zero, deduction and drop on one count, lowest on the count of repeats.",
        "test_false_evidence_zeroes_deducts_and_lowers",
    ),
    "M42": (
        "A bonus with [clamp] bonus_at_most and at_most.",
        "test_a_bonus_on_top_stops_at_its_cap",
    ),
    "M43": (
        "[clamp] bonus_inside = true.",
        "test_a_bonus_inside_the_hundred_is_needed_for_it",
    ),
    "M44": (
        "A bonus without a clamp.",
        "test_an_uncapped_bonus_passes_the_hundred",
    ),
    "M45": (
        "Deductions with at_most each, and deduction_at_most over all.",
        "test_each_deduction_has_a_cap_and_their_sum_another",
    ),
    "M46": (
        "A deduction when the share of the criterion is below 1.",
        "test_not_done_is_nothing_and_a_deduction_as_well",
    ),
    "M47": (
        "Kind timeliness over the day of handing in, and a deduction by its share.",
        "test_a_self_score_handed_in_late_is_deducted_by_itself",
    ),
    "M48": (
        "Kind timeliness with per_day and never.",
        "test_each_day_late_costs_and_never_is_nothing",
    ),
    "M49": (
        "A deduction when a flag is false.",
        "test_an_emulation_that_was_not_launched_costs_eight_of_a_thousand",
    ),
    "M50": (
        "[clamp] at_least and at_most, or none.",
        "test_the_total_has_the_floor_and_the_ceiling_that_are_declared",
    ),
    "M51": (
        "[[grade]] from, down to 0.",
        "test_a_total_has_the_grade_of_the_band_it_lies_in",
    ),
    "M52": (
        "[[floor]] every, one for each grade.",
        "test_every_criterion_has_a_floor_for_each_grade",
    ),
    "M53": (
        "[[floor]] group with share, and caps below a number.",
        "test_one_group_has_a_floor_and_a_least_number",
    ),
    "M54": (
        "Caps on figures below what a grade demands.",
        "test_side_conditions_hold_the_grade_down",
    ),
    "M55": (
        "[[cap]]; of several the lowest holds.",
        "test_of_several_caps_the_lowest_holds",
    ),
    "M56": (
        "[[drop]] grades, always after the caps.",
        "test_a_drop_lowers_by_one_and_never_below_the_lowest",
    ),
    "M57": (
        "[[lowest]].",
        "test_discipline_forces_the_lowest_whatever_the_points",
    ),
    "M58": (
        "[[not_eligible]]: no rank, and a list of its own.",
        "test_not_eligible_is_not_the_lowest_grade",
    ),
    "M59": (
        "[[not_eligible]] on a flag; the score is shown.",
        "test_a_gate_that_is_shut_still_shows_the_score",
    ),
    "M60": (
        "[head], with the department scored first.",
        "test_a_head_stands_on_no_grade_above_the_department",
    ),
    "M61": (
        "By composition: score those below, count them, cap the unit by the number.",
        "test_a_subordinate_at_the_bottom_blocks_the_top_of_the_unit_above",
    ),
    "M62": (
        "[[quota]] with its base, its rounding and what lies beyond.",
        "test_a_quarter_of_those_rated_rounded_down",
    ),
    "M63": (
        "[[ranking.tie_break]] by bonus, deduction, group or criterion.",
        "test_equal_totals_are_told_apart_by_the_chain_and_never_by_the_alphabet",
    ),
    "M64": (
        "People decide, outside: the proposal is kept apart and never written over.",
        "test_points_open_the_door_and_people_decide",
    ),
    "M67": (
        "[[block]].",
        "test_each_block_has_a_first_place_of_its_own",
    ),
    "M68": (
        "[[not_eligible]]: the next keep their places.",
        "test_who_is_not_considered_has_no_place_and_takes_none",
    ),
    "M69": (
        "[ranking] style.",
        "test_the_places_after_a_tie_are_declared",
    ),
    "M72": (
        "One row of the register is a figure of the unit and of the person.",
        "test_one_incident_hits_the_unit_and_the_person_once_each",
    ),
    "M73": (
        "The register counts by the day and the department of the act.",
        "test_an_act_counts_in_its_own_year_and_department",
    ),
    "M74": (
        'compare = "points", "percent" or "refuse".',
        "test_where_maxima_differ_points_or_percent_is_declared",
    ),
    "M92": (
        "round with step and mode, at a criterion or at the scheme.",
        "test_points_are_rounded_where_and_how_it_is_written_and_nowhere_else",
    ),
    "M93": (
        "[assumed] with a reason; every result carries the share.",
        "test_every_result_says_how_much_of_it_is_assumed",
    ),
    "M94": (
        "Versions by reading, one of which the scheme chooses.",
        "test_an_open_wording_is_scored_by_the_reading_that_is_chosen",
    ),
}
NUMBERS = [f"M{n:02}" for numbers in SECTIONS.values() for n in numbers]


def docstrings():
    """Return what the docstring of each other test of this folder says."""
    trees = [
        ast.parse(file.read_text("utf-8"))
        for file in HERE.glob("test_*.py")
        if file != Path(__file__)
    ]
    return {
        one.name: ast.get_docstring(one) or ""
        for tree in trees
        for one in tree.body
        if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")
    }


def test_every_mechanism_is_in_the_table_and_nothing_else_is():
    assert NUMBERS == list(HOW)


def test_the_test_that_is_named_for_a_mechanism_is_about_it():
    told = docstrings()
    named = {
        number: told.get(test, "there is none") for number, (_, test) in HOW.items()
    }

    assert {} == {number: text for number, text in named.items() if number not in text}


def test_every_test_here_names_its_mechanism():
    found = {
        test: set(re.findall(r"M\d\d", text)) for test, text in docstrings().items()
    }

    assert [] == [test for test, numbers in found.items() if not numbers]
    assert set(NUMBERS) == set().union(*found.values())


def test_how_it_is_written_is_one_sentence():
    assert all(re.fullmatch(r"[^\n]{5,80}\.", how) for how, _ in HOW.values())
