"""What did Bệnh viện Nhi Mẫu and its departments do in that made-up year?"""

from collections.abc import Mapping
from functools import partial
from typing import Final

from .plan import Unit

MOTTO: Final = "Được biết; Được bàn; Cùng làm; Được kiểm tra; Được giám sát; "
RECEPTION: Final = (
    "Quy chế tiếp công dân; Nội dung tiếp công dân; Lịch trình tiếp công dân; "
    "Quy chế đối thoại; Nội dung đối thoại; Lịch trình đối thoại"
)
CONDUCT: Final = (
    "Quy định tiêu chuẩn; Quy tắc ứng xử; Quy định về thái độ phục vụ người dân"
)
USUAL: Final = {
    "C02.deployment_minutes": "x",
    "C02.tasks_in_plan": "x",
    "C03.documents_deployed": "4",
    "C03.documents_received": "4",
    "C05.scheduled": "12",
    "C05.held": "12",
    "C05.excused": "0",
    "C06.dialogues_held": "2",
    "C06.dialogues_planned": "2",
    "C24.staff_answered": "5",
    "C24.staff_raised": "5",
    "C24.patients_answered": "10",
    "C24.patients_raised": "10",
    "C24.meetings_held": "4",
    "C24.meetings_scheduled": "4",
    "C12.attitude_rate": "94%",
    "C12.attitude_forms": "90",
    "C13.satisfied_rate": "91,5%",
    "C13.forms": "90",
    "C13.previous_rate": "90%",
    "C13.no_comparison": "",
    "C19.tasks_on_time": "38",
    "C19.tasks_assigned": "40",
    "C15.alive": "1",
    "C15.earlier": "1",
    "C15.taken_up": "0",
    "C16.found": "1",
    "C16.nurtured": "1",
    "C25.emulation_clinical": "x",
    "C21.motto": f"{MOTTO}Được thụ hưởng",
    "C21.meeting_held": "x",
    "C21.items_published": "8",
    "C21.items_due": "8",
    "C22.saved": "12",
    "C22.saving_target": "12",
    "C30.items_posted": "10",
    "C30.items_required": "10",
    "C35.opinions_answered": "4",
    "C35.opinions_received": "4",
    "C17.tasks_on_time": "4",
    "C17.tasks_due": "4",
    "C17.steps_cut": "1",
    "C17.steps_registered": "1",
    "C18.tasks_done": "4",
    "C18.tasks_due": "4",
    "C18.records_electronic": "460",
    "C18.records_total": "500",
    "C28.dan_van_sent": "2",
    "C28.dan_van_quota": "2",
    "C28.democracy_sent": "2",
    "C28.democracy_quota": "2",
    "C28.ethnic_sent": "0",
    "C28.ethnic_quota": "0",
    "C28.religion_sent": "0",
    "C28.religion_quota": "0",
    "C28.supervised_done": "0",
    "C28.supervised_due": "0",
    "C20.papers_on_time": "20",
    "C20.papers_assigned": "20",
    "C27.handled_in_time": "2",
    "C27.achievements_due": "2",
}
HEADS: Final = {
    "C05.scheduled": "12",
    "C05.held": "12",
    "C05.excused": "0",
    "C06.chaired": "2",
    "C06.to_chair": "2",
    "C24.staff_answered": "5",
    "C24.staff_raised": "5",
    "C24.meetings_held": "4",
    "C24.meetings_scheduled": "4",
    "C26.programme_assessed_by_head": "-0",
    "C26.people_to_assess": "-0",
    "C26.directive_assessed_by_head": "-0",
    "C27.handled_in_time": "2",
    "C27.achievements_due": "2",
    "C31.sessions_in_person": "12",
    "C31.sessions_held": "12",
    "C31.directing_documents": "4",
    "C34.findings_fixed": "2",
    "C34.findings_due": "2",
}
OWN: Final = {
    "C02.plan_issued": "x",
    "C03.content_follows": "x",
    "C03.documents_deployed": "5",
    "C03.documents_received": "5",
    "C04.issued": RECEPTION,
    "C05.scheduled": "48",
    "C05.held": "48",
    "C05.excused": "0",
    "C06.dialogues_held": "4",
    "C06.dialogues_planned": "4",
    "C06.dialogues_last_year": "3",
    "C06.no_last_year": "",
    "C24.meetings_held": "12",
    "C24.meetings_scheduled": "12",
    "C11.issued": CONDUCT,
    "C13.satisfied_rate": "91,2%",
    "C13.forms": "640",
    "C13.previous_rate": "90,8%",
    "C13.no_comparison": "",
    "C15.alive": "4",
    "C15.earlier": "5",
    "C15.taken_up": "2",
    "C15.shared": "3",
    "C15.fields_reached": "2",
    "C15.fields_registered": "2",
    "C21.papers": "Quy chế dân chủ đang có hiệu lực; "
    "Danh mục nội dung phải công khai, phải bàn; "
    "Biên bản hội nghị viên chức, người lao động của năm",
    "C21.motto": f"{MOTTO}Được thụ hưởng",
    "C21.items_published": "11",
    "C21.items_due": "12",
    "C22.saved": "180",
    "C22.saving_target": "200",
    "C30.items_posted": "14",
    "C30.items_required": "14",
    "C17.tasks_on_time": "9",
    "C17.tasks_due": "10",
    "C17.steps_cut": "3",
    "C17.steps_registered": "4",
    "C18.tasks_done": "6",
    "C18.tasks_due": "8",
    "C18.funds_given": "300",
    "C18.funds_planned": "300",
    "C33.reviewed": "x",
    "C33.changes_done": "2",
    "C33.changes_decided": "2",
    "C26.decisions_on_rules": "18",
    "C26.staff_decisions": "20",
    "C29.periodic_on_time": "4",
    "C29.periodic_due": "4",
    "C34.checks_done": "15",
    "C34.checks_planned": "15",
    "C34.findings_fixed": "7",
    "C34.findings_due": "8",
}

