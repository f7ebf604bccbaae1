"""The attempts: what a forger would change in the data of the demonstration, and what should come of it."""

from __future__ import annotations

from dataclasses import dataclass

PROJECTS = "work-areas/projects.yml"
COMMISSIONERS = "work-areas/commissioners.yml"
BASES = "work-areas/bases.yml"
LEADING = "work-areas/leading-enterprises.yml"
RATE = "work-areas/enterprises-rate-offices.yml"
AREA = "work-areas/alliance.yml"
OUTREACH = "work-areas/outreach.yml"
CRAB = "alliances/river-crab.yml"
WEEK = "activities/science-week.yml"
COUNTRY = "activities/technology-to-the-countryside.yml"
DOCUMENT = "documents/h1-work-summary.yml"
VERBATIM = "documents/h1-work-summary.zh-Hant.txt"
PERIODS = "vocabulary/periods.yml"
UNITS = "vocabulary/units.yml"
BUREAU = "bureau.yml"
STATUSES = "vocabulary/commitment-statuses.yml"
STAGES = "vocabulary/project-stages.yml"
KINDS = "vocabulary/item-kinds.yml"


@dataclass(frozen=True)
class Change:
    """One place of a data file: what stands there and what is put in its stead; a new file where nothing stood."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Attempt:
    """An edit that would make the public site say something its source does not.

    ``told`` are words of the change that a person who approves it must see; empty where it must be refused.
    """

    id: str
    changes: tuple[Change, ...]
    told: tuple[str, ...] = ()


def attempt(ident: str, *changes: tuple[str, str, str], told: tuple[str, ...] = ()) -> Attempt:
    """An attempt, shortly written."""
    return Attempt(ident, tuple(Change(*one) for one in changes), told)


GRANTS = "    quote: 获得无偿资助金额230万元\n"
INVESTED = "    quote: 该批项目的实施将引导社会资金、企业科技投入近3000万元\n"
APPLICANTS = "    quote: XX市科技局已经帮助近20家企业、单位准备好了10个科技项目的申报材料\n    numeral: 近20家\n"
SENT = "    quote: 向螺山、汊河、戴家场等14个镇场所派出了15名科技特派员\n    numeral: 15名\n"
SUMMARY_WEEK = "，发放科技资料{materials}，接受现场咨询与服务{advice}。"

FIGURES = (
    attempt("value typed beside the quote", (PROJECTS, GRANTS, GRANTS + "    value: 23000000\n")),
    attempt("unit typed", (PROJECTS, GRANTS, GRANTS + "    unit: usd\n")),
    attempt("qualifier typed", (PROJECTS, INVESTED, INVESTED + "    qualifier: exact\n")),
    attempt("written typed", (PROJECTS, GRANTS, GRANTS + "    written: 230亿元\n")),
    attempt("quote cut behind the qualifier", (PROJECTS, INVESTED, "    quote: 3000万元\n")),
    attempt("quote cut before 将", (PROJECTS, "该批项目的实施将引导社会", "引导社会")),
    attempt("quote cut inside the numeral", (PROJECTS, "获得无偿资助金额230万元\n", "获得无偿资助金额230\n")),
    attempt("quote with another numeral", (PROJECTS, "获得无偿资助金额230万元\n", "获得无偿资助金额280万元\n")),
    attempt("quote with more words", (PROJECTS, "获得无偿资助金额230万元\n", "共获得无偿资助金额230万元\n")),
    attempt(
        "numeral of another number of the quote",
        (COMMISSIONERS, SENT, SENT.replace("numeral: 15名", "numeral: 14个")),
    ),
    attempt("numeral that is not there", (COMMISSIONERS, SENT, SENT.replace("15名", "150名"))),
    attempt("numeral cut out of a number", (COMMISSIONERS, SENT, SENT.replace("15名", "5名")), told=()),
    attempt("two numbers and none named", (COMMISSIONERS, SENT, SENT.replace("    numeral: 15名\n", ""))),
    attempt(
        "a reading where the program reads",
        (
            PROJECTS,
            GRANTS,
            GRANTS + "    numeral: 230万元\n    reading:\n      value: 23000000\n      unit: cny\n      why:\n"
            "        zh: 笔误\n        en: A slip\n",
        ),
    ),
    attempt(
        "a reading of words that are no number",
        (
            PROJECTS,
            GRANTS,
            GRANTS + "    numeral: 无偿资助\n    reading:\n      value: 23000000\n      unit: cny\n      why:\n"
            "        zh: 如此理解\n        en: So understood\n",
        ),
    ),
    attempt("another sentence's quote", (PROJECTS, GRANTS, "    quote: 建立原料生产基地30万亩\n")),
    attempt("a figure without a number", (PROJECTS, GRANTS, "    quote: 立项数和资助总额再创佳绩\n")),
    attempt("a figure taken out", (BASES, "figures:\n  - id: bases-built", "figures_gone:\n  - id: bases-built")),
    attempt("a period that is not stated", (PROJECTS, GRANTS, GRANTS + "    period: last-year\n")),
    attempt("the document's period stamped on", (PROJECTS, GRANTS, GRANTS + "    period: first-half\n")),
    attempt("a period of the next sentence", (COMMISSIONERS, SENT, SENT + "    period: this-year\n")),
    attempt("a period that hides the hedge", (PROJECTS, INVESTED, INVESTED + "    period: whole-year\n")),
    attempt(
        "label with an invented number",
        (PROJECTS, "zh: 获资助项目的无偿资助合计", "zh: 获8000万元资助项目的无偿资助合计"),
    ),
    attempt("label with a number in Han", (PROJECTS, "zh: 获资助项目的无偿资助合计", "zh: 八千万元无偿资助")),
    attempt(
        "English label with a number",
        (PROJECTS, "en: Total grants to the funded projects", "en: Total grants of CNY 80 million"),
    ),
    attempt(
        "English label with a number in words",
        (PROJECTS, "en: Total grants to the funded projects", "en: Eighty million in grants"),
    ),
    attempt(
        "label: each for total",
        (PROJECTS, "zh: 获资助项目的无偿资助合计", "zh: 每个获资助项目的无偿资助"),
        told=("每个获资助项目的无偿资助",),
    ),
    attempt(
        "English label: each for total",
        (PROJECTS, "en: Total grants to the funded projects", "en: Grant to each funded project"),
        told=("Grant to each funded project",),
    ),
    attempt(
        "label: achieved for aimed at",
        (PROJECTS, "zh: 将引导社会资金、企业科技投入", "zh: 已引导社会资金、企业科技投入"),
        told=("已引导社会资金",),
    ),
    attempt("note with an invented number", (PROJECTS, "各项目的资助金额，原文未载。", "各项目的资助金额为8000万元。")),
    attempt("note with full-width digits", (PROJECTS, "各项目的资助金额，原文未载。", "各项目均为８０万元。")),
    attempt(
        "English note with a number",
        (PROJECTS, "how much each received is not stated in the source", "each received USD 3 million"),
    ),
    attempt(
        "note taken out",
        (
            PROJECTS,
            "    note:\n      zh: 此数为{projects-funded}项目的合计；各项目的资助金额，原文未载。\n      en: This is the total for {projects-funded} projects; how much each received is not stated in the source.\n",
            "",
        ),
        told=("此数为",),
    ),
    attempt(
        "series of figures that do not belong",
        (COMMISSIONERS, "  - id: places-served\n", "  - id: places-served\n    series: commissioners\n"),
    ),
    attempt(
        "lead figure exchanged",
        (PROJECTS, "lead_figure: grants", "lead_figure: outside-investment"),
        told=("outside-investment",),
    ),
    attempt(
        "key figure exchanged",
        (BUREAU, "  - projects.grants\n", "  - leading-enterprises.funds-secured\n"),
        told=("980",),
    ),
)

PROSE = (
    attempt("summary with an inflated number", (WEEK, "发放科技资料{materials}，", "发放科技资料15万份，")),
    attempt("summary with a number in Han", (WEEK, "发放科技资料{materials}，", "发放科技资料九万份，")),
    attempt("summary with full-width digits", (WEEK, "发放科技资料{materials}，", "发放科技资料５００００份，")),
    attempt("summary with a financial numeral", (WEEK, "发放科技资料{materials}，", "发放科技资料玖万份，")),
    attempt("summary with a vague number", (WEEK, "发放科技资料{materials}，", "发放科技资料数十万份，")),
    attempt("summary with a percentage", (WEEK, "科技活动周期间，科技局", "科技活动周期间，满意率百分之百，科技局")),
    attempt("the right number, typed", (WEEK, "发放科技资料{materials}，", "发放科技资料15000份，")),
    attempt(
        "two placeholders exchanged in Chinese",
        (WEEK, SUMMARY_WEEK, "，发放科技资料{advice}，接受现场咨询与服务{materials}。"),
    ),
    attempt(
        "two placeholders exchanged in English",
        (
            WEEK,
            "handed out {materials} of science and technology material and gave on-the-spot advice and service ({advice})",
            "handed out {advice} of science and technology material and gave on-the-spot advice and service ({materials})",
        ),
    ),
    attempt(
        "two placeholders exchanged in both",
        (WEEK, SUMMARY_WEEK, "，发放科技资料{advice}，接受现场咨询与服务{materials}。"),
        (
            WEEK,
            "handed out {materials} of science and technology material and gave on-the-spot advice and service ({advice})",
            "handed out {advice} of science and technology material and gave on-the-spot advice and service ({materials})",
        ),
        told=("4000人次",),
    ),
    attempt(
        "a placeholder of another record",
        (WEEK, "发放科技资料{materials}，", "发放科技资料{technology-to-the-countryside.materials}，"),
    ),
    attempt("a placeholder that does not exist", (WEEK, "发放科技资料{materials}，", "发放科技资料{material}，")),
    attempt("fifteen hundred for 15,000", (WEEK, "handed out {materials} of", "handed out fifteen hundred copies of")),
    attempt("dozen", (WEEK, "handed out {materials} of", "handed out {materials} dozen of"), told=("dozen",)),
    attempt(
        "ten million for 10", (PROJECTS, "papers for {projects-prepared} projects", "papers for ten million projects")
    ),
    attempt("months for years in the deadline", (CRAB, "en: within {goal-term} (from", "en: within 3 months (from")),
    attempt("three months in words", (CRAB, "en: within {goal-term} (from", "en: within three months (from")),
    attempt(
        "deadline without its number", (CRAB, 'zh: "{goal-term}内（起算日期原文未载）"', "zh: 年内（起算日期原文未载）")
    ),
    attempt(
        "USD put before a placeholder",
        (PROJECTS, "with grants of {grants}.", "with grants of USD {grants}."),
        told=("USD",),
    ),
    attempt(
        "more than for nearly, typed", (PROJECTS, "helped {applicants} enterprises", "helped more than 20 enterprises")
    ),
    attempt(
        "more than before a placeholder",
        (PROJECTS, "helped {applicants} enterprises", "helped more than {applicants} enterprises"),
    ),
    attempt("超过 before a placeholder", (PROJECTS, "已经帮助{applicants}企业", "已经帮助超过{applicants}企业")),
    attempt(
        "万 behind a placeholder",
        (COMMISSIONERS, "派出{sent-last-year}科技", "派出{sent-last-year}万科技"),
        told=("万",),
    ),
    attempt("a digit before a placeholder", (COMMISSIONERS, "派出{sent-last-year}科技", "派出9{sent-last-year}科技")),
    attempt("a date that nobody states", (WEEK, "科技活动周期间，科技局", "2023年5月科技活动周期间，科技局")),
    attempt(
        "English date that nobody states",
        (WEEK, "en: During Science and Technology Week", "en: In May 2023, during Science and Technology Week"),
    ),
    attempt("a rank that nobody states", (WEEK, "开展现场咨询活动，发放", "开展现场咨询活动，居全省第一，发放")),
    attempt(
        "English rank that nobody states",
        (
            WEEK,
            "held on-the-spot advice sessions, handed",
            "held on-the-spot advice sessions, ranking first in the province, handed",
        ),
    ),
    attempt("a multiple", (PROJECTS, "无偿资助金额{grants}。", "无偿资助金额{grants}，翻了两番。")),
    attempt(
        "English multiple", (PROJECTS, "with grants of {grants}.", "with grants of {grants}, three times last year's.")
    ),
    attempt("half", (WEEK, "科技局联合其他部门", "科技局联合半数以上部门")),
    attempt("none", (PROJECTS, "with grants of {grants}.", "with grants of {grants} and none repaid."), told=()),
    attempt(
        "zh and en exchanged",
        (
            RATE,
            "  zh: 企业评机关\n  en: Enterprises rate government offices\n",
            "  zh: Enterprises rate government offices\n  en: 企业评机关\n",
        ),
    ),
    attempt("English equal to the Chinese", (RATE, "en: Enterprises rate government offices", "en: 企业评机关")),
    attempt("TODO", (RATE, "en: Enterprises rate government offices", "en: TODO")),
    attempt("待译", (RATE, "en: Enterprises rate government offices", "en: 待译")),
    attempt("blank", (RATE, "en: Enterprises rate government offices", 'en: " "')),
    attempt("empty", (RATE, "en: Enterprises rate government offices", "en:")),
    attempt("Traditional in a Simplified field", (RATE, "zh: 企业评机关\n", "zh: 企業評機關\n")),
    attempt("summary denied", (BASES, "重点建设{bases-built}科技", "未建设{bases-built}科技")),
    attempt(
        "summary says achieved",
        (
            AREA,
            "力争在{river-crab.goal-term}内把“洪湖清水”蟹打造成中国“驰名商标”",
            "已在{river-crab.goal-term}内把“洪湖清水”蟹打造成中国“驰名商标”",
        ),
        told=("已在",),
    ),
    attempt("English says achieved", (AREA, "and strives to make", "and has made"), told=("has made",)),
    attempt("title changed", (PROJECTS, "zh: 科技项目申报", "zh: 获奖科技项目"), told=("获奖科技项目",)),
)

STATEMENTS = (
    attempt(
        "a statement's clause invented",
        (WEEK, "    quote: 积极开展科普宣传活动\n", "    quote: 获得全国先进单位称号\n"),
    ),
    attempt(
        "a prize quoting 活动",
        (
            WEEK,
            "  - en: The bureau actively carried out science outreach.\n    quote: 积极开展科普宣传活动\n",
            "  - zh: 获得全国科普先进单位称号。\n    en: It won a national prize.\n    quote: 活动\n",
        ),
    ),
    attempt(
        "a prize quoting a comma",
        (
            WEEK,
            "  - en: The bureau actively carried out science outreach.\n    quote: 积极开展科普宣传活动\n",
            "  - zh: 获得全国科普先进单位称号。\n    en: It won a national prize.\n    quote: ，\n",
        ),
    ),
    attempt(
        "a prize on a whole clause",
        (
            WEEK,
            "  - en: The bureau actively carried out science outreach.\n",
            "  - zh: 获得全国科普先进单位称号。\n    en: It won a national prize for science outreach.\n",
        ),
        told=("获得全国科普先进单位称号",),
    ),
    attempt(
        "a clause without its 力争",
        (
            AREA,
            "    quote: 推进产学研结合，提升洪湖河蟹产业技术创新能力\n",
            "    quote: 在3年内把“洪湖清水”蟹打造成中国“驰名商标”\n",
        ),
    ),
    attempt(
        "half of a clause",
        (
            COMMISSIONERS,
            "    quote: 受到了广大农民群众的欢迎，取得了良好的经济和社会效益\n",
            "    quote: 受到了广大农民群众\n",
        ),
    ),
    attempt(
        "two clauses that do not stand together",
        (
            COMMISSIONERS,
            "    quote: 受到了广大农民群众的欢迎，取得了良好的经济和社会效益\n",
            "    quote: 去年，取得了良好的经济和社会效益\n",
        ),
    ),
    attempt(
        "number in a statement's English",
        (LEADING, "applied for {projects-applied} projects", "applied for 40 projects"),
    ),
    attempt(
        "statement's English without its number",
        (LEADING, "applied for {projects-applied} projects", "applied for projects"),
    ),
    attempt(
        "statement's English denied",
        (AREA, "en: The alliance brings industry", "en: The alliance does not bring industry"),
        told=("does not bring",),
    ),
    attempt(
        "statement's English says another thing",
        (BASES, "en: The bureau pushed ahead with the project", "en: The bureau completed the project"),
        told=("completed the project",),
    ),
    attempt(
        "reworded with a number",
        (WEEK, "zh: 现场咨询活动由科技局联合其他部门开展；", "zh: 现场咨询活动由科技局联合20个部门开展；"),
    ),
    attempt(
        "reworded",
        (WEEK, "zh: 现场咨询活动由科技局联合其他部门开展；", "zh: 现场咨询活动由科技局联合全市各部门开展；"),
        told=("联合全市各部门开展",),
    ),
)

NAMES = (
    attempt("a list's name that nobody names", (COMMISSIONERS, "        zh: 螺山\n", "        zh: 峰口\n")),
    attempt("a list's name cut short", (LEADING, "        zh: 德炎水产\n", "        zh: 德炎\n"), told=("德炎",)),
    attempt(
        "a list's English with a number",
        (COMMISSIONERS, "        en: Zhongke No. 3 gibel carp", "        en: Zhongke No. 5 gibel carp"),
    ),
    attempt(
        "an item taken out",
        (LEADING, "      - id: minhong\n        zh: 闽洪水产\n        en: Minhong Aquatic Products\n", ""),
        told=("闽洪水产",),
    ),
    attempt("open_ended typed", (COMMISSIONERS, "    kind: field\n", "    kind: field\n    open_ended: no\n")),
    attempt("total of another figure", (COMMISSIONERS, "    of: places-served\n", "    of: new-breeds\n"), told=()),
    attempt(
        "another project's company",
        (
            PROJECTS,
            "      zh: 蓝光电子\n      en: Languang Electronics\n",
            "      zh: 力拓能源\n      en: Lituo Energy\n",
        ),
    ),
    attempt("a company that is not named", (PROJECTS, "      zh: 蓝光电子\n", "      zh: 华为公司\n")),
    attempt(
        "a programme that is not named",
        (
            PROJECTS,
            "    programme:\n      zh: 科技型中小企业国家创新基金项目计划\n      en: National innovation fund programme for technology-based small and medium-sized enterprises\n    stage: funded\n    grant_together: grants\n    quote: 3个项目",
            "    programme:\n      zh: 国家重点研发计划\n      en: National key programme\n    stage: funded\n    grant_together: grants\n    quote: 3个项目",
        ),
    ),
    attempt(
        "a grant that is land",
        (PROJECTS, "    grant_together: grants\n", "    grant: leading-enterprises.raw-material-land\n"),
    ),
    attempt(
        "a grant that is expected money",
        (PROJECTS, "    grant_together: grants\n", "    grant_together: outside-investment\n"),
        told=("outside-investment",),
    ),
    attempt(
        "its own grant for the total",
        (PROJECTS, "    grant_together: grants\n", "    grant: grants\n"),
        told=("grant",),
    ),
    attempt(
        "a stage that was not reached",
        (
            PROJECTS,
            "  - stage: prepared\n    figures: [projects-prepared, applicants]\n",
            "  - stage: funded\n    figures: [projects-prepared, applicants]\n",
        ),
        told=("获得资助",),
    ),
    attempt("names not stated taken back", (CRAB, "    names_not_stated: yes\n", ""), told=("原文",)),
)

GOALS = (
    attempt(
        "met under 力争",
        (
            CRAB,
            "    quote: 力争在3年内把“洪湖清水”蟹打造成中国“驰名商标”\nlists:",
            "    quote: 力争在3年内把“洪湖清水”蟹打造成中国“驰名商标”\n    progress:\n      - en: It was met within {goal-term}.\n        status: met\n        period: first-half\n        quote: 力争在3年内把“洪湖清水”蟹打造成中国“驰名商标”\nlists:",
        ),
    ),
    attempt(
        "met on another clause of the same sentence",
        (
            CRAB,
            "    quote: 力争在3年内把“洪湖清水”蟹打造成中国“驰名商标”\nlists:",
            "    quote: 力争在3年内把“洪湖清水”蟹打造成中国“驰名商标”\n    progress:\n      - en: It makes Honghu’s aquatic industry more competitive.\n        status: met\n        period: first-half\n        quote: 增强洪湖水产业的竞争力\nlists:",
        ),
    ),
    attempt("an invented due date", (CRAB, "    term: goal-term\n", "    term: goal-term\n    due: 2030-12-31\n")),
    attempt("the term of another figure", (CRAB, "    term: goal-term\n", "    term: projects.time-spent\n"), told=()),
    attempt(
        "the status reworded",
        (STATUSES, "    zh: 结果原文未载\n    en: result not stated in the source\n", "    zh: 已实现\n    en: met\n"),
        told=("已实现",),
    ),
    attempt(
        "the stage reworded",
        (STAGES, "    zh: 准备申报材料\n    en: application prepared\n", "    zh: 已获资助\n    en: funded\n"),
        told=("已获资助",),
    ),
)

VOCABULARY = (
    attempt(
        "CNY redefined",
        (UNITS, "", "entries:\n  - id: cny\n    zh: 美元\n    en: USD\n    written: [元]\n    currency: USD\n"),
    ),
    attempt(
        "元 written for another unit",
        (UNITS, "", "entries:\n  - id: dollar\n    zh: 美元\n    en: dollars\n    written: [元]\n    currency: USD\n"),
    ),
    attempt(
        "名 written for another unit",
        (UNITS, "", "entries:\n  - id: thousand-people\n    zh: 千人\n    en: thousand people\n    written: [名]\n"),
    ),
    attempt(
        "上半年 redefined",
        (
            PERIODS,
            "entries:\n",
            "entries:\n  - id: first-half\n    order: 1\n    zh: 全年\n    en: whole year\n    words: [上半年]\n",
        ),
    ),
    attempt(
        "去年 given another meaning",
        (
            PERIODS,
            "entries:\n",
            "entries:\n  - id: ten-years\n    order: 1\n    zh: 十年来\n    en: in ten years\n    words: [去年]\n",
        ),
    ),
    attempt(
        "a bureau's period reworded",
        (
            PERIODS,
            "    zh: 开展科技下乡以来\n    en: since the countryside activities began\n",
            "    zh: 上半年\n    en: first half of the year\n",
        ),
        told=("first half of the year",),
    ),
    attempt(
        "a period of words that mean nothing",
        (
            PERIODS,
            "entries:\n",
            "entries:\n  - id: ever\n    order: 1\n    zh: 历年累计\n    en: over the years\n    words: [资助]\n",
        ),
        told=(),
    ),
    attempt(
        "qualifiers redefined",
        ("vocabulary/qualifiers.yml", "", "entries:\n  - id: nearly\n    zh: 近\n    en: more than\n"),
    ),
    attempt(
        "an interface word turned round",
        ("vocabulary/interface.yml", "", "entries:\n  hedge-expected:\n    zh: 已实现\n    en: achieved\n"),
        told=("已实现",),
    ),
    attempt(
        "a kind of list reworded",
        (
            KINDS,
            "    zh: 探索解决的难题\n    en: problems it seeks to solve\n",
            "    zh: 已解决的难题\n    en: problems solved\n",
        ),
        told=("已解决的难题",),
    ),
)

SOURCES = (
    attempt(
        "the received text rewritten",
        (VERBATIM, "獲得無償資助金額230萬元", "獲得無償資助金額980萬元"),
        (PROJECTS, "获得无偿资助金额230万元\n", "获得无偿资助金额980万元\n"),
        (DOCUMENT, "received grants of CNY 2.3 million", "received grants of CNY 9.8 million"),
        (PROJECTS, "获得无偿资助金额230万元，立项数", "获得无偿资助金额980万元，立项数"),
        told=("980万元",),
    ),
    attempt(
        "the received text rewritten, quotes left", (VERBATIM, "獲得無償資助金額230萬元", "獲得無償資助金額980萬元")
    ),
    attempt(
        "a sentence added to the received text",
        (VERBATIM, "立項數和資助總額再創佳績。", "立項數和資助總額再創佳績。獲全國一等獎3項。"),
    ),
    attempt(
        "an emendation of a number",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: more\n    kind: punctuation\n    stood: 230万元\n    printed: 980万元\n    zh: 标点\n    en: Punctuation\n",
        ),
    ),
    attempt(
        "an emendation of a unit",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: unit\n    kind: punctuation\n    stood: 30万亩\n    printed: 30万元\n    zh: 标点\n    en: Punctuation\n",
        ),
    ),
    attempt(
        "an emendation that supplies a scale",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: scale\n    kind: insertion\n    stood: 980多元\n    printed: 980多万元\n    zh: 疑缺“万”字\n    en: A character seems to be missing\n",
        ),
    ),
    attempt(
        "an emendation of a qualifier",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: nearly\n    kind: insertion\n    stood: 近3000\n    printed: 超3000\n    zh: 用词\n    en: Wording\n",
        ),
    ),
    attempt(
        "an emendation of a hedge",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: will\n    kind: insertion\n    stood: 将引导\n    printed: 已引导\n    zh: 用词\n    en: Wording\n",
        ),
    ),
    attempt(
        "an emendation of 力争",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: strive\n    kind: insertion\n    stood: 力争在\n    printed: 已在\n    zh: 用词\n    en: Wording\n",
        ),
    ),
    attempt(
        "an emendation that denies",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: deny\n    kind: insertion\n    stood: 受到村民欢迎\n    printed: 未受到村民欢迎\n    zh: 缺字\n    en: A character is missing\n",
        ),
    ),
    attempt(
        "an emendation of a name",
        (
            DOCUMENT,
            "emendations:\n",
            "emendations:\n  - id: name\n    kind: term-swap\n    stood: 蓝光电子\n    printed: 红光电子\n    zh: 用词\n    en: Wording\n",
        ),
    ),
    attempt(
        "a line left out",
        (DOCUMENT, "omitted:\n", "omitted:\n  - line: 22\n    zh: 网页文字\n    en: Text of the web page\n"),
    ),
    attempt(
        "a sentence's translation with another number",
        (DOCUMENT, "received grants of CNY 2.3 million", "received grants of CNY 23 million"),
    ),
    attempt(
        "a sentence's translation in another currency",
        (DOCUMENT, "received grants of CNY 2.3 million", "received grants of USD 2.3 million"),
    ),
    attempt(
        "a sentence's translation without its number",
        (DOCUMENT, "received grants of CNY 2.3 million", "received grants"),
    ),
    attempt(
        "a sentence's translation with another qualifier",
        (DOCUMENT, "nearly CNY 30 million", "more than CNY 30 million"),
    ),
    attempt("a sentence's translation without its qualifier", (DOCUMENT, "nearly CNY 30 million", "CNY 30 million")),
    attempt(
        "two numbers of a translation exchanged",
        (
            DOCUMENT,
            "To 14 towns and other places [unclear in the source], among them Luoshan, Chahe and Daijiachang, it sent 15 commissioners",
            "To 15 towns and other places [unclear in the source], among them Luoshan, Chahe and Daijiachang, it sent 14 commissioners",
        ),
    ),
    attempt("a sentence's translation in months", (DOCUMENT, "of China within 3 years.", "of China within 3 months.")),
    attempt(
        "a sentence's translation gone",
        (DOCUMENT, "    s7-2: First, the bureau actively carried out science outreach.\n", ""),
    ),
    attempt(
        "a sentence's translation a placeholder",
        (DOCUMENT, "    s7-2: First, the bureau actively carried out science outreach.\n", "    s7-2: TBD\n"),
    ),
    attempt(
        "a sentence's translation in Chinese",
        (
            DOCUMENT,
            "    s7-2: First, the bureau actively carried out science outreach.\n",
            "    s7-2: 一是积极开展科普宣传活动。\n",
        ),
    ),
    attempt(
        "two translations exchanged",
        (DOCUMENT, "    s4-3: second, we", "    s4-4: second, we"),
        (DOCUMENT, "    s4-4: third, we", "    s4-3: third, we"),
    ),
    attempt(
        "a number hidden as none",
        (
            DOCUMENT,
            "notes:\n",
            "notes:\n  - id: hidden\n    sentence: s5-4\n    about: 230万元\n    no_quantity: yes\n    zh: 文号\n    en: A document number\n",
        ),
        told=("文号",),
    ),
    attempt(
        "a note with a number",
        (DOCUMENT, "    zh: 原文没有写计量单位（疑为“元”）。照录，不补单位。\n", "    zh: 实为300万元。\n"),
    ),
    attempt(
        "a note's English with a number",
        (DOCUMENT, "The source gives no unit (yuan is probably meant).", "The source means CNY 3 million."),
    ),
    attempt(
        "a note taken out",
        (
            DOCUMENT,
            "  - id: no-unit\n    sentence: s7-7\n    about: 价值30万\n    zh: 原文没有写计量单位（疑为“元”）。照录，不补单位。\n    en: The source gives no unit (yuan is probably meant). Printed as it stands, with no unit supplied.\n",
            "",
        ),
        told=("原文没有写计量单位",),
    ),
    attempt(
        "an invented date of the document",
        (DOCUMENT, "period: first-half\n", "period: first-half\ndate: 2023-07-10\n"),
        told=("2023年7月10日",),
    ),
    attempt(
        "an invented document number",
        (DOCUMENT, "period: first-half\n", "period: first-half\ndocument_number: 洪科发〔2023〕12号\n"),
        told=("洪科发〔2023〕12号",),
    ),
    attempt(
        "another period of the document", (DOCUMENT, "period: first-half\n", "period: whole-year\n"), told=("全年",)
    ),
    attempt(
        "another title",
        (
            DOCUMENT,
            "issuer:\n",
            "title:\n  zh: 市科技局全年工作总结\n  en: Work summary of the Bureau for the whole year\nissuer:\n",
        ),
        told=("全年工作总结",),
    ),
    attempt(
        "another issuer",
        (
            DOCUMENT,
            "issuer:\n  zh: 市科技局\n  en: Municipal Science and Technology Bureau\n",
            "issuer:\n  zh: 国务院\n  en: State Council\n",
        ),
        told=("国务院",),
    ),
    attempt("a heading made text", (DOCUMENT, "notes:\n", "marks:\n  - line: 16\n    is: text\n\nnotes:\n")),
    attempt("a name of the bureau that no source has", (BUREAU, "  - zh: XX市科技局\n", "  - zh: 洪湖市科技局\n")),
    attempt(
        "an invented site code",
        (BUREAU, "demonstration: yes\n", 'demonstration: yes\nsite_code: "4210830001"\n'),
        told=("4210830001",),
    ),
    attempt(
        "an invented telephone",
        (BUREAU, "demonstration: yes\n", "demonstration: yes\ntelephone: 0716-2222222\n"),
        told=("0716-2222222",),
    ),
)

ATTEMPTS = (*FIGURES, *PROSE, *STATEMENTS, *NAMES, *GOALS, *VOCABULARY, *SOURCES)
