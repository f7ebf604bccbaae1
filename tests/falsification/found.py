"""What a second pair of eyes found: attempts that get through, and honest work that is refused.

``FALSE`` must be refused, or told in the words given; ``HONEST`` must pass; ``PROSE_PAGES`` change docs/ (file names
begin from the folder that holds data/ and docs/) and must be refused; ``SEALED`` are done to a small bureau that was
published (tests/small.py) and must be refused. The comment at each says what happens at present.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.falsification.edits import (
    AREA,
    BASES,
    BUREAU,
    COMMISSIONERS,
    COUNTRY,
    CRAB,
    DOCUMENT,
    GRANTS,
    KINDS,
    LEADING,
    PERIODS,
    PROJECTS,
    RATE,
    UNITS,
    VERBATIM,
    WEEK,
    Attempt,
    attempt,
)
from tests.small import retire

INTERFACE = "vocabulary/interface.yml"
SECOND, SECOND_TEXT = "documents/second.yml", "documents/second.txt"
EVALUATION = "evaluations/round.yml"
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


def label(ident: str, zh: str) -> Attempt:
    """Another Chinese label of the grants."""
    return attempt(f"label: {ident}", (PROJECTS, "zh: 获资助项目的无偿资助合计", f"zh: {zh}"))


def english_label(ident: str, en: str) -> Attempt:
    """Another English label of the grants."""
    return attempt(f"English label: {ident}", (PROJECTS, "en: Total grants to the funded projects", f"en: {en}"))


def beside(ident: str, zh: str = "", en: str = "") -> Attempt:
    """Other words beside the placeholder of the material handed out."""
    texts = (("发放科技资料{materials}，", zh), ("handed out {materials} of", en))
    return attempt(f"beside a placeholder: {ident}", *((WEEK, old, new) for old, new in texts if new))


def emended(ident: str, stood: str, printed: str, *more: tuple[str, str, str], kind: str = "insertion") -> Attempt:
    """One more emendation of the document, and the quotes that follow it."""
    made = f'emendations:\n  - id: found\n    kind: {kind}\n    stood: "{stood}"\n    printed: "{printed}"\n'
    made += "    zh: 用词\n    en: Wording\n"
    return attempt(f"emendation: {ident}", (DOCUMENT, "emendations:\n", made), *more)


def period(ident: str, words: str, zh: str = "历年累计", en: str = "over the years") -> Attempt:
    """A period of the bureau's own."""
    made = f"entries:\n  - id: own-period\n    order: 1\n    zh: {zh}\n    en: {en}\n    words: [{words}]\n"
    return attempt(f"period: {ident}", (PERIODS, "entries:\n", made))


def unit(ident: str, written: str, zh: str = "石", en: str = "stones", more: str = "") -> Attempt:
    """A unit of the bureau's own."""
    made = f"entries:\n  - id: own-unit\n    zh: {zh}\n    en: {en}\n    written: [{written}]\n{more}"
    return attempt(f"unit: {ident}", (UNITS, "", made))


def worded(ident: str, key: str, zh: str, en: str) -> Attempt:
    """An interface word in another wording."""
    return attempt(f"interface: {ident}", (INTERFACE, "", f'entries:\n  {key}:\n    zh: "{zh}"\n    en: "{en}"\n'))


def invented(ident: str, quote: str, numeral: str, value: str, of: str) -> Attempt:
    """A figure that is read out of words without any numeral."""
    made = f"  - id: invented\n    label:\n      zh: 帮助的企业\n      en: Enterprises helped\n    quote: {quote}\n"
    made += f"    numeral: {numeral}\n    reading:\n      value: {value}\n      unit: {of}\n"
    made += "      why:\n        zh: 如此理解\n        en: So understood\n"
    return attempt(f"reading: {ident}", (PROJECTS, "  - id: time-spent\n", f"{made}  - id: time-spent\n"))


