"""How words of official writing are written in the Traditional edition, and what the program says it is not sure of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.exports.table import Root
from macros.register.register import Register
from macros.staff.traditional_doubts import traditional_in_no_doubt
from macros.text.han_doubts import Doubts
from macros.text.han_scripts import Traditional, same_words, traditional
from macros.text.han_words import word_lists
from macros.text.languages import CHINESE
from tests.groups import in_groups
from tests.places import FIXTURES

WORDS = """
一只=一隻 一台=一臺 万历=萬曆 万只=萬隻 万台=萬臺 万里=萬里 三只=三隻 三台=三臺 不准=不准 业余=業餘 两只=兩隻
两台=兩臺 主干=主幹 乡里=鄉里 五谷=五穀 仿制=仿製 低谷=低谷 体制=體制 体系=體系 余下=餘下 余公里=餘公里 余只=餘隻
余台=餘臺 余地=餘地 余姚=余姚 余料=餘料 余杭=余杭 余热=餘熱 余额=餘額 修复=修復 光复=光復 免征=免徵 全面=全面
公历=公曆 公里=公里 关系=關係 其余=其餘 农历=農曆 农历年=農曆年 冲击=衝擊 冲刷=沖刷 冲刺=衝刺 冲动=衝動 冲压=沖壓
冲床=沖床 冲抵=沖抵 冲洗=沖洗 冲破=衝破 冲积=沖積 冲突=衝突 冲销=沖銷 冲锋=衝鋒 冻干=凍乾 准予=准予 准入=准入
准则=準則 准备=準備 准备金=準備金 准将=准將 准时=準時 准确=準確 准确率=準確率 准绳=準繩 准考证=准考證 准许=准許
几万=幾萬 几个=幾個 几乎=幾乎 几亿=幾億 几代=幾代 几件=幾件 几位=幾位 几何=幾何 几十=幾十 几千=幾千 几只=幾隻
几台=幾臺 几名=幾名 几天=幾天 几家=幾家 几年=幾年 几成=幾成 几时=幾時 几条=幾條 几次=幾次 几点=幾點 几率=幾率
几百=幾百 几种=幾種 几经=幾經 几项=幾項 出台=出臺 出征=出征 分钟=分鐘 制作=製作 制冷=製冷 制剂=製劑 制品=製品
制图=製圖 制备=製備 制定=制定 制导=制導 制度=制度 制度化=制度化 制式=制式 制成=製成 制服=制服 制止=制止 制浆=製漿
制种=制種 制约=制約 制药=製藥 制表符=製表符 制裁=制裁 制订=制訂 制造=製造 制造业=製造業 剩余=剩餘 包干=包乾 北斗=北斗
十只=十隻 十里=十里 千只=千隻 千台=千臺 千里=千里 单台=單臺 单干=單幹 印制=印製 历代=歷代 历任=歷任 历史=歷史
历史性=歷史性 历届=歷屆 历年=歷年 历时=歷時 历来=歷來 历次=歷次 历法=曆法 历程=歷程 历经=歷經 反复=反復 发作=發作
发债=發債 发光=發光 发出=發出 发函=發函 发力=發力 发动=發動 发动机=發動機 发包=發包 发回=發回 发型=髮型 发声=發聲
发奖=發獎 发射=發射 发展=發展 发布=發佈 发布会=發佈會 发往=發往 发扬=發揚 发挥=發揮 发掘=發掘 发改=發改 发改委=發改委
发放=發放 发文=發文 发明=發明 发泄=發洩 发源=發源 发热=發熱 发现=發現 发生=發生 发电=發電 发电机=發電機 发电量=發電量
发病=發病 发票=發票 发端=發端 发给=發給 发育=發育 发芽=發芽 发行=發行 发表=發表 发觉=發覺 发言=發言 发言人=發言人
发证=發證 发财=發財 发货=發貨 发起=發起 发车=發車 发达=發達 发运=發運 发还=發還 发送=發送 发酵=發酵 发问=發問
发音=發音 只好=只好 只字=隻字 只怕=只怕 只是=只是 只有=只有 只管=只管 只能=只能 只要=只要 只见=只見 只身=隻身
只限=只限 只需=只需 台历=檯曆 台州=台州 台湾=臺灣 台账=臺賬 台阶=臺階 台风=颱風 台风冷=臺風冷 台风力=臺風力
台风机=臺風機 台风电=臺風電 后世=後世 后人=後人 后代=後代 后劲=後勁 后勤=後勤 后台=後臺 后备=後備 后天=後天 后市=後市
后方=後方 后期=後期 后来=後來 后果=後果 后续=後續 后者=後者 后退=後退 后面=後面 吹干=吹乾 回复=回復 基准=基準
复习=複習 复产=復產 复兴=復興 复利=複利 复制=複製 复印=複印 复印件=複印件 复原=復原 复发=復發 复合=複合 复垦=復墾
复学=復學 复审=複審 复工=復工 复式=複式 复数=複數 复明=復明 复杂=複雜 复杂性=複雜性 复查=複查 复核=複核 复检=複檢
复测=複測 复牌=復牌 复种=複種 复线=複線 复绿=復綠 复耕=復耕 复航=復航 复苏=復蘇 复议=複議 复诊=複診 复试=複試
复课=復課 复赛=複賽 多余=多餘 多只=多隻 多台=多臺 天台县=天台縣 天干=天干 太后=太后 头发=頭髮 定制=定製 实干=實幹
宽松=寬鬆 富余=富餘 对冲=對沖 山谷=山谷 峡谷=峽谷 干事=幹事 干冰=乾冰 干净=乾淨 干劲=幹勁 干将=干將 干扰=干擾
干支=干支 干旱=乾旱 干杯=乾杯 干果=乾果 干枯=乾枯 干校=幹校 干洗=乾洗 干活=幹活 干流=幹流 干涉=干涉 干涸=乾涸
干渠=幹渠 干湿=乾溼 干燥=乾燥 干粮=乾糧 干系=干係 干线=幹線 干群=幹群 干脆=乾脆 干草=乾草 干警=幹警 干货=乾貨
干部=幹部 干预=干預 平台=平臺 平复=平復 年历=年曆 应征=應徵 康复=康復 强制=強制 录制=錄製 往复=往復 征信=徵信
征兆=徵兆 征兵=徵兵 征召=徵召 征地=徵地 征战=征戰 征收=徵收 征文=徵文 征服=征服 征求=徵求 征用=徵用 征程=征程
征税=徵稅 征稿=徵稿 征管=徵管 征缴=徵繳 征订=徵訂 征询=徵詢 征迁=徵遷 征途=征途 征集=徵集 恢复=恢復 所有制=所有制
才干=才幹 打谷=打穀 批准=批准 批复=批復 抑制=抑制 报告编制=報告編製 报复=報復 挂历=掛曆 挂面=掛麵 挖斗=挖斗 控制=控制
控制台=控制台 摄制=攝製 收复=收復 放松=放鬆 故里=故里 数台=數臺 整台=整臺 斗争=鬥爭 斗志=鬥志 斗拱=斗拱 斗渠=斗渠
斗笠=斗笠 料斗=料斗 新余=新余 方面=方面 日历=日曆 日历年=日曆年 时钟=時鐘 晒干=曬乾 晾干=晾乾 机制=機制 松动=鬆動
松土=鬆土 松弛=鬆弛 松懈=鬆懈 松散=鬆散 松材=松材 松材线虫=松材線蟲 松材线虫病=松材線蟲病 松林=松林 松树=松樹
松绑=鬆綁 松软=鬆軟 松香=松香 枯干=枯乾 染发=染髮 柜台=櫃檯 标准=標準 标准化=標準化 树干=樹幹 核准=核准 残余=殘餘
每只=每隻 每台=每臺 毛发=毛髮 水准=水準 水系=水系 没关系=沒關係 河谷=河谷 法制=法制 泰斗=泰斗 洪钟=洪鐘 派系=派系
海里=海里 漏斗=漏斗 点钟=點鐘 炼制=煉製 烘干=烘乾 烟台=煙臺 烟斗=菸斗 牛肉干=牛肉乾 牵制=牽制 特准=特准 特制=特製
特征=特徵 王后=王后 理发=理髮 理发员=理髮員 理发师=理髮師 理发店=理髮店 理发馆=理髮館 电台=電臺 电视台=電視臺
疏松=疏鬆 白发=白髮 百只=百隻 百台=百臺 百里=百里 皇后=皇后 皇太后=皇太后 监制=監製 相干=相干 研制=研製 硅谷=硅谷
秒钟=秒鐘 稻谷=稻穀 站台=站臺 笋干=筍乾 答复=答復 管制=管制 米面=米麵 精准=精準 精制=精製 精干=精幹 系列=系列
系列化=系列化 系数=係數 系统=系統 系统性=系統性 繁复=繁複 结余=結餘 绘制=繪製 维系=維繫 编制=編制 编制年报=編製年報
编制报告=編製報告 编制指南=編製指南 编制方案=編製方案 编制目录=編製目錄 编制规划=編製規劃 编制计划=編製計劃
编制预算=編製預算 编钟=編鐘 缝制=縫製 美发=美髮 联系=聯繫 股份制=股份制 能干=能幹 舞台=舞臺 船只=船隻 若干=若干
苦干=苦幹 茶几=茶几 获准=獲准 葡萄干=葡萄乾 蓬松=蓬鬆 藏历=藏曆 表征=表徵 表格里=表格裡 表面=表面 规划编制=規劃編製
只列=只列 只含=只含 只写=只寫 只载=只載 只计=只計 只说=只說 只记=只記 只看=只看 只查=只查 只用=只用 只登=只登 只给=只給
只提=只提 只供=只供 只按=只按 只占=只佔 只收录=只收錄 只包括=只包括 只公布=只公佈 只涉及=只涉及 只统计=只統計 名单=名單
清单=清單 菜单=菜單 表单=表單 账单=賬單 订单=訂單 保单=保單 罚单=罰單 简单=簡單 孤单=孤單
警钟=警鐘 试制=試製 调制=調製 谷仓=穀倉 谷价=穀價 谷地=谷地 谷子=穀子 谷物=穀物 谷类=穀類 谷雨=穀雨 豆腐干=豆腐乾
象征=象徵 责任制=責任制 轻松=輕鬆 这只=這隻 远征=遠征 遏制=遏制 那只=那隻 邻里=鄰里 配制=配製 里弄=里弄 里程=里程
里程碑=里程碑 重复=重複 金钟=金鐘 钟头=鐘頭 钟楼=鐘樓 钟点=鐘點 钟祥=鍾祥 钟表=鐘錶 钟鼎=鐘鼎 银发=銀髮
银发经济=銀髮經濟 长征=長征 闹钟=鬧鐘 阳历=陽曆 阴历=陰曆 限制=限制 面世=面世 面临=面臨 面值=面值 面前=面前 面向=面向
面对=面對 面授=面授 面源=面源 面目=面目 面积=面積 面粉=麵粉 面议=面議 面试=面試 面谈=面談 面貌=面貌 面部=面部
面额=面額 页面=頁面 预算编制=預算編製 风干=風乾 饼干=餅乾 骨干=骨幹
"""
"""Words that hold a character of several Traditional forms, each as it is written."""
TABLE = [tuple(one.split("=")) for one in WORDS.split()]


def test_the_table_is_long_and_holds_every_word_that_the_program_knows() -> None:
    assert len({simplified for simplified, _ in TABLE}) == len(TABLE) > 300
    assert word_lists()[1] - {simplified for simplified, _ in TABLE} <= UNCHANGED


UNCHANGED = frozenset("出口 推出 提出 作出 做出 指出 突出 支出 输出 走出 派出 选出 付出 出现 演出 相干".split())
"""Known for what stands beside them alone: no character of theirs has two forms that come into question."""


@in_groups(TABLE, spread=True)
def test_a_word(simplified: str, written: str) -> None:
    """By itself, within a sentence, and behind words that the longest match of a dictionary runs into."""
    assert same_words(simplified, written)
    assert traditional(simplified) == written
    assert traditional(f"，{simplified}。") == f"，{written}。"
    assert list(Doubts({})(f"，{simplified}。")) == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("我国历史上被发明的", "我國歷史上被發明的"),
        ("五千年历史", "五千年歷史"),
        ("百年历程", "百年歷程"),
        ("今年历次会议", "今年歷次會議"),
        ("全国历届", "全國歷屆"),
        ("农历年底", "農曆年底"),
        ("总发电量", "總發電量"),
        ("被发现", "被發現"),
        ("新生发展动力", "新生發展動力"),
        ("转换发展方式", "轉換發展方式"),
        ("村落发展", "村落發展"),
        ("管理发展", "管理發展"),
        ("增长发展", "增長發展"),
        ("受理发明专利", "受理發明專利"),
        ("环保护发展", "環保護發展"),
        ("污染发生率", "汙染發生率"),
        ("带头发放", "帶頭發放"),
        ("中美发表", "中美發表"),
        ("银发经济", "銀髮經濟"),
        ("理发店发展", "理髮店發展"),
        ("不干预", "不干預"),
        ("若干部门的骨干部分", "若干部門的骨幹部分"),
        ("烘干部件", "烘乾部件"),
        ("特制定本办法", "特制定本辦法"),
        ("规定制度", "規定制度"),
        ("固定制约", "固定制約"),
        ("控制造成的", "控制造成的"),
        ("机制造就", "機制造就"),
        ("应对冲击", "應對衝擊"),
        ("推出关系", "推出關係"),
        ("反复核查", "反復核查"),
        ("批准备案", "批准備案"),
        ("特征求解", "特徵求解"),
        ("不准占用", "不准佔用"),
        ("每年一出现", "每年一出現"),
        ("编制预算和人员编制", "編製預算和人員編制"),
        ("3000只羊、120余只鸡", "3000隻羊、120餘隻雞"),
        ("2020只有一次", "2020只有一次"),
        ("名单只列出其中一部分", "名單只列出其中一部分"),
        ("清单只有合计", "清單只有合計"),
        ("账单只剩一张", "賬單只剩一張"),
        ("船只载客，20只含幼羊", "船隻載客，20隻含幼羊"),
        ("30里外", "30里外"),
        ("10斗米", "10斗米"),
        ("5台风力发电机组", "5臺風力發電機組"),
        ("台风过后", "颱風過後"),
    ],
)
def test_words_in_sentences(text: str, written: str) -> None:
    assert traditional(text) == written


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("一头秀发", [("一头秀发", "一頭秀髮")]),
        ("单面包装", [("单面包装", "單面包裝")]),
        ("他被发配", [("他被发配", "他被髮配")]),
        ("发展中的农业历史", []),
        ("几十个干部和3000只羊", []),
    ],
)
def test_what_is_in_doubt_is_told(text: str, doubts: list[tuple[str, str]]) -> None:
    assert list(Doubts({})(text)) == doubts


def test_a_spelling_of_the_bureau_ends_the_doubt() -> None:
    spellings = {"发配": "發配"}
    assert Traditional(spellings)("他被发配") == "他被發配"
    assert list(Doubts(spellings)("他被发配")) == []


def test_ordinary_papers_leave_few_doubts() -> None:
    """More than a few would not be read. These papers have a thousand places where one might be."""
    texts = [file.read_text("utf-8", "ignore") for name in ("*.yml", "*.md") for file in sorted(FIXTURES.rglob(name))]
    assert sum(len(text) for text in texts) > 50_000
    assert [one for text in texts for one in Doubts({})(text)] == []


def test_make_ready_names_what_is_in_doubt(register: Register) -> None:
    """Once the bureau has listed the word, or has no Traditional edition, there is nothing to name."""
    ident, area = next(iter(register.work_areas.items()))
    changed = area.model_copy(update={"title": area.title.model_copy(update={"zh": "他被发配"})})
    doubtful = replace(register, work_areas={**register.work_areas, ident: changed})
    found = traditional_in_no_doubt(doubtful, Root())
    assert (found.state, found.blocks) == ("not-met", False)
    assert [(one.file, "他被髮配" in one.what.zh, "他被髮配" in one.what.en) for one in found.wanted] == [
        ("data/vocabulary/traditional.yml", True, True)
    ]
    assert traditional_in_no_doubt(register, Root()).state == "met"
    assert traditional_in_no_doubt(replace(doubtful, spellings={"发配": "發配"}), Root()).state == "met"
    assert traditional_in_no_doubt(replace(doubtful, languages=(CHINESE,)), Root()).state == "met"
