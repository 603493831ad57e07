"""What is usual in Bệnh viện Mẫu, and what does the hospital say of itself?"""

from collections.abc import Mapping
from typing import Final

from .plan import Figures

USUAL: Final = {
    "C02.deployment_minutes": "x",
    "C02.employees_assigned": "-0",
    "C02.plan_items": "Việc cụ thể; Người phụ trách; Thời hạn; Sản phẩm, kết quả phải có",
    "C03.sessions_held": "4",
    "C03.sessions_planned": "4",
    "C03.joint_held": "2",
    "C03.joint_planned": "2",
    "C05.scheduled": "12",
    "C05.held": "12",
    "C05.excused": "0",
    "C06.held_at_place": "0",
    "C06.cases_needing": "0",
    "C08.closed": "0",
    "C08.backlog": "0",
    "C09.shifts_covered": "24",
    "C09.shifts_assigned": "24",
    "C09.test_answered": "4",
    "C09.test_calls": "4",
    "C09.entries_closed": "3",
    "C09.entries_due": "3",
    "C10.box_present": "x",
    "C10.openings_held": "12",
    "C10.openings_scheduled": "12",
    "C10.letters_answered": "6",
    "C10.letters_received": "6",
    "C24.grievances_on_time": "8",
    "C24.grievances_raised": "8",
    "C12.attitude_rate": "95%",
    "C12.attitude_forms": "120",
    "C13.satisfied_rate": "92%",
    "C13.forms": "120",
    "C21.meeting_held": "x",
    "C21.items_published": "8",
    "C21.items_due": "8",
    "C30.items_posted": "10",
    "C30.items_required": "10",
    "C30.requests_on_time": "1",
    "C30.requests_due": "1",
    "C30.website_posted": "0",
    "C30.website_required": "0",
    "C35.opinions_answered": "5",
    "C35.opinions_received": "5",
    "C17.tasks_on_time": "4",
    "C17.tasks_due": "4",
    "C18.tasks_done": "4",
    "C18.tasks_due": "4",
    "C28.training_done": "3",
    "C28.training_planned": "3",
    "C20.papers_on_time": "20",
    "C20.papers_assigned": "20",
    "C29.report_sent_on": "08/11/2024",
    "C29.report_never_sent": "",
    "C29.reminders": "0",
}
HEADS: Final = {
    "C05.scheduled": "12",
    "C05.held": "12",
    "C05.excused": "0",
    "C06.chaired": "1",
    "C06.to_chair": "1",
    "C31.sessions_in_person": "12",
    "C31.sessions_held": "12",
    "C31.directing_documents": "4",
    "C34.checks_done": "4",
    "C34.checks_planned": "4",
    "C34.findings_fixed": "2",
    "C34.findings_due": "2",
}
OWN: Final = {
    "C02.plan_issued": "x",
    "C02.plan_items": USUAL["C02.plan_items"],
    "C03.documents_adopted": "4",
    "C03.documents_to_adopt": "5",
    "C03.units_covered": "27",
    "C03.units_all": "30",
    "C05.scheduled": "48",
    "C05.held": "47",
    "C05.excused": "0",
    "C09.shifts_covered": "362",
    "C09.shifts_assigned": "366",
    "C09.test_answered": "11",
    "C09.test_calls": "12",
    "C09.entries_closed": "24",
    "C09.entries_due": "25",
    "C13.satisfied_rate": "91,4%",
    "C13.forms": "1280",
    "C32.culture_plan_done": "x",
    "C21.papers": "Quy chế dân chủ đang có hiệu lực; "
    "Danh mục nội dung phải công khai, phải bàn; "
    "Biên bản hội nghị viên chức, người lao động của năm",
    "C21.union_papers": "Quy chế phối hợp đang có hiệu lực",
    "C21.supervisions_done": "4",
    "C21.supervisions_planned": "4",
    "C21.advised_done": "2",
    "C21.advised": "3",
    "C21.items_published": "12",
    "C21.items_due": "12",
    "C30.items_posted": "13",
    "C30.items_required": "14",
    "C35.directive_tasks_done": "3",
    "C35.directive_tasks": "3",
    "C17.tasks_on_time": "9",
    "C17.tasks_due": "10",
    "C18.tasks_done": "7",
    "C18.tasks_due": "8",
    "C18.funds_given": "450",
    "C18.funds_planned": "500",
    "C33.reviewed": "x",
    "C33.changes_done": "2",
    "C33.changes_decided": "2",
    "C33.staff_plan": "x",
    "C29.report_sent_on": "08/11/2024",
    "C29.report_never_sent": "",
    "C29.periodic_on_time": "4",
    "C29.periodic_due": "4",
    "C29.adhoc_on_time": "2",
    "C29.adhoc_due": "3",
    "C34.checks_done": "30",
    "C34.checks_planned": "30",
    "C34.findings_fixed": "11",
    "C34.findings_due": "12",
    "C34.acts_handled": "4",
    "C34.acts_concluded": "4",
    "C37.self_scored": "x",
    "C37.posted": "x",
    "C37.basis_shown": "x",
    "C37.independent": "không",
    "C37.commented": "x",
}

FEEDBACK: Final = {"feedback": (4, 4)}
HALF: Final = {"feedback": (10, 9)}
MIXED: Final = {"feedback": (3, 3), "complaint": (1, 0)}
LATE: Final = {"feedback": (3, 1), "proposal": (1, 0)}
EVERY_KIND: Final = {
    "feedback": (12, 12),
    "complaint": (2, 2),
    "proposal": (3, 3),
    "denunciation": (1, 1),
}
NO_LETTERS: Final = {"C10.letters_answered": "0", "C10.letters_received": "0"}


def fair(count: int, *, documents: int = 0) -> Mapping[str, int]:
    """Return so many who were reached by little, and of them who did not study."""
    return {
        "documents": documents,
        "C02.present": count,
        "C03.policy_reached": count,
        "C32.reached": count // 2,
        "C32.signed": count,
        "C25.hcm_registered": count // 3,
        "C25.hcm_done": count,
        "C35.contributed": count,
    }


def box(openings: str, received: str, answered: str) -> Figures:
    """Return what became of the suggestion box."""
    return {
        "C10.openings_held": openings,
        "C10.letters_received": received,
        "C10.letters_answered": answered,
    }
