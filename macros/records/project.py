"""Science and technology projects and the pipeline they pass through."""

from __future__ import annotations

from macros.records.base import BilingualText, FigureId, Id, Named, Sourced, Strict, described


class Project(Sourced):
    """One project: whose it is, under which programme, how far it has come, with what money."""

    id: Id = described("项目编号，本文件内不重复", "Identifier, unique in this file")
    name: BilingualText = described("项目名称，按原文", "Name, as the source gives it")
    company: BilingualText = described("承担企业", "The enterprise that carries it out")
    programme: BilingualText = described("所属计划", "The programme it belongs to")
    stage: Named = described(
        "所处阶段，见 vocabulary/project-stages.yml", "Stage, from vocabulary/project-stages.yml", example="funded"
    )
    grant: FigureId | None = described(
        "本项目资助金额的数据编号；原文未载则不写", "The figure of its own grant; leave out if not stated", None
    )
    grant_together: FigureId | None = described(
        "原文只载几个项目的合计金额时，合计数的数据编号",
        "The figure of the total, where the source gives only one for several projects",
        None,
    )


class Stage(Strict):
    """One stage of the pipeline and the figures that measure it."""

    stage: Named = described(
        "阶段编号，见 vocabulary/project-stages.yml", "Stage, from vocabulary/project-stages.yml", example="funded"
    )
    figures: list[FigureId] = described("说明该阶段的数据编号", "The figures that measure it", min_length=1)