# The grammar reads less than stands there: the document is honest, and the site is not. All pass at present; the
# diff tells a new figure without the word, in a table that looks right.
READ_SHORT = (
    # 一半 is exact; the summary prints 完成规划数的一半.
    second(
        "不足 apart from its number",
        "完成不足规划数的一半",
        "Half of the plan was done.",
        summary=("完成规划数的{second}", "It did {second} of the plan."),
    ),
    # 三成 is exact.
    second("不到 apart from its number", "不到计划的三成", "30% of the plan."),
    # 80% is exact.
    second("接近 apart from its number", "接近目标任务的80%", "80% of the target."),
    # 40% is exact.
    second("近 apart from its number", "近全市总数的四成", "40% of the city’s total."),
    # 2倍 is exact.
    second("超过 apart from its number", "超过去年同期水平的2倍", "Twice the level of the same period of last year."),
    # 500万元 is exact.
    second("远远不足 apart from its number", "远远不足所需的500万元", "CNY 5 million, as needed."),
    # The figure is 156.3 cases; what they are per is left off, and the summary prints 发病156.3例.
    second(
        "per 100,000 left off",
        "报告发病率为每10万人156.3例",
        "The reported incidence was 156.3 cases per 100,000 people.",
        summary=("全市发病{second}", "The city had {second}."),
        told=("全市发病每10万人156.3例",),
    ),
    # The figure is 2.1 people.
    second(
        "per 1,000 left off",
        "每千人口医师2.1人",
        "There were 2.1 doctors per 1,000 people.",
        summary=("全市医师{second}", "The city has {second} as doctors."),
        told=("全市医师每千人口2.1人",),
    ),
    # Stated as plain facts: the figure has no hedge, and the translation and a summary say that it was done.
    *(
        second(f"hedge not read: {zh}", zh, "15 were completed.", summary=("完成{second}", "It completed {second}."))
        for zh in ("难以完成15家", "并非15家", "15家被取消", "尚待完成15家", "本应完成15家")
    ),
    second(
        "plan not read", "15家计划于明年开工", "15 are planned to start next year.", told=("计划数，原文未说已实现",)
    ),
)

ADDED_STEP = """    progress:
      - en: {en}
        status: {status}
        period: {period}
        quote: {quote}
lists:
"""


def progress(quote: str, en: str, status: str = "met", when: str = "whole-year") -> Attempt:
    """A goal with a result that a later document is said to report."""
    step = ADDED_STEP.format(en=en, status=status, period=when, quote=quote)
    return second(f"{status} by: {quote} ({when})", quote, en, figure=False, more=((CRAB, "lists:\n", step),))


# rules/stated_facts.py looks for hedges of two characters and for met alone. All pass; the diff tells 已实现.
RESULTS = (
    progress("年底将打造成“驰名商标”", "It will be made a well-known trademark at the end of the year."),
    progress("拟建成“驰名商标”", "It is planned as a well-known trademark."),
    progress("难以打造成“驰名商标”", "It can hardly become a well-known trademark."),
    # The period that a result is said to be of is held against nothing.
    progress("获得了“驰名商标”称号", "It won the title.", when="last-year"),
)

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

