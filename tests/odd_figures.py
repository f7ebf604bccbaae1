"""Figures of every kind that a source may state, in a document and records of their own."""

from __future__ import annotations

from pathlib import Path

LINES = (
    ("合格率达到百分之九十八", "The pass rate reached 98%", "percent"),
    ("返修率提高-3.5%", "The rate of repairs rose by -3.5%", "negative"),
    ("抽检合格率为97%", "The pass rate of spot checks was 97%", "percent-again"),
    ("事故率为千分之三", "The rate of accidents was 3 per mille", "permille"),
    ("利用率提高5个百分点", "Use rose by 5 percentage points", "points"),
    ("培训15至20名学员", "15 to 20 people were trained", "range"),
    ("走访学员12名", "12 people were visited", "people"),
    ("回访学员0名", "0 people were visited again", "zero"),
    ("未录用学员9名", "9 people were not taken on", "denied"),
    ("力争再招收学员30名", "The aim is to enrol another 30 people", "aimed"),
    ("预计再培训40至50名学员", "40 to 50 people are expected to be trained", "range-expected"),
    ("学员男女比例为3:1", "The ratio of men to women was 3:1", "ratio"),
    ("约三分之一的学员来自外地", "About a third of them came from elsewhere", "fraction"),
    ("产量增长2倍", "Output grew 2 times", "multiple"),
    ("投入资金近100", "Nearly 100 was put in", "no-unit"),
    ("共收到来信120", "120 letters came in", "no-unit-again"),
    ("发放资料500份以上", "At least 500 copies were handed out", "at-least"),
    ("每万亩耕地配备技术员1.2名", "There were 1.2 technicians per 10,000 mu of farmland", "rate"),
    ("剩余资料不足50份", "Fewer than 50 copies were left", "under"),
)
"""A clause of the document, its translation, and the id of the figure that stands in it."""
REACHED = [ident for _, _, ident in LINES if ident not in ("denied", "aimed", "range-expected")]
"""What a stage may be measured by."""
DOCUMENT = """title:
  zh: 培训情况
  en: Training
issuer:
  zh: 某局
  en: A bureau
period: first-half
verbatim: odd.txt
script: zh-Hans
translations:
  en:
    s0: Training
"""
RECORD = """title:
  zh: 培训情况
  en: Training
summary:
  zh: 培训情况。
  en: Training.
quote: 培训情况
figures:
"""
FIGURE = """  - id: {ident}
    label:
      zh: 某数{letter}
      en: Number {letter}
    quote: {quote}
"""


def with_odd_figures(data: Path) -> Path:
    """Adds an activity and a work area whose figures are of every kind; the area also as stages and as totals."""
    (data / "documents/odd.txt").write_text("培训情况\n" + "".join(f"{line}。" for line, _, _ in LINES), "utf-8")
    translations = "".join(f"    s0-{at}: {english}.\n" for at, (_, english, _) in enumerate(LINES, 1))
    (data / "documents/odd.yml").write_text(DOCUMENT + translations, "utf-8")
    figures = "".join(
        FIGURE.format(ident=ident, quote=line, letter=chr(ord("a") + at)) for at, (line, _, ident) in enumerate(LINES)
    )
    (data / "activities/odd-activity.yml").write_text(f"work_area: odd\nperiod: first-half\n{RECORD}{figures}", "utf-8")
    stages = "pipeline:\n  - stage: funded\n    figures:\n" + "".join(f"      - {one}\n" for one in REACHED)
    lists = "lists:\n" + "".join(
        f"  - id: {ident}\n    kind: field\n    title:\n      zh: 名单{chr(ord('a') + at)}\n"
        f"      en: List {chr(ord('a') + at)}\n    of: {ident}\n    quote: {line}\n"
        "    items:\n      - id: one\n        zh: 培训情况\n        en: Training\n        quote: 培训情况\n"
        for at, (line, _, ident) in enumerate(LINES)
    )
    (data / "work-areas/odd.yml").write_text(RECORD + figures + lists + stages, "utf-8")
    return data
