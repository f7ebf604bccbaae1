"""The table ``projects``: columns and rows."""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports.table import Dataset, Link, Row
from macros.exports.tables import columns as c
from macros.exports.tables.columns import column, needed
from macros.exports.tables.shared import IN_AREA, label_cells, mark_of, proof_cells
from macros.records.addresses import record_address
from macros.records.shared_parts import full_id
from macros.register.catalogue import paged_records
from macros.register.register import Register
from macros.text.languages import Bilingual


def project_rows(register: Register, link: Link) -> Iterator[Row]:
    """Every project of every record."""
    for kind, ident, record, area in paged_records(register):
        page = record_address(kind, ident, area)
        for project in record.projects:
            yield {
                "id": f"{ident}.{project.id}",
                **label_cells(project.name),
                "company_zh": project.company.zh,
                "company_en": project.company.en,
                "programme_zh": project.programme.zh,
                "programme_en": project.programme.en,
                "stage": project.stage,
                "grant": project.grant and full_id(ident, project.grant),
                "grant_together": project.grant_together and full_id(ident, project.grant_together),
                "work_area": area,
                "record": ident,
                **proof_cells(project.source, project.quote),
                "url": link(f"{page}#{mark_of(kind, ident, register)}project-{project.id}"),
            }


PROJECTS_TABLE = Dataset(
    "projects",
    Bilingual("项目", "Projects"),
    Bilingual(
        "原文列出名称的科技项目、承担企业、所属计划和所处阶段，一行一个；资助金额只在原文载明时给出。",
        "Science and technology projects that the source names, with enterprise, programme and stage, one a row; "
        "grants are given only where the source states them.",
    ),
    (
        c.ID,
        *c.LABELS,
        needed("company_zh", "承担企业（中文）", "Enterprise (Chinese)", ("承担企业", "Who carries it out")),
        needed("company_en", "承担企业（英文）", "Enterprise (English)", ("上一列的译文", "The same in English")),
        needed("programme_zh", "所属计划（中文）", "Programme (Chinese)", ("所属计划", "Programme it belongs to")),
        needed("programme_en", "所属计划（英文）", "Programme (English)", ("上一列的译文", "The same in English")),
        needed("stage", "阶段", "Stage", ("阶段编号，见词汇表", "Id of the stage; see the vocabulary")),
        column("grant", "资助金额", "Grant", ("本项目资助金额的数据编号", "Id of the figure of its own grant")),
        column(
            "grant_together",
            "合计资助金额",
            "Grants in all",
            ("几个项目合计金额的数据编号，不能平均分摊", "Id of the figure of a total for several; not to be divided"),
        ),
        c.WORK_AREA,
        c.RECORD,
        *c.PROOF_COLUMNS,
    ),
    project_rows,
    {**IN_AREA, "grant": "figures", "grant_together": "figures"},
)
