"""A second document of one sentence, for attempts that need words the demonstration has not."""

from __future__ import annotations

from tests.falsification.attempt import BASES, Attempt, attempt

SECOND, SECOND_TEXT = "documents/second.yml", "documents/second.txt"


SECOND_HEAD = """title:
  zh: 年报
  en: Annual report
issuer:
  zh: 市科技局
  en: Municipal Science and Technology Bureau
period: whole-year
verbatim: second.txt
script: zh-Hans
translations:
  en:
    s0: Annual report
    s0-1: {english}
"""


ONE_FIGURE = """figures:
  - id: second
    label:
      zh: {zh}
      en: {en}
    quote: {quote}
"""


SUMMARY_ZH = "以水产、水禽、水生蔬菜、农产品加工为重点，重点建设{bases-built}"


SUMMARY_EN = "With the emphasis on aquaculture, waterfowl, aquatic vegetables and farm-produce processing, the bureau"


def second(
    ident: str,
    sentence: str,
    english: str,
    *,
    label: tuple[str, str] = ("完成", "Done"),
    summary: tuple[str, str] | None = None,
    more: tuple[tuple[str, str, str], ...] = (),
    figure: bool = True,
    numeral: str = "",
    quote: str = "",
    told: tuple[str, ...] = (),
) -> Attempt:
    """A second document of one sentence with one figure, and a summary that prints it as ``{second}``."""
    one = ONE_FIGURE.format(zh=label[0], en=label[1], quote=quote or sentence) + (
        f"    numeral: {numeral}\n" if numeral else ""
    )
    changes = [(SECOND, "", SECOND_HEAD.format(english=english)), (SECOND_TEXT, "", f"年报\n{sentence}。\n"), *more]
    if figure:
        changes.append((BASES, "figures:\n", one))
    if summary:
        changes += [
            (BASES, SUMMARY_ZH, f"{summary[0]}。{SUMMARY_ZH}"),
            (BASES, SUMMARY_EN, f"{summary[1]} {SUMMARY_EN}"),
        ]
    return attempt(ident, *changes, told=told)