RECORDS = (
    # Pass: 30万亩 becomes the answer to a question. The figure and its quote share no sentence with the round.
    attempt("an evaluation of land", (EVALUATION, "", EVALUATED.format(period="first-half", question="conduct"))),
    # Passes: no such question, and nothing says so.
    attempt("an answer to no question", (EVALUATION, "", EVALUATED.format(period="first-half", question="nosuch"))),
    # Passes: the round is stamped with a period that nothing states.
    attempt("a period of a round", (EVALUATION, "", EVALUATED.format(period="last-year", question="conduct"))),
    # Passes; told as 科普活动 · 去年. The period of an activity is typed and held against nothing.
    attempt("a period of an activity", (WEEK, "period: first-half\n", "period: last-year\n")),
    # Passes: 近3000万元, which is expected, measures the stage 获得资助.
    attempt(
        "expected money as funded",
        (PROJECTS, "figures: [projects-funded, grants]", "figures: [projects-funded, outside-investment]"),
    ),
    # Passes: a figure of another record and section measures a stage.
    attempt(
        "a stage measured by another record",
        (
            PROJECTS,
            "figures: [projects-funded, grants]",
            "figures: [projects-funded, leading-enterprises.funds-secured]",
        ),
    ),
    # Passes: one stage stands twice, with other figures.
    attempt(
        "a stage twice", (PROJECTS, "pipeline:\n", "pipeline:\n  - stage: funded\n    figures: [outside-investment]\n")
    ),
    # Passes: the company of a project is 低成本, a part of its name.
    attempt("a company that is an adjective", (PROJECTS, "      zh: 蓝光电子\n", "      zh: 低成本\n")),
    # Passes: the programme is 国家.
    attempt(
        "a programme cut to one word",
        (
            PROJECTS,
            "      zh: 科技型中小企业国家创新基金项目计划\n      en: National innovation",
            "      zh: 国家\n      en: National innovation",
        ),
    ),
    # Passes: a name need only be some characters of the quote.
    attempt("an item of one character", (LEADING, "        zh: 德炎水产\n", "        zh: 水\n")),
    # Passes.
    attempt("an item that is a mark", (LEADING, "        zh: 德炎水产\n", "        zh: 、\n")),
    # Passes: a number is the name of an enterprise.
    attempt(
        "an item that is a number",
        (
            LEADING,
            "        zh: 德炎水产\n        en: Deyan Aquatic Products\n",
            "        zh: 4个\n        en: 4 items\n",
        ),
    ),
    # Passes: two names are one item.
    attempt("two items in one", (LEADING, "        zh: 德炎水产\n", "        zh: 德炎水产、闽洪水产\n")),
    # Passes: one enterprise is named twice and another not at all.
    attempt("an item twice", (LEADING, "        zh: 闽洪水产\n", "        zh: 德炎水产\n")),
    # Passes: a question loses its 是否.
    attempt("a question made a statement", (RATE, "        zh: 行政行为是否规范\n", "        zh: 行政行为\n")),
    # Passes: of two numbers of one quote the list names the one that it is not the total of.
    attempt("the total of another list", (COMMISSIONERS, "    of: new-breeds\n", "    of: new-techniques\n")),
    # Passes, and nothing says that it is a reading: the Chinese page prints 精心 for it, the English 90,000, and
    # the reason stands in the file of the record alone. The table of new figures shows — → 精心, and not 90,000.
    invented("90,000 out of 精心", "通过近半年的精心组织", "精心", "90000", "enterprise"),
    # Passes in the same way; the English page says “100 per cent”.
    invented("100% out of 再创佳绩", "立项数和资助总额再创佳绩", "再创佳绩", "100", "percent"),
    # Passes in the same way.
    invented("rank 1 out of 再创佳绩", "立项数和资助总额再创佳绩", "再创佳绩", "1", "rank"),
)

PLACEHOLDERS = (
    # Each passes, and is told as the words that were added.
    beside("short of", en="fell {materials} short of"),
    beside("fewer", en="handed out {materials} fewer of"),
    beside("million behind it", en="handed out {materials} million of"),
    beside("a day", zh="每天发放科技资料{materials}，", en=""),
    beside("still lacking", zh="发放科技资料还差{materials}，"),
    beside("less by", zh="发放科技资料减少{materials}，"),
    beside("more by", zh="发放科技资料增加{materials}，"),
    beside("several times", zh="发放科技资料{materials}的数倍，"),
    beside("plus", zh="发放科技资料{materials}＋，"),
    beside("cancelled", zh="取消发放科技资料{materials}，"),
    beside("planned", zh="计划发放科技资料{materials}，"),
    # Passes: within becomes after; 内 of the quote is not looked for.
    attempt("a term turned into a wait", (CRAB, 'zh: "{goal-term}内（起', 'zh: "{goal-term}后（起')),
    # Passes.
    attempt(
        "a goal said to be reached early", (CRAB, "{goal-term}内（起算日期原文未载）", "已提前于{goal-term}内完成")
    ),
    # Passes, and the braces are printed on every page: texts of bureau.yml are never filled in.
    attempt(
        "a placeholder in the name of the site",
        (BUREAU, "  zh: 市科技局政务公开\n", "  zh: 市科技局政务公开{projects.grants}\n"),
    ),
    # Passes, and the braces are printed.
    attempt("a placeholder in a vocabulary", (KINDS, "    zh: 基地\n", "    zh: 基地{bases.bases-built}\n")),
)

