"""Opposites: what a text says in one language and the other turns into its contrary, a loss into a profit.

A pair is told only of words that say the contrary and nothing else: a translator has many ways to say the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pole:
    """One of two opposites: the Chinese that says it, and all that may say it; the English likewise."""

    zh: re.Pattern[str]
    may_zh: re.Pattern[str]
    en: re.Pattern[str]
    may_en: re.Pattern[str]


def pole(zh: str, en: str, may_zh: str = "(?!)", may_en: str = "(?!)") -> Pole:
    """One of two opposites, by its words and by what else may say it."""
    return Pole(
        re.compile(zh),
        re.compile(f"{zh}|{may_zh}"),
        re.compile(rf"\b(?:{en})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{en}|{may_en})\b", re.IGNORECASE),
    )


ONE_NUMERAL = "[0-9一二两三四五六七八九十]"
OPPOSITES = (
    (
        pole("盈利|盈余|顺差", r"profit\w*|surplus\w*|earn\w*|gains?", "收入|利润|扭亏"),
        pole("亏|赤字|逆差", "loss|losses|lost|deficits?", may_en="red"),
    ),
    (
        pole("提前|提早", r"earl(?:y|ier)|ahead|advance\w*|before|beforehand|sooner|prior|forward"),
        pole(
            "推迟|延期|延后|滞后|逾期|拖延|超期|(?<![每当夜傍早村春今昨])晚(?![上会间餐])",
            r"late|later|behind|delay\w*|overdue|postpone\w*|put off|after",
            may_en=r"fail\w*|miss\w*|not",
        ),
    ),
    (
        pole(
            "(?<![不得能一])高于|高出",
            "above|(?:higher|more|faster) than|ahead of",
            "超|优于|以上|领先",
            r"over|up|\w+er|exceed\w*|outpac\w*|beat\w*",
        ),
        pole(
            "(?<![不得能一])低于",
            "below|(?:lower|less|fewer|slower) than|short of|behind",
            "不足|不到|落后|以下",
            r"under|down|\w+er|within|not|no",
        ),
    ),
    (
        pole(
            "超额|超计划|超目标",
            r"exceed\w*|surpass\w*",
            "超|突破|高",
            r"above|over\w*|beyond|more|ahead|excess|beat\w*|higher",
        ),
        pole(
            "未完成",
            r"(?:fell|falls?|was|were) short|short of|short by|miss(?:ed|es)",
            "[未没不差欠缺距]",
            r"below|under\w*|fail\w*|behind|not?|less|fewer|un\w+|incomplete",
        ),
    ),
    (
        pole(
            "(?<!不)仅|只有",
            "only|merely|a mere|no more than",
            "[只唯才独单首刚]",
            r"just|alone|solely|few\w*|exclusively|but|one",
        ),
        pole(
            "多达|高达",
            "as (?:many|much|high) as|no (?:fewer|less) than",
            "超|就|多达|高达|达到",
            r"up to|over|more|fully|reach\w*|stood|was|were",
        ),
    ),
    (
        pole(
            "(?<!存)在建(?![档立议章])|正在建设|续建",
            "under construction|being built|under way|underway|in progress|still being",
            "建设|推进|加快|施工|[开动复]工|进行|开展|实施|正在|启动|未",
            r"ongoing|continu\w*|build\w*|being|unfinished|yet|start\w*|begun|going up|in hand",
        ),
        pole(
            "(?<!未)(?:建成|竣工|完工|完成|落成|投产)",
            r"(?:was|were|been|are|is) (?:completed|finished)|completed",
            "[成完竣毕结了]|投[产用入]",
            "finished|built|complete|opened|done|ready",
        ),
    ),
    (
        pole(
            f"(?:{ONE_NUMERAL}个?[年月日天周]|[年月][底末])(?:之前|以前|前|之内|以内|内)",
            "before|within|by the end|no later than",
            "[前内先早未不]",
            r"by|in|until|prior|ahead|ago|earlier|to|under|at most|less|not|no|during|over|inside",
        ),
        pole(
            f"(?:{ONE_NUMERAL}个?[年月日天周]|[年月][底末])(?:之后|以后|后)",
            "after|later than|beyond",
            "[后起外]",
            r"following|later|from|since|then|once|next|on|in|behind|more",
        ),
    ),
    (
        pole(
            "[自从][^，。；]{1,14}(?:起|开始|以来)",
            r"from \d{4}|from \d{1,2} [A-Z]\w+|onwards?|with effect from",
            "[起自从来后]",
            r"from|since|start\w*|beg[iau]n\w*|effect\w*|as of|after|in|for|over|on|now|to date|so far",
        ),
        pole(
            "截至|截止|为止",
            "until|till",
            "[至到止底]",
            r"by|up to|as of|as at|at|so far|to date|through|end|now|had|have|has",
        ),
    ),
    (
        pole(
            f"(?<![公中])共[计有为达约近]?(?={ONE_NUMERAL})|合计|总计",
            "in all|in total|altogether|combined|the total (?:was|came|is)|total income",
            "[共总合全累]|都",
            r"total\w*|overall|together|sum\w*|all|both",
        ),
        pole(
            f"各(?={ONE_NUMERAL}|[约近超达])|[人户亩村]均|平均|每[人户村亩家个名位]",
            r"\d[^.,;]{0,30} (?:each|apiece)|per (?:person|head|capita|household|family|village|mu)",
            "[各每均人户/／]|分别|单价",
            r"each|every|averag\w*|mean|an?|per",
        ),
    ),
    (
        pole(
            "出口",
            r"exports?|exported|exporting",
            "外[销贸]|出境|国外|海外|境外",
            r"abroad|overseas|foreign|exits?|gates?|outlets?|export\w*",
        ),
        pole(
            "进口",
            "imports?|imported|importing",
            "进出口|引进|国外|海外|境外",
            r"import\w*|foreign|overseas|abroad|entr\w+|inlet\w*",
        ),
    ),
    (
        pole(
            "收入",
            "income|revenues?|receipts|earnings",
            "[收入税盈利得]",
            r"earn\w*|spent|took in|taking\w*|wages?|pay|paid|sales|brought|collect\w*|includ\w*|proceeds",
        ),
        pole(
            "支出(?!型)",
            r"spending|spent|expenditures?|outlays?",
            "[支花费用投资本]",
            r"expen[sd]\w*|paid|pay\w*|cost\w*|disburs\w*|budget\w*|went|goes|used?|invest\w*",
        ),
    ),
    (
        pole(
            "男",
            "men|males?|boys?",
            "[父兄弟爷夫]|子弟",
            r"man|male\w*|he|his|husbands?|fathers?|brothers?|gentlem[ae]n|sons?",
        ),
        pole(
            "(?<!子)女",
            "wom[ae]n|females?|girls?",
            "[妇母姐妹婆妻]",
            r"she|her|mothers?|sisters?|daughters?|wi(?:fe|ves)|ladies|lady|maternal",
        ),
    ),
    (
        pole("城镇|城市|城区", "urban", "[城市镇]|转移|落户", r"cit(?:y|ies)|towns?\w*|municipal\w*"),
        pole("农村|乡村", "rural", "[农乡村]", r"villag\w*|countryside|farm\w*|country"),
    ),
    (
        pole(
            "国有|公办|公立",
            "state[- ](?:owned|run)|publicly (?:owned|run)",
            "[国公央]",
            r"state|SOEs?|public\w*|national\w*|government\w*",
        ),
        pole("民营|私营|民办|私立", r"private|privately", "[民私]|社会|非公", r"non-\w+|independent\w*"),
    ),
    (
        pole(
            "失业",
            "unemployment|unemployed|jobless",
            "[失无待离]业|下岗|零就业|困难|援助|帮扶",
            r"lost|out of work|laid off|redundan\w*|unemploy\w*|idle",
        ),
        pole(
            "就业",
            "employment rate|in work|employed",
            "[就创从]业|上岗|职工",
            r"employ\w*|jobs?|work\w*|hir\w*|posts?|recruit\w*",
        ),
    ),
    (
        pole("存款", "deposits?", "[存储押定]", r"saving\w*|deposited"),
        pole("贷款", "loans?|lending", "[贷借融]", r"lend\w*|lent|credit\w*|borrow\w*|mortgag\w*|financ\w*"),
    ),
    (
        pole("(?<!不良)资产(?!负债)", "assets?", "资产|[资财产]", r"capital|propert\w+|estate|holdings?"),
        pole("负债|债务", r"liabilit(?:y|ies)|debts?", "[债负欠]", r"owe\w*|borrow\w*|indebted\w*|arrears|liable"),
    ),
    (
        pole(
            "死亡|遇难|身亡",
            "died|dead|deaths?|killed",
            "[死亡故殁逝]|遇难|牺牲",
            r"fatal\w*|lives|lost|mortal\w*|kill\w*|die|dying|casualt\w+|victims?",
        ),
        pole("受伤", "injur(?:y|ies|ed)|wounded", "[伤残]", r"hurt|wound\w*|injur\w*|casualt\w+|harm\w*"),
    ),
    (
        pole(
            "(?<![不未有])(?:批准|核准|获批)",
            "approved|granted|authoris(?:ed)|authorized",
            "[批准许授]|通过|同意|立项",
            r"approv\w*|grant\w*|authori\w*|ratif\w*|licen\w*|permit\w*|agree\w*|consent\w*|clear\w*|endors\w*|passed|sign\w*",
        ),
        pole(
            "否决|驳回",
            "rejected|refused|vetoed|turned down|voted down",
            "[否驳拒退]|不予|未",
            r"reject\w*|refus\w*|veto\w*|dismiss\w*|not?|declin\w*|down|denied|overturn\w*",
        ),
    ),
    (
        pole("结余|节余", r"surplus\w*|balances?", "[余盈]", r"left|remain\w*|sav\w+|unspent|carried|over"),
        pole(
            "缺口|短缺",
            r"shortfalls?|shortages?|deficits?",
            "[缺短差负]|不足|赤字",
            r"gaps?|lack\w*|short|need\w*|missing|want\w*|openings?",
        ),
    ),
    (
        pole(
            "减免|免征|免收|豁免|减征",
            "waived|exempted|remitted|forgiven",
            "[减免缓退]|优惠|降",
            r"waiv\w*|exempt\w*|relie\w+|remi\w+|cuts?|reduc\w*|free|forg\w+|less|lower\w*|concession\w*|refund\w*|sav\w*|not",
        ),
        pole(
            "(?<![未再])(?:征收|收取|征缴)",
            "collected|levied|charged",
            "[征收缴入]",
            r"collect\w*|lev(?:y|ies|ying)|charg\w*|tak\w*|paid|pay\w*|requisition\w*|expropriat\w*",
        ),
    ),
    (
        pole(
            "表彰|表扬|嘉奖",
            r"praised|commended|honou?red|rewarded",
            "[奖誉优先荣]|[表褒]",
            r"prais\w*|commend\w*|award\w*|honou?r\w*|reward\w*|cit(?:ed|ation\w*)|recogni\w*|prizes?|named|mention\w*",
        ),
        pole(
            "处罚|惩处|处分|问责",
            r"punished|penali[sz]ed|fined|disciplined|sanctioned",
            "[罚惩责]|处[分理置]|违",
            r"punish\w*|penal\w*|fines?|disciplin\w*|sanction\w*|account\w*",
        ),
    ),
    (
        pole(
            "关停|关闭|注销",
            r"closed|shut|deregistered",
            "[关停闭撤销退淘取]",
            r"clos\w+|shut\w*|deregist\w*|cancel\w*|phas\w+|stop\w*|ceas\w*|struck|out|wound|remov\w*",
        ),
        pole(
            "新设|开办|设立|新建|成立",
            "were (?:opened|established|founded|registered|set up)|newly (?:opened|established|founded|set up)",
            "[设开立建成办增新]|注册|登记|组[建织]",
            r"open\w*|set|establish\w*|found\w*|buil[td]\w*|register\w*|start\w*|launch\w*|new\w*|creat\w*|form\w*|add\w*",
        ),
    ),
    (
        pole(
            "迁入|流入|转入|调入",
            r"moved in(?:to)?|inflows?|incoming",
            "[入进来]|引",
            r"in\w*|to|here|arriv\w*|came|joined|receiv\w*|transfer\w*|flow\w*",
        ),
        pole(
            "迁出|流出|转出|调出",
            r"moved out|outflows?|outgoing",
            "[出离走去外]",
            r"out\w*|left|leav\w*|away|from|transfer\w*",
        ),
    ),
    (
        pole(
            "(?<!不)合格|(?<![不未])达标",
            "passed(?! (?:to|on|over))|met the standards?",
            "(?<!不)合格|(?<![不未])达标|优|良|好|通过",
            r"pass\w*|qualif\w*|me?et|meets|standards?|no|none|never|up to|accept\w*|compl\w*|good|sound|safe",
        ),
        pole(
            "不合格|[不未]达标",
            r"failed|fails|failures?|unqualified|substandard",
            "不合格|[不未没无]|超标|问题",
            r"below|not|without|fail\w*|short|reject\w*|un\w+|non-\w+|poor\w*|problem\w*|no",
        ),
    ),
)
"""Pairs of opposites. The English of a pole that may say much else stands behind, as what may say it."""
SAYS_ONE_OF_TWO = re.compile("|".join(one.zh.pattern for pair in OPPOSITES for one in pair))
"""Any of them in Chinese: most texts say none, and need no closer look."""


def said_the_opposite(zh_text: str, en_text: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """The words where the Chinese says only one of two opposites, a profit or a loss, and the English the other."""
    for pair in OPPOSITES if SAYS_ONE_OF_TWO.search(zh_text) else ():
        for ours, theirs in (pair, pair[::-1]):
            said = ours.zh.search(zh_text)
            if said is None or theirs.may_zh.search(zh_text) or ours.may_en.search(en_text):
                continue
            if turned := theirs.en.search(en_text):
                return said, turned
    return None
