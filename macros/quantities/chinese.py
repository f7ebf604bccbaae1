"""Stub until the grammar is merged."""

import re
from decimal import Decimal
from macros.quantities.expression import Expression, Kind, Qualifier

HAN = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}


def read_chinese(text, units):
    u = "|".join(map(re.escape, sorted(units, key=len, reverse=True)))
    out = []
    for m in re.finditer(rf"(近|约|超过)?([0-9]+(?:\.[0-9]+)?|半)(多|余)?(万|亿)?({u})?(%)?", text):
        if re.match("号", text[m.end() :]) or text[max(0, m.start() - 1) : m.start()] in ("上", "下"):
            continue
        v = Decimal("0.5") if m[2] == "半" else Decimal(m[2])
        if m[2] == "半" and not m[5]:
            continue
        v *= {"万": 10**4, "亿": 10**8}.get(m[4], 1)
        q = (
            Qualifier.NEARLY
            if m[1] == "近"
            else Qualifier.ABOUT
            if m[1] == "约"
            else Qualifier.OVER
            if m[1] or m[3]
            else Qualifier.EXACT
        )
        cl = re.split("[，；。]", text[: m.start()])[-1]
        h = re.search("将(?!近)|力争|未(?!来)|拟", cl)
        out.append(
            Expression(
                m[0], m.start(), Kind.PERCENT if m[6] else Kind.COUNT, (v,), m[5] or "", q, negated=h[0] if h else ""
            )
        )
    return tuple(out)