# Pass, and are told as labels that change.
TYPED_NUMBERS = (
    label("兆", "无偿资助逾兆元"),
    label("亿万", "亿万元无偿资助"),
    label("双倍", "双倍无偿资助"),
    label("成倍", "资助成倍增长合计"),
    label("仨", "仨项目的资助"),
    label("首位", "全省首位的无偿资助"),
    label("榜首", "居全省榜首的无偿资助"),
    label("唯一", "全省唯一的无偿资助"),
    label("another unit", "无偿资助合计（单位为亿元）"),
    label("another currency", "无偿资助合计（美元）"),
    english_label("crore", "A crore in grants"),
    english_label("myriad", "A myriad yuan in grants"),
    english_label("gross", "A gross of grants"),
    english_label("couple", "A couple of grants"),
    english_label("triple", "Triple grants"),
    english_label("multimillion", "Multimillion grants"),
    english_label("a circled digit", "Grants of ⑧ million"),
    english_label("another currency", "Total grants in US dollars"),
    # The о is Cyrillic; what it is cannot be seen in the diff.
    english_label("a number with a letter of another alphabet", "Grants of \u043ene million"),
    # Passes; the diff marks two words that look the same: ⟦Languang⟧ and ⟦Lаnguаng⟧.
    attempt("a name in letters of two alphabets", (DOCUMENT, "Languang Electronics", "L\u0430ngu\u0430ng Electronics")),
)

EMENDED = (
    # Each passes; told as one emendation more, as the quotes that follow it, and as Chinese that changed.
    emended(
        "难以",
        "受到村民欢迎",
        "难以受到村民欢迎",
        (COUNTRY, "    quote: 受到村民欢迎\n", "    quote: 难以受到村民欢迎\n"),
        (DOCUMENT, "villagers welcomed them", "villagers could hardly welcome them"),
    ),
    emended(
        "取消",
        "召开局长办公会",
        "取消局长办公会",
        (RATE, "科技局高度重视，召开局长办公会", "科技局高度重视，取消局长办公会"),
        (RATE, "        quote: 召开局长办公会", "        quote: 取消局长办公会"),
        (RATE, "        zh: 召开局长办公会\n", "        zh: 取消局长办公会\n"),
    ),
    emended(
        "in hand to done",
        "目前重点做好",
        "目前已做好",
        (BASES, "目前重点做好国家星火计划项目“", "目前已做好国家星火计划项目“"),
        (BASES, "目前重点做好国家星火计划项目“", "目前已做好国家星火计划项目“"),
    ),
    # What two numbers count is exchanged; the table of figures says 10个 → 10个 and 2个 → 2个.
    emended(
        "what two numbers count",
        "科技示范基地10个,组建水产企业2个",
        "水产企业10个,组建科技示范基地2个",
        (COMMISSIONERS, "quote: 共建立科技示范基地10个", "quote: 共建立水产企业10个"),
        (COMMISSIONERS, "quote: 组建水产企业2个", "quote: 组建科技示范基地2个"),
    ),
    emended(
        "received to paid back",
        "获得无偿资助金额",
        "返还无偿资助金额",
        (PROJECTS, "quote: 获得无偿资助金额230万元\n", "quote: 返还无偿资助金额230万元\n"),
        (PROJECTS, "类，获得无偿资助金额230万元，", "类，返还无偿资助金额230万元，"),
    ),
    emended(
        "a company, quotes too",
        "蓝光电子",
        "红光电子",
        (PROJECTS, "      zh: 蓝光电子\n", "      zh: 红光电子\n"),
        (PROJECTS, "quote: 蓝光电子的", "quote: 红光电子的"),
        (PROJECTS, "quote: 蓝光电子的", "quote: 红光电子的"),
        kind="term-swap",
    ),
    # An emendation of kind punctuation may change any word.
    emended(
        "words called punctuation",
        "企业科技投入",
        "政府科技投入",
        (PROJECTS, "社会资金、企业科技投入近3000万元\n", "社会资金、政府科技投入近3000万元\n"),
        kind="punctuation",
    ),
    # Seven figures lose their period.
    emended("last year to the year before", "去年,我市", "前年,我市"),
    emended("in all to each", "共建立", "各建立", (COMMISSIONERS, "quote: 共建立科技", "quote: 各建立科技")),
)

