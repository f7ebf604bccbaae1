"""Rows of work areas, alliances and activities, and of what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.exports.rows import labels, proof
from macros.exports.table import Link, Row, Rows
from macros.records.addresses import record_address
from macros.records.content import Content
from macros.records.kinds import ACTIVITIES, ALLIANCES, WORK_AREAS, Kind
from macros.records.shared_parts import item_citation
from macros.register.register import Register


def contents(register: Register) -> Iterator[tuple[Kind, str, Content, str]]:
    """Every record with a page: kind, id, record, work area."""
    for ident, area in register.work_areas.items():
        yield WORK_AREAS, ident, area, ident
    for ident, alliance in register.alliances.items():
        yield ALLIANCES, ident, alliance, alliance.work_area
    for ident, activity in register.activities.items():
        yield ACTIVITIES, ident, activity, activity.work_area


def record_row(kind: Kind, ident: str, record: Content, area: str, link: Link) -> dict[str, Any]:
    """What work areas, alliances and activities have in common."""
    return {
        "id": ident,
        **labels(record.title),
        "summary_zh": record.summary.zh,
        "summary_en": record.summary.en,
        "work_area": area,
        "figures": len(record.figures),
        **proof(record.source, record.quote),
        "url": link(record_address(kind, ident, area)),
    }


def work_areas(register: Register, link: Link) -> Iterator[Row]:
    """Every work area, in the order of the site."""
    return (record_row(WORK_AREAS, ident, one, ident, link) for ident, one in register.work_areas.items())


def alliances(register: Register, link: Link) -> Iterator[Row]:
    """Every alliance."""
    return (record_row(ALLIANCES, ident, one, one.work_area, link) for ident, one in register.alliances.items())


def activities(register: Register, link: Link) -> Iterator[Row]:
    """Every outreach activity."""
    for ident, one in register.activities.items():
        yield record_row(ACTIVITIES, ident, one, one.work_area, link) | {"period": one.period}


def full_id(record: str, figure: str | None, register: Register) -> str | None:
    """The full id of a figure that a record names by ``figure`` or by ``record.figure``."""
    if figure is None or figure in register.figures:
        return figure
    return f"{record}.{figure}"


def mark_of(kind: Kind, ident: str, register: Register) -> str:
    """What begins the anchors of an alliance that is not the first on its page; nothing for other records."""
    return f"{ident}-" if kind is ALLIANCES and ident != next(iter(register.alliances), "") else ""


def projects(register: Register, link: Link) -> Iterator[Row]:
    """Every project of every record."""
    for kind, ident, record, area in contents(register):
        page = record_address(kind, ident, area)
        for one in record.projects:
            yield {
                "id": f"{ident}.{one.id}",
                **labels(one.name),
                "company_zh": one.company.zh,
                "company_en": one.company.en,
                "programme_zh": one.programme.zh,
                "programme_en": one.programme.en,
                "stage": one.stage,
                "grant": full_id(ident, one.grant, register),
                "grant_together": full_id(ident, one.grant_together, register),
                "work_area": area,
                "record": ident,
                **proof(one.source, one.quote),
                "url": link(f"{page}#{mark_of(kind, ident, register)}project-{one.id}"),
            }


def named(kinds: tuple[str, ...] = ()) -> Rows:
    """Every named thing in the lists of some kinds, or of all."""

    def rows(register: Register, link: Link) -> Iterator[Row]:
        for kind, ident, record, area in contents(register):
            mark = mark_of(kind, ident, register)
            for listing in record.lists:
                if kinds and listing.kind not in kinds:
                    continue
                for item in listing.items:
                    cited = item_citation(listing, item, ())
                    yield {
                        "id": f"{ident}.{listing.id}.{item.id}",
                        "kind": listing.kind,
                        **labels(item),
                        "work_area": area,
                        "record": ident,
                        "list": listing.id,
                        "total": full_id(ident, listing.of, register),
                        "open_ended": listing.open_ended,
                        **proof(cited.sentence, cited.quote),
                        "url": link(f"{record_address(kind, ident, area)}#{mark}list-{listing.id}"),
                    }

    return rows


def companies(register: Register, link: Link) -> Iterator[Row]:
    """Every mention of an enterprise by name: in a list of enterprises, or as the one that carries out a project."""
    for row in named(("company",))(register, link):
        yield dict(row) | {"project": None}
    for row in projects(register, link):
        yield {
            "id": f"{row['id']}.company",
            "label_zh": row["company_zh"],
            "label_en": row["company_en"],
            "list": None,
            "project": row["id"],
            **{name: row[name] for name in ("work_area", "record", "source", "sentence", "quote", "url")},
        }


def commitments(register: Register, link: Link) -> Iterator[Row]:
    """Every commitment, with its latest status."""
    for kind, ident, record, area in contents(register):
        for one in record.commitments:
            yield {
                "id": f"{ident}.{one.id}",
                **labels(one),
                "deadline_zh": one.deadline.zh,
                "deadline_en": one.deadline.en,
                "due": one.due,
                "term": full_id(ident, one.term, register),
                "status": one.status,
                "work_area": area,
                "record": ident,
                **proof(one.source, one.quote),
                "url": link(f"{record_address(kind, ident, area)}#commitment-{one.id}"),
            }
