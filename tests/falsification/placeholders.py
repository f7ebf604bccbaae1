"""Words beside a placeholder that change what it says, and placeholders that nothing fills in."""

from __future__ import annotations

from tests.falsification.attempt import BUREAU, CRAB, KINDS, PROJECTS, WEEK, Attempt, attempt


def beside(ident: str, zh: str = "", en: str = "", told: str = "") -> Attempt:
    """Other words beside the placeholder of the material handed out."""
    texts = (("发放科技资料{materials}，", zh), ("handed out {materials} of", en))
    return attempt(
        f"beside a placeholder: {ident}", *((WEEK, old, new) for old, new in texts if new), told=(told,) if told else ()
    )


def hopes(ident: str, zh: str, en: str) -> Attempt:
    """The investment that is expected, in a summary."""
    return attempt(
        ident,
        (PROJECTS, "无偿资助金额{grants}。", f"无偿资助金额{{grants}}，{zh}{{outside-investment}}。"),
        (PROJECTS, "with grants of {grants}.", f"with grants of {{grants}} and {en} {{outside-investment}}."),
    )


ATTEMPTS = (
    beside("short of", en="fell {materials} short of", told="short of"),
    beside("fewer", en="handed out {materials} fewer of", told="fewer of"),
    beside("million behind it", en="handed out {materials} million of", told="million of"),
    beside("a day", zh="每天发放科技资料{materials}，", told="每天"),
    beside("still lacking", zh="发放科技资料还差{materials}，"),
    beside("less by", zh="发放科技资料减少{materials}，", told="减少"),
    beside("more by", zh="发放科技资料增加{materials}，", told="增加"),
    beside("several times", zh="发放科技资料{materials}的数倍，", told="的数倍"),
    beside("plus", zh="发放科技资料{materials}＋，", told="＋"),
    beside("cancelled", zh="取消发放科技资料{materials}，", told="取消"),
    beside("planned", zh="计划发放科技资料{materials}，"),
    attempt("a term turned into a wait", (CRAB, 'zh: "{goal-term}内（起', 'zh: "{goal-term}后（起')),
    attempt(
        "a goal said to be reached early",
        (CRAB, "{goal-term}内（起算日期原文未载）", "已提前于{goal-term}内完成"),
        told=("已提前于3年内完成",),
    ),
    hopes("a hope told as a fact", "社会投入", "outside investment of"),
    hopes("a hope told as a fact in English", "将引导社会投入", "outside investment of"),
    hopes("a hope told behind a denial of another thing", "没有悬念，社会投入", "without doubt, outside investment of"),
    attempt(
        "a term turned into a least one", (CRAB, 'zh: "{goal-term}内（起算日期原文未载）"', 'zh: "{goal-term}以上"')
    ),
    attempt("the day a term begins", (CRAB, "(from when is not stated in the source)", "(from 2001)")),
    attempt(
        "a placeholder in the name of the site",
        (BUREAU, "  zh: 市科技局政务公开\n", "  zh: 市科技局政务公开{projects.grants}\n"),
    ),
    attempt("a placeholder in a vocabulary", (KINDS, "    zh: 基地\n", "    zh: 基地{bases.bases-built}\n")),
)