VOCABULARY = (
    # Each passes. Errata missing says 15名 → 15名, the table says period: this-year → own-period.
    period("longer words than the software's", "今年我们", "去年", "last year"),
    # Seventeen figures change their period.
    period("a comma", "'，'"),
    period("one character", "的"),
    period("letters of a name", "XX市"),
    period("a space", "' '"),
    period("digits", "'15'"),
    period("a placeholder", "'{grants}'"),
    period("called as one of the software", "目前", "去年", "last year"),
    period("a year that nothing states", "目前", "2023年", "in 2023"),
    # Each passes, and is told as a line of the vocabulary.
    unit("a digit", "'0'"),
    unit("a scale", "万"),
    unit("a scale with a unit of the software", "亿元"),
    unit("a qualifier", "多"),
    unit("a space", "' '"),
    unit("a placeholder", "'{grants}'"),
    unit("a number and a unit", "5000套"),
    unit("a currency that does not exist", "石", more="    currency: ZZZ\n"),
    unit("called as money", "石", "亿元", "CNY 100 million"),
    unit("English words of money", "石", more="    english: [CNY, million]\n"),
    # Passes; the hedge goes from every page: told as words that go.
    worded("a hedge left out", "period-hedged", "{period}", "{period}"),
    worded("a blank hedge", "hedge-expected", " ", " "),
    worded("Chinese in the English", "hedge-expected", "预期", "预期"),
    worded("TODO", "hedge-expected", "TODO", "TODO"),
    worded("a denial for a colon", "colon", "不", "not "),
    # Passes, changes nothing and is not told: assembly.py takes this word from the software alone.
    worded("a wording that is never shown", "period-not-stated", "{period}", "{period}"),
)

SPOTS = {
    "NUL": "\0",
    "zero-width": "\u200b",
    "bidi": "\u202e",
    "carriage return": "\r",
    "line separator": "\u2028",
    "lost character": "\ufffd",
    "private use": "\ue000",
}
SOURCES = (
    # Each passes where no quote holds it, and is printed: what stands in the received text is held against nothing.
    *(
        attempt(f"received text: {name}", (VERBATIM, "市科技局以主題活動為契機", f"市科技局以主題{spot}活動為契機"))
        for name, spot in SPOTS.items()
    ),
    # Passes, without any ledger: an erratum of what was never published.
    attempt(
        "an erratum of nothing",
        (
            "errata/one.yml",
            "",
            "figure: projects.grants\ndate: 2002-01-01\nstood:\n  zh: 980万元\n  en: CNY 9.8 million\n"
            "stands:\n  zh: 230万元\n  en: CNY 2.3 million\nwhy:\n  zh: 录入有误\n  en: It was mistyped\n",
        ),
    ),
    # Passes: so many reasons for one line.
    attempt(
        "a line left out twice", (DOCUMENT, "omitted:\n", "omitted:\n  - line: 2\n    zh: 另一说法\n    en: Another\n")
    ),
    # Passes: a line is a heading and text.
    attempt(
        "a line marked twice",
        (DOCUMENT, "\nnotes:\n", "\nmarks:\n  - line: 10\n    is: heading\n  - line: 10\n    is: text\n\nnotes:\n"),
    ),
    # Passes: there is no quantity there.
    attempt(
        "no quantity where none is read",
        (
            DOCUMENT,
            "\nnotes:\n",
            "\nnotes:\n  - id: found\n    sentence: s7-6\n    about: 受到村民欢迎\n    no_quantity: yes\n"
            "    zh: 说明\n    en: A remark\n",
        ),
    ),
)

FALSE = (
    *READ_SHORT,
    *RESULTS,
    *RECORDS,
    *PLACEHOLDERS,
    *TYPED_NUMBERS,
    *EMENDED,
    *VOCABULARY,
    *SOURCES,
)

ABOUT, HEADING = "docs/about.md", "## 内容怎样核对 {: #checked }\n"
PROSE_PAGES = (
    # The check finds nothing, and the build ends in a traceback (jinja2 TemplateNotFound).
    attempt("a template in a head", (ABOUT, "title: 关于本站", "title: 关于本站\ntemplate: home.html")),
    # Nothing says that the page of a record takes the place of this one, which is shown nowhere.
    attempt("a page where a record has one", ("docs/work-areas/projects.md", "", "# 科技项目申报\n\n获资助8000万元\n")),
    # Passes: readers see 8000万元, the diff says 元万0008 and dir rtl.
    attempt("text turned round", (ABOUT, HEADING, f'<bdo dir="rtl">元万0008</bdo>\n\n{HEADING}')),
    # Each passes; told as a link, an image or page information in no plain words.
    attempt(
        "a page that leads away",
        (ABOUT, HEADING, f'<meta http-equiv="refresh" content="0;url=https://example.org">\n\n{HEADING}'),
    ),
    attempt("links to another host", (ABOUT, HEADING, f'<base href="https://example.org/">\n\n{HEADING}')),
    attempt("a frame", (ABOUT, HEADING, f'<iframe src="https://example.org"></iframe>\n\n{HEADING}')),
    attempt("a link that is a program", (ABOUT, HEADING, f"[核对](javascript:alert(1))\n\n{HEADING}")),
    # Passes; the policy keeps browsers from it, the diff calls it “the same words”.
    attempt("a style that hides", (ABOUT, HEADING, f"<style>.hedge{{display:none}}</style>\n\n{HEADING}")),
)

