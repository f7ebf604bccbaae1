"""Security: the contact for reports of weaknesses is one that can be used, today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from macros.problems import Problem
from macros.records.collection import Collection
from macros.records.kinds import BUREAU
from macros.text.languages import Bilingual

LONGEST_EXPIRY = timedelta(days=365)
"""RFC 9116, section 2.5.5: an expiry less than a year away, so that nobody relies on a contact long forgotten."""


def a_way_to_report(collection: Collection) -> Iterator[Problem]:
    """Who names a contact for security gives a mailbox, a page, or both (RFC 9116: at least one contact)."""
    for entry in collection.judged(BUREAU):
        security = entry.record.security
        if security and not (security.email or security.page):
            yield entry.problem(
                ("security",),
                Bilingual(
                    "安全联络方式里既没有邮箱，也没有网址。", "The security contact has neither a mailbox nor a page."
                ),
                Bilingual("补上“email:”或“page:”一行。", 'Add a line "email:" or "page:".'),
            )


def still_valid(collection: Collection, today: date) -> Iterator[Problem]:
    """The contact has not expired, and does not claim to hold for more than a year."""
    entry = collection.single(BUREAU)
    security = entry.record.security if entry else None
    if entry is None or security is None or today <= security.expires <= today + LONGEST_EXPIRY:
        return
    day = security.expires
    if day < today:
        wrong = Bilingual(f"安全联络方式已于{day}到期。", f"The security contact expired on {day}.")
    else:
        wrong = Bilingual(
            f"安全联络方式的有效期超过一年：{day}。", f"The security contact is to hold over a year: {day}."
        )
    yield entry.problem(
        ("security", "expires"),
        wrong,
        Bilingual(
            "核实联络方式仍有人处理后，改为今后一年之内的日期；无人处理就删去 security 一节。",
            "See that someone still answers, then write a day within the next year; if nobody does, delete security.",
        ),
    )


RULES = (a_way_to_report,)
