"""Goals, rounds and activities: results, due dates and periods that nothing states."""

from __future__ import annotations

from tests.falsification.attempt import CRAB, STAGES, STATUSES, WEEK, Attempt, attempt
from tests.falsification.second_document import second

GOAL = "source)\n    quote: 力争在3年内把“洪湖清水”蟹打造成中国“驰名商标”\n"
"""How the goal of the alliance ends; a figure has the same clause."""
STEP = """    progress:
      - en: {en}
        status: {status}
        period: {period}
        quote: {quote}
"""


def progress(quote: str, en: str, status: str = "met", when: str = "whole-year") -> Attempt:
    """A goal with a result that a later document is said to report."""
    step = STEP.format(en=en, status=status, period=when, quote=quote)
    return second(f"{status} by: {quote} ({when})", quote, en, figure=False, more=((CRAB, GOAL, GOAL + step),))


EVALUATION = "evaluations/round.yml"


EVALUATED = """work_area: enterprises-rate-offices
questions: questions
title:
  zh: 评议
  en: Evaluation
period: {period}
quote: 受到村民欢迎
results:
  - id: satisfied
    question: {question}
    label:
      zh: 满意
      en: Satisfied
    quote: 建立原料生产基地30万亩
"""


COMPETITIVE = "It makes Honghu’s aquatic industry more competitive."

ATTEMPTS = (
    attempt(
        "met under 力争",
        (
            CRAB,
            GOAL,
            GOAL
            + STEP.format(
                en="It was met within {goal-term}.",
                status="met",
                period="first-half",
                quote="力争在3年内把“洪湖清水”蟹打造成中国“驰名商标”",
            ),
        ),
    ),
    attempt(
        "met on another clause of the same sentence",
        (
            CRAB,
            GOAL,
            GOAL + STEP.format(en=COMPETITIVE, status="met", period="first-half", quote="增强洪湖水产业的竞争力"),
        ),
    ),
    attempt("an invented due date", (CRAB, "    term: goal-term\n", "    term: goal-term\n    due: 2030-12-31\n")),
    attempt("the term of another figure", (CRAB, "    term: goal-term\n", "    term: projects.time-spent\n")),
    attempt(
        "the status reworded",
        (STATUSES, "    zh: 结果原文未载\n    en: result not stated in the source\n", "    zh: 已实现\n    en: met\n"),
    ),
    attempt(
        "the stage reworded",
        (STAGES, "    zh: 准备申报材料\n    en: application prepared\n", "    zh: 已获资助\n    en: funded\n"),
    ),
    progress("年底将打造成“驰名商标”", "It will be made a well-known trademark at the end of the year."),
    progress("拟建成“驰名商标”", "It is planned as a well-known trademark."),
    progress("难以打造成“驰名商标”", "It can hardly become a well-known trademark."),
    progress("获得了“驰名商标”称号", "It won the title.", when="last-year"),
    attempt(
        "an evaluation of land",
        (EVALUATION, "", EVALUATED.format(period="first-half", question="conduct")),
        told=("满意", "30万亩"),
    ),
    attempt("an answer to no question", (EVALUATION, "", EVALUATED.format(period="first-half", question="nosuch"))),
    attempt("a period of a round", (EVALUATION, "", EVALUATED.format(period="last-year", question="conduct"))),
    attempt("a period of an activity", (WEEK, "period: first-half\n", "period: last-year\n")),
    *(
        attempt(
            f"{status} by a clause that says neither",
            *own,
            (
                CRAB,
                GOAL,
                GOAL + STEP.format(en=COMPETITIVE, status=status, period="first-half", quote="增强洪湖水产业的竞争力"),
            ),
            told=told,
        )
        for status, own, told in (
            ("missed", (), ()),
            (
                "exceeded",
                ((STATUSES, "entries:\n", "entries:\n  - id: exceeded\n    zh: 超额完成\n    en: exceeded\n"),),
                (),
            ),
            ("in-progress", (), ("推进中",)),
        )
    ),
    attempt(
        "a status that is two things",
        (STATUSES, "    en: result not stated in the source\n", "    en: goal met\n"),
        told=("goal met",),
    ),
)