FEEDBACK: Final = {"feedback": (5, 5)}
HALF: Final = {"feedback": (10, 9)}
LATE: Final = {"feedback": (3, 1), "proposal": (2, 2)}
NO_COMPARISON: Final = {"C13.previous_rate": "", "C13.no_comparison": "có"}
CLINICAL: Final = partial(Unit, block="lam-sang")
SERVICE: Final = partial(Unit, block="can-lam-sang")
OFFICE: Final = partial(Unit, block="chuc-nang")


def fair(count: int, *, documents: int = 0) -> Mapping[str, int]:
    """Return so many who did little, and how many of them did not study."""
    return {
        "documents": documents,
        "C02.did_task": count,
        "C03.law_reached": count // 2,
        "C32.signed": count,
        "C25.emulation_met": count,
        "C25.hcm_registered": count // 2,
        "C25.hcm_done": count,
        "C35.contributed": count,
        "C26.programme_assessed": count,
        "C19.tasks_on_time": count,
        "C28.dan_van_sent": count,
    }


UNITS: Final = {
    "K01": CLINICAL(
        "Khoa Khám bệnh",
        figures={
            "C12.attitude_rate": "96,5%",
            "C12.attitude_forms": "320",
            "C13.forms": "320",
            "C15.taken_up": "1",
        },
        petitions={"feedback": (8, 8), "complaint": (1, 1)},
    ),
    "K02": CLINICAL(
        "Khoa Cấp cứu – Hồi sức",
        figures={"C12.attitude_rate": "95%", "C13.previous_rate": "91,5%"},
        petitions=FEEDBACK,
    ),
    "K03": CLINICAL(
        "Khoa Sơ sinh",
        figures={**NO_COMPARISON, "C12.attitude_rate": "97%", "C16.found": "2"}
        | {"C16.nurtured": "2", "C18.records_electronic": "400"},
        head={"C31.directing_documents": "3"},
        petitions=FEEDBACK,
    ),
    "K04": CLINICAL(
        "Khoa Nội hô hấp",
        figures={"C05.held": "11", "C24.patients_answered": "8", "C15.earlier": "0"}
        | {"C15.alive": "0"},
        petitions=HALF,
        lacking={"C35.contributed": 4},
    ),
    "K05": CLINICAL(
        "Khoa Nội tiêu hóa",
        figures={"C12.attitude_rate": "92%", "C05.held": "11"},
        head={"C31.sessions_in_person": "9"},
        petitions=FEEDBACK,
    ),
    "K06": CLINICAL(
        "Khoa Ngoại nhi",
        figures={"C12.attitude_rate": "90%", "C13.satisfied_rate": "89%"}
        | {"C19.tasks_on_time": "36", "C21.items_published": "6"},
        petitions=FEEDBACK,
        lacking=fair(4),
    ),
    "K07": CLINICAL(
        "Khoa Truyền nhiễm",
        figures={"C12.attitude_rate": "102%", "C05.held": "10", "C16.found": "0"}
        | {"C16.nurtured": "0"},
        petitions=LATE,
        lacking=fair(3),
    ),
    "K08": CLINICAL(
        "Khoa Liên chuyên khoa",
        figures={"C12.attitude_rate": "91%", "C30.items_posted": "8"},
        petitions=FEEDBACK,
        lacking=fair(5, documents=1),
    ),
    "K09": SERVICE(
        "Khoa Xét nghiệm – Chẩn đoán hình ảnh",
        figures={"C12.attitude_forms": "22", "C22.saved": "10"},
        petitions=FEEDBACK,
    ),
    "K10": SERVICE("Khoa Dược", petitions=FEEDBACK),
    "K11": SERVICE(
        "Khoa Dinh dưỡng",
        size=(7, 7),
        employed=0,
        figures={"C12.attitude_rate": "88%", "C06.dialogues_held": "1"}
        | {"C21.motto": f"{MOTTO}".rstrip("; "), "C27.handled_in_time": "1"},
        lacking={"C02.did_task": 1, "C35.contributed": 2, "C25.hcm_done": 2},
    ),
    "P01": OFFICE(
        "Phòng Tổ chức – Hành chính",
        traits=("chuc-nang", "tchc"),
        figures={
            "C04.drafted": RECEPTION,
            "C11.drafted": CONDUCT,
            "C28.supervised_done": "3",
            "C28.supervised_due": "3",
            "C29.periodic_on_time": "4",
            "C29.periodic_due": "4",
            "C36.units_reached": "15",
            "C36.units_all": "15",
        },
        petitions={"feedback": (6, 6), "denunciation": (1, 1)},
    ),
    "P02": OFFICE(
        "Phòng Kế hoạch – Điều dưỡng",
        figures={"C20.papers_on_time": "17", "C24.meetings_held": "2"}
        | {"C18.tasks_done": "2", "C22.saved": "9", "C24.staff_answered": "2"},
        petitions=HALF,
        lacking=fair(4, documents=2),
    ),
    "P03": OFFICE(
        "Phòng Tài chính – Kế toán",
        figures={"C19.tasks_on_time": "", "C19.tasks_assigned": ""},
        petitions=FEEDBACK,
    ),
    "P04": OFFICE(
        "Tổ Công tác xã hội",
        traits=("ctxh",),
        size=(1, 1),
        figures={"C03.documents_deployed": "3"},
    ),
}