NOTE = "    zh: 原文没有写计量单位（疑为“元”）。照录，不补单位。\n"
TABLE = "门急诊量\t45万人次"
HONEST = (
    # Refused: “less than half” has a qualifier that the Chinese is said not to have; the right words cannot be written.
    second("less than half of the plan", "完成不足规划数的一半", "Less than half of the plan was done."),
    # Refused: “Three” is not in the Chinese, which names 三减三健.
    second(
        "a campaign with numbers in its name",
        "“三减三健”讲座办了15场",
        "Of the talks “Three Reductions and Three Healths” 15 were held.",
    ),
    # Refused: the English lacks 三级.
    second("tertiary hospitals", "全市有三级医院2家", "The city has 2 tertiary hospitals."),
    # Refused: the English lacks 二级.
    second("secondary hospitals", "全市有二级以上医院5家", "The city has 5 hospitals at or above the secondary level."),
    # Refused: 10.5 and 10万 are two numbers.
    second("a rate with a stroke", "孕产妇死亡率10.5/10万", "Maternal mortality was 10.5 per 100,000."),
    # Refused: 8分 is a score or a tenth, not minutes, and 30秒 another figure.
    second("minutes and seconds", "救护车平均8分30秒到达", "Ambulances arrive in 8 minutes 30 seconds on average."),
    # Refused: 2.30 is read as a number, although 2. numbers the item and the range is 30至50.
    second(
        "an item number that touches a range",
        "2.30至50亩的小地块占比高",
        "2. Plots of 30 to 50 mu make up a large share.",
        numeral="30至50亩",
    ),
    # Refused: “1” is not in the Chinese, which says 第（一）项.
    second(
        "an article of a regulation",
        "依据《条例》第二十条第（一）项公开15件",
        "Under Article 20, item (1) of the Regulations 15 were published.",
    ),
    # Refused: 人次 must be visits or person-times.
    second("people served", "服务群众约3500人次", "About 3,500 people were served."),
    # Refused: the English lacks 100%.
    second("all passed", "抽检合格率100%", "All samples passed."),
    # Refused: “two” is typed, although 两癌 of the label is passed.
    second(
        "a label with a name",
        "“两癌”筛查完成8000人",
        "8,000 people were screened for the “two cancers”.",
        label=("“两癌”筛查", "Screened for the “two cancers”"),
    ),
    # Refused: 一体化 is told to be a number.
    attempt("一体化", (AREA, "zh: 科技局牵头组织成立“XX市", "zh: 推进一体化，科技局牵头组织成立“XX市")),
    # Refused: the English is said to lack 第一.
    attempt("第一时间", (AREA, "zh: 科技局牵头组织成立“XX市", "zh: 第一时间响应，科技局牵头组织成立“XX市")),
    # Refused: a note may not quote the number that it is about (a figure can be named, no_quantity has none).
    attempt("a note that quotes what it is about", (DOCUMENT, NOTE, NOTE.replace("原文没有写", "“价值30万”没有写"))),
    # Refused, and nothing helps: a quote may hold no tab, and without it the words do not stand in the text. Tables
    # come with tabs. The message shows the tab as “·”, which does not stand there either.
    second("a row of a table", "门急诊量\t45万人次", "Visits 450,000", quote="门急诊量 45万人次"),
    # Refused, and nothing helps: the same for a zero-width character that a web page brought; an emendation cannot
    # take it out, for its stood may not hold it.
    attempt("a zero-width character in the received text", (VERBATIM, "受到村民歡迎", "受到\u200b村民歡迎")),
    # Refused, rightly; the message says that “ ” should be “ ”, which nobody can see. The message counts.
    second(
        "a no-break space in the received text", "发放\u00a0手册15册", "It handed out 15 books.", quote="发放 手册15册"
    ),
    # Refused, with 30 problems that blame the emendations “term-project” and “comma”, which are right, and not the new
    # one, which is wrong: has_numeral() looks at an emendation alone, where 将引导 holds no number. The message counts.
    attempt(
        "the message names the emendation that is wrong",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: found\n    kind: insertion\n    stood: 将引导\n    printed: 已引导\n"
            "    zh: 用词\n    en: Wording\n",
        ),
        (PROJECTS, "该批项目的实施将引导", "该批项目的实施已引导"),
    ),
    # Refused, rightly; the first of three problems is that there is no figure “grants” and that it may be
    # “applicants”; the true cause, “1” should be “0”, is the second. The message counts.
    attempt("the message names the slip in a quote", (PROJECTS, GRANTS, GRANTS.replace("230", "231"))),
)

WORDS = "    quote: 下午接待群众120人次\n"
EMENDATION = """emendations:
  - id: found
    kind: insertion
    stood: 下午接待
    printed: 午后接待
    zh: 用词
    en: Wording
"""
OF_DOCUMENT = """figure: report
date: 2002-01-01
stood:
  zh: 旧
  en: old
stands:
  zh: 新
  en: new
why:
  zh: 录入有误
  en: It was mistyped
"""


def replaced(data: Path, file: str, old: str, new: str) -> None:
    """Replaces words of a file, all of them."""
    path = data / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def emend_with_an_erratum_of_nothing(data: Path) -> None:
    """Passes: any erratum with the document's id will do; that it says what changed is asked of none."""
    replaced(data, "documents/report.yml", "translations:\n", f"{EMENDATION}translations:\n")
    for name in ("visits", "all-of-it"):
        replaced(data, f"work-areas/{name}.yml", WORDS, WORDS.replace("下午", "午后"))
    (data / "errata").mkdir()
    (data / "errata/one.yml").write_text(OF_DOCUMENT, "utf-8")


def another_text_under_another_id(data: Path) -> None:
    """Passes: a document with another text takes the place of the published one, whose address leads to it.

    rules/vanished_from_data.py follows the address of the file of open data (/data/records/documents/report.json), not
    that of the page; where the file is retired with a reason and no ``moved_to``, the text may differ all the same.
    """
    for ending in ("yml", "txt"):
        (data / f"documents/report.{ending}").rename(data / f"documents/other.{ending}")
    replaced(data, "documents/other.yml", "report.txt", "other.txt")
    replaced(data, "bureau.yml", "current_document: report", "current_document: other")
    replaced(data, "documents/other.txt", "接待群众\n", "拒绝群众\n")
    for name in ("visits", "all-of-it"):
        replaced(data, f"work-areas/{name}.yml", "quote: 接待群众\n", "quote: 拒绝群众\n")
    retire(data, "moved", ["/sources/report/"], "moved_to: /sources/other/")


def a_retired_title_that_boasts(data: Path) -> None:
    """Passes: what stood at a retired address may be called anything, numbers too."""
    (data / "work-areas/visits.yml").unlink()
    addresses = ["/work-areas/visits/", "/data/records/work-areas/visits.json"]
    retire(data, "gone", addresses, "why:\n  zh: 不再公布\n  en: No longer published")
    replaced(data, "retired/gone.yml", "原来的内容", "接待群众9000万人次")
    replaced(data, "retired/gone.yml", "What stood there", "90 million visits")


def another_label(data: Path) -> None:
    """Passes: what a published figure counts is not remembered; the diff tells the label."""
    replaced(
        data,
        "work-areas/visits.yml",
        "      zh: 接待群众\n      en: Visits\n",
        "      zh: 拒绝群众\n      en: Refusals\n",
    )


def another_period_of_the_document(data: Path) -> None:
    """Passes: every figure of a document without a period of its own now says the document is of last year."""
    replaced(data, "documents/report.yml", "period: this-year", "period: last-year")


def another_issuer(data: Path) -> None:
    """Passes: of a published document, issuer, title, date and period are not remembered."""
    replaced(data, "documents/report.yml", "issuer:\n  zh: 某局", "issuer:\n  zh: 另一局")


SEALED: tuple[Callable[[Path], None], ...] = (
    emend_with_an_erratum_of_nothing,
    another_text_under_another_id,
    a_retired_title_that_boasts,
    another_label,
    another_period_of_the_document,
    another_issuer,
)
"""Each is done to ``small_bureau()`` after ``remember()``."""
