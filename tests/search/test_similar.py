"""What was meant is shown below what is there: synonyms, other spellings, pinyin, slips, and figures that answer."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.night import some
from tests.search import engine

MEANT = [
    ("", "钱", "work-areas/projects/#figure-grants"),
    ("", "經費", "work-areas/projects/#figure-grants"),
    ("", "大闸蟹", "alliance/"),
    ("", "中科3号", "work-areas/commissioners/#figure-new-breeds"),
    ("", "三千万", "work-areas/projects/#figure-outside-investment"),
    ("", "一万五千份", "outreach/science-week/#figure-materials"),
    ("", "hexie", "alliance/"),
    ("", "HE XIE", "alliance/"),
    ("", "hexi", "alliance/"),
    ("", "kjtpy", "work-areas/commissioners/"),
    ("", "pangxie", "alliance/"),
    ("", "lantian anhuan", "work-areas/projects/"),
    ("", "langtian anhuang", "work-areas/projects/"),
    ("", "he xie lian meng", "alliance/"),
    ("", "qinsuixie", "alliance/"),
    ("", "利益共享还共担风险", "alliance/"),
    ("", "省科技厅来了没", "outreach/technology-to-the-countryside/"),
    ("", "河解", "alliance/"),
    ("", "特排员", "work-areas/commissioners/"),
    ("", "特派圆", "work-areas/commissioners/"),
    ("", "谁拿到了资助", "work-areas/projects/"),
    ("", "zlgnf", "work-areas/projects/"),
    ("", "zlg nf", "work-areas/projects/"),
    ("", "跟科技局一起摆摊咨询的是哪些部门", "outreach/science-week/"),
    ("", "農民培訓", "outreach/technology-to-the-countryside/"),
    ("", "money", "work-areas/projects/#figure-grants"),
    ("zh-hant/", "專案", "work-areas/projects/"),
    ("zh-hant/", "資訊", "alliance/"),
    ("zh-hant/", "智財權", "outreach/science-week/"),
    ("en/", "money", "work-areas/projects/#figure-grants"),
    ("en/", "RMB", "work-areas/projects/#figure-grants"),
    ("en/", "commisioner", "work-areas/commissioners/"),
    ("en/", "comissioners", "work-areas/commissioners/"),
    ("en/", "hairy crab", "alliance/"),
    ("en/", "lake pollution", "work-areas/bases/"),
    ("en/", "who got the grants", "work-areas/projects/"),
    ("en/", "handed out leaflets", "outreach/science-week/#figure-materials"),
    ("en/", "Lan Guang Electronics", "work-areas/projects/"),
    ("en/", "six months", "work-areas/projects/"),
    ("en/", "water fowl", "work-areas/bases/"),
    ("en/", "wellknown trademark", "alliance/"),
    ("en/", "ZLGNF", "work-areas/projects/"),
]
ANSWERS = [
    ("", "今年发了多少资料", {"science-week/#figure-materials", "technology-to-the-countryside/#figure-materials"}),
    ("", "特派员 人数", {"commissioners/#figure-sent-last-year", "commissioners/#figure-appointed-this-year"}),
    ("", "去年派了多少特派员", {"commissioners/#figure-sent-last-year"}),
    ("", "资助总额", {"projects/#figure-grants"}),
    ("", "校企合作项目数量", {"leading-enterprises/#figure-joint-projects"}),
    ("zh-hant/", "資助總額", {"projects/#figure-grants"}),
    ("en/", "grants total", {"projects/#figure-grants"}),
    (
        "en/",
        "money",
        {"projects/#figure-grants", "projects/#figure-outside-investment", "leading-enterprises/#figure-funds-secured"},
    ),
    (
        "en/",
        "how many bases",
        {
            "bases/#figure-bases-built",
            "commissioners/#figure-demonstration-bases",
            "leading-enterprises/#figure-raw-material-land",
        },
    ),
]


@pytest.mark.parametrize("prefix", ["", pytest.param("zh-hant/", marks=pytest.mark.night), "en/"])
def test_what_was_meant_is_found(page: Page, address: str, prefix: str) -> None:
    page.goto(address + prefix)
    asked = [(query, wanted) for pre, query, wanted in MEANT if pre == prefix]
    for (query, wanted), (answers, found) in zip(asked, engine.meant(page, [query for query, _ in asked]), strict=True):
        assert wanted in [*answers, *found], (query, answers, found[:5])


@pytest.mark.parametrize("prefix", ["", pytest.param("zh-hant/", marks=pytest.mark.night), "en/"])
def test_figures_answer_what_asks_for_a_quantity(page: Page, address: str, prefix: str) -> None:
    page.goto(address + prefix)
    asked = [(query, wanted) for pre, query, wanted in ANSWERS if pre == prefix]
    for (query, wanted), (answers, _) in zip(asked, engine.meant(page, [query for query, _ in asked]), strict=True):
        assert {answer.split("/", 1)[1] for answer in answers} == wanted, query


ORDER = """() => [...document.querySelectorAll(".hit__title a")].map((one) => {
    const part = one.closest("[data-part], #search-results");
    return [part.dataset.part || part.id, one.href.split("?")[0] + one.hash];
})"""
PAGES_ASKED_FOR = [
    ("", "特派员的电话", "about/"),
    ("", "论文里怎么引用", "data/"),
    ("", "文中的XX市是不是洪湖", "about/"),
    ("", "字看不清能放大吗", "about/"),
    ("", "星火计划和火炬计划有啥区别", "glossary/"),
    ("", "繁简转换的错别字", "sources/h1-work-summary/"),
    ("en/", "difference between the spark and torch programmes", "glossary/"),
    ("en/", "original Chinese text", "sources/h1-work-summary/"),
    ("", "电话", "about/"),
    ("", "2010年", "about/"),
    ("zh-hant/", "2023年度", "about/"),
    ("en/", "2010", "about/"),
    ("", "一亩地合多少平方米", "glossary/"),
    ("", "一亩等于多少公顷", "glossary/"),
    ("en/", "how many square metres in a mu", "glossary/"),
    ("", "s5-4", "sources/h1-work-summary/#s5-4"),
    ("zh-hant/", "Ｓ７", "sources/h1-work-summary/#s7"),
    ("en/", "S5-4", "sources/h1-work-summary/#s5-4"),
    ("", "你们单位在哪里？", "about/"),
    ("", "我要投诉", "feedback/"),
    ("", "下载数据", "data/"),
    ("zh-hant/", "勘誤表", "corrections/"),
    ("en/", "print everything", "print/"),
    ("en/", "glossary of terms", "glossary/"),
    ("en/", "who do I credit", "data/"),
]


@pytest.mark.parametrize("prefix", ["", pytest.param("zh-hant/", marks=pytest.mark.night), "en/"])
def test_a_page_of_the_site_that_is_asked_for_comes_first(page: Page, address: str, prefix: str) -> None:
    page.goto(address + prefix)
    asked = [(query, wanted) for pre, query, wanted in PAGES_ASKED_FOR if pre == prefix]
    for (query, wanted), (answers, found) in zip(asked, engine.meant(page, [query for query, _ in asked]), strict=True):
        assert answers == [wanted] and wanted not in found, query


WHAT_WAS_DONE = ["你们科技局上半年到底干了哪些事情啊", "今年做了几件大事", "工作亮点"]


def test_of_who_asks_for_a_page_only_what_holds_the_very_words_is_shown_beside_it(page: Page, address: str) -> None:
    page.goto(address)
    found = dict(zip(asked := ["邮编", "地址在哪", "特派员的电话"], engine.meant(page, asked), strict=True))
    assert found["邮编"] == (["about/"], []), "a meeting in an office is no address"
    assert found["地址在哪"] == (["about/"], [""])
    assert "work-areas/commissioners/#not-stated".partition("#")[0] in found["特派员的电话"][1]


def test_a_name_is_not_cut_at_a_word_within_it(page: Page, address: str) -> None:
    page.goto(address)
    assert page.evaluate(engine.WORDS, ["蓝光电子拿到补贴", "洪湖的光电子"]) == [
        ["蓝光电子", "资助"],
        ["洪湖", "光电子"],
    ]


def test_the_end_of_a_word_and_a_particle_are_no_word(page: Page, address: str) -> None:
    """目的 stands in 该批项目的实施 only."""
    page.goto(address)
    ((_, found),) = engine.meant(page, ["联盟的目标"])
    assert found and not [one for one in found if one.startswith("work-areas/projects/")]


def test_who_asks_what_was_done_is_led_to_the_work(page: Page, address: str) -> None:
    page.goto(address)
    for query, (answers, _) in zip(WHAT_WAS_DONE, engine.meant(page, WHAT_WAS_DONE), strict=True):
        assert answers == ["work-areas/", "sources/h1-work-summary/"], query
    ((answers, found),) = engine.meant(page, ["今年做了哪些科普"])
    assert "work-areas/" not in answers and found, "of a thing that is named"


def test_who_asks_for_two_pages_is_shown_both_and_for_three_none_above(page: Page, address: str) -> None:
    page.goto(address)
    (both, three) = engine.meant(page, ["下载和打印", "下载 打印 投诉"])
    assert set(both[0]) == {"data/", "print/"} and three[0] == []


def test_what_a_page_lacks_is_not_asked_of_it(page: Page, address: str) -> None:
    page.goto(address)
    ((answers, _),) = engine.meant(page, ["养猪能找谁"])
    assert answers == []


NOT_HELD = [
    ("", "研发投入占GDP比重"),
    ("", "招商引资优惠政策"),
    ("", "科技局招人吗"),
    ("", "下半年计划"),
    ("", "医保报销比例"),
    ("", "公务员考试"),
    ("", "清华大学"),
    ("", "2019年财政预算"),
    ("", "明年派几名特派员"),
    ("en/", "visa application"),
    ("en/", "hotel near the bureau"),
    ("en/", "three million tourists"),
]


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_what_is_mostly_unknown_is_answered_by_nothing(page: Page, address: str, prefix: str) -> None:
    page.goto(address + prefix)
    asked = [query for pre, query in NOT_HELD if pre == prefix]
    for query, meant in zip(asked, engine.meant(page, asked), strict=True):
        assert meant == ([], []), query


def test_a_place_that_holds_all_in_some_form_comes_before_pages_of_everything(page: Page, address: str) -> None:
    page.goto(f"{address}en/search/?q=rural+training+programme")
    page.wait_for_selector("#search-results[data-state=done]")
    exact = [str(link.get_attribute("href")).split("?")[0] for link in page.locator("#search-results a").all()]
    assert "../glossary/" in exact and "../figures/" in exact
    first = page.locator(".answers .hit__title a")
    assert str(first.get_attribute("href")).startswith("../outreach/technology-to-the-countryside/")


def test_what_stands_above_all_results_is_not_told_again_below(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q={quote('资金')}")
    page.wait_for_selector("#search-results[data-state=done]")

    def where(link: Locator) -> str:
        return re.sub(r"\?[^#]*", "", str(link.get_attribute("href")))

    above = {where(one) for one in page.locator(".answers .hit__title a").all()}
    told = {where(one): one.is_visible() for one in page.locator("#search-results .hit__title a").all()}
    assert above & set(told)
    assert [one for one, seen in told.items() if seen and one in above] == []
    assert [one for one, seen in told.items() if not seen and one not in above] == []


KNOWN_ENOUGH = [
    ("", "科技活动周人流量", "outreach/science-week/"),
    ("", "230万是平均分的吗", "work-areas/projects/#figure-grants"),
    ("", "螃蟹行情咋样", "alliance/"),
    ("", "创新鸡金", "work-areas/projects/"),
    ("", "什么是科技特派员", "glossary/"),
    ("en/", "silver trademark", "alliance/"),
    ("en/", "what is the torch programme", "glossary/"),
    ("en/", "300,000 yuan seedlings", "outreach/technology-to-the-countryside/#figure-seedlings"),
    ("en/", "thirty million", "work-areas/projects/#figure-outside-investment"),
]


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_what_is_known_for_the_greater_part_is_answered(page: Page, address: str, prefix: str) -> None:
    page.goto(address + prefix)
    asked = [(query, wanted) for pre, query, wanted in KNOWN_ENOUGH if pre == prefix]
    for (query, wanted), (answers, found) in zip(asked, engine.meant(page, [query for query, _ in asked]), strict=True):
        assert wanted in [*answers, *found][:3], (query, answers, found)


def test_who_finds_nothing_is_told_so_and_where_to_ask(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q={quote('明年派几名特派员')}")
    page.wait_for_selector("#search-results[data-state=done]", state="attached")
    expect(page.locator("[data-part=count]")).to_have_text("没有查到")
    assert page.locator(".hit__title").count() == 0
    told = page.locator("[data-part=nothing]")
    expect(told).to_contain_text("不等于没有这件事")
    expect(told.get_by_role("link", name="关于本站")).to_have_attribute("href", "../about/")
    parts = page.locator(".similar p").first
    expect(parts).to_contain_text("单独查得到的词")
    assert page.evaluate(engine.PARTS, "明年派几名特派员") == parts.get_by_role("link").all_inner_texts()
    parts.get_by_role("link", name="特派员").click()
    page.wait_for_selector("#search-results[data-state=done]")
    expect(page.locator("[data-part=nothing]")).to_be_hidden()
    assert page.locator(".hit__title").count() > 0


def test_words_that_are_there_by_themselves_are_told_in_the_script_of_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}zh-hant/search/?q={quote('專案改成项目')}")
    page.wait_for_selector("#search-results[data-state=done]", state="attached")
    assert page.locator(".similar p").first.get_by_role("link").all_inner_texts() == ["專案", "項目"]


def test_on_english_pages_what_is_shown_is_english_where_it_can_be(page: Page, address: str) -> None:
    for query in ("15 thousand", "hairy crab", "twenty"):
        page.goto(f"{address}en/search/?q={quote(query)}")
        page.wait_for_selector("#search-results[data-state=done]", state="attached")
        shown = page.locator(".similar .hit__excerpt").all_inner_texts()[:3]
        assert shown and not [one for one in shown if re.search("[㐀-鿿]", one)], query
    page.goto(f"{address}en/search/?q={quote('科技特派员')}")
    page.wait_for_selector("#search-results[data-state=done]")
    expect(page.locator("#search-results .hit__excerpt mark").first).to_have_text("科技特派员")


def test_of_one_page_the_likeliest_place_comes_before_its_others(page: Page, address: str) -> None:
    page.goto(address)
    places = ["a/#s1", "a/#s2", "a/", "b/", "a/#s3", "c/#s1"]
    assert page.evaluate(engine.DIFFERENT_PAGES, [places, 3]) == ["a/#s1", "b/", "c/#s1", "a/#s2", "a/", "a/#s3"]
    assert page.evaluate(engine.DIFFERENT_PAGES, [places, 2]) == ["a/#s1", "b/", "a/#s2", "a/", "a/#s3", "c/#s1"]
    assert page.evaluate(engine.DIFFERENT_PAGES, [[], 5]) == []


WAYS = [
    ("2.3 million", "2300000"),
    ("2.3m yuan", "2300000 yuan"),
    ("thirty million", "30000000"),
    ("two hundred and fifty", "250"),
    ("fifteen specialists", "15 specialists"),
    ("一万五千份", "15000份"),
    ("3千万", "30000000"),
    ("一亿二千万", "120000000"),
    ("百分之九十八点五", "98.5%"),
    ("百分之50", "50%"),
    ("千分之三", "3"),
    ("18000000", "一千八百万"),
    ("10050000", "一千零五万"),
    ("30 per cent", "30 percent"),
    ("230万", "2300000"),
    ("15k 资料", "15000 资料"),
]
NEVER = [("12000万元", "12000万元"), ("1.2亿", "1.2亿")]
SAME = ["phone", "often", "one", "weight", "mm", "zl(g)nf", "特派员"]


def test_numbers_are_written_in_digits(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    for (given, wanted), ways in zip(WAYS, page.evaluate(engine.WAYS, [one for one, _ in WAYS]), strict=True):
        assert wanted in ways, (given, ways)
    for (given, never), ways in zip(NEVER, page.evaluate(engine.WAYS, [one for one, _ in NEVER]), strict=True):
        assert never not in ways, (given, ways)
    for given, ways in zip(SAME, page.evaluate(engine.WAYS, SAME), strict=True):
        assert len(ways) == 1, (given, ways)


NO_FIGURE = [
    pytest.param("前年派了多少特派员", id="a year that nothing is of"),
    pytest.param("三公经费", id="a digit that is no number of what is asked"),
]


@pytest.mark.parametrize("query", NO_FIGURE)
def test_no_figure_answers_what_asks_for_something_else(page: Page, address: str, query: str) -> None:
    page.goto(address)
    assert engine.meant(page, [query]) == [([], [])]


def test_a_document_comes_after_its_sentences(page: Page, address: str) -> None:
    """It holds the words of all of them."""
    page.goto(address)
    ((_, found),) = engine.meant(page, ["养螃蟹亏钱"])
    assert found.index("sources/h1-work-summary/#s3-2") < found.index("sources/h1-work-summary/")


def test_a_number_partly_in_digits_is_that_number(page: Page, address: str) -> None:
    page.goto(address)
    assert engine.meant(page, ["3千万"]) == engine.meant(page, ["30000000"])


def test_a_slip_of_a_short_word_is_no_other_word(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    assert engine.meant(page, ["lake"]) == [([], [])]


def test_few_letters_begin_no_longer_word(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    few, more = engine.meant(page, ["comm", "commi"])
    assert few == ([], []) and more != ([], [])


NOTHING = ["xyzzy", "的", "多少", "谁", "今年", "？！", "qwrtp"]


def test_nothing_is_made_up(page: Page, address: str) -> None:
    page.goto(address)
    assert engine.meant(page, NOTHING) == [([], [])] * len(NOTHING)


def test_the_page_shows_answers_above_and_similar_words_below(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q={quote('发放多少资料')}")
    page.wait_for_selector("#search-results[data-state=done]", state="attached")
    answer = page.locator(".answer").first
    expect(answer).to_contain_text("15000份")
    expect(answer).to_contain_text("时期未载")
    expect(page.locator(".answer").nth(1)).to_contain_text("开展科技下乡以来")
    expect(answer.get_by_role("link", name="查看原句")).to_have_attribute("href", "../sources/h1-work-summary/#s7-3")
    expect(page.locator("[data-part=count]")).to_contain_text("没有查到原样的文字；按相近的词查到")
    expect(page.get_by_role("heading", name="相近的词")).to_be_visible()
    assert page.locator(".similar .hit mark").count() > 0
    expect(page.locator(".similar .hit")).to_have_count(5)
    page.locator(".similar").get_by_role("button").click()
    expect(page.locator(".similar .hit__title a").nth(5)).to_be_focused()
    expect(page.locator(".similar").get_by_role("button")).to_be_hidden()
    page.goto(f"{address}search/?q={quote('资金')}")
    page.wait_for_selector("#search-results[data-state=done]")
    expect(page.locator(".answer").filter(has_text="近3000万元")).to_contain_text("预期数，非已完成数")
    parts = page.evaluate(ORDER)
    assert list(dict.fromkeys(part for part, _ in parts)) == ["answers", "search-results", "similar"]
    exact, similar = ([link for part, link in parts if part == name] for name in ("search-results", "similar"))
    assert len(exact) == int(str(page.get_attribute("#search-results", "data-total"))) == 9
    assert similar and not set(similar) & set(exact)


@pytest.mark.parametrize(("query", "told"), [("“经费”", "没有查到"), ("15000", "共 8 条结果")])
def test_of_quotations_and_of_numbers_that_are_found_nothing_else_is_looked_for(
    page: Page, address: str, query: str, told: str
) -> None:
    fetched: list[str] = []
    page.on("request", lambda one: fetched.append(one.url))
    page.goto(f"{address}search/?q={quote(query)}")
    page.wait_for_selector("#search-results[data-state=done]", state="attached")
    expect(page.locator("[data-part=count]")).to_have_text(told)
    assert not [one for one in fetched if one.endswith("similar.json")]


@pytest.mark.parametrize("query", ["“驰名商标”是什么", "「驰名商标」是什么意思"])
def test_quotation_marks_within_a_question_are_its_own(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}search/?q={quote(query)}")
    page.wait_for_selector("#search-results[data-state=done]", state="attached")
    first = str(page.locator(".hit__title a").first.get_attribute("href"))
    assert first.startswith("../glossary/") and first.endswith("#term-well-known-trademark")


def test_without_the_vocabulary_exact_results_stay_and_it_is_said(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/similar.json", lambda route: route.abort())
    page.goto(f"{address}search/?q={quote('资金')}")
    page.wait_for_selector("#search-results[data-state=done]")
    assert page.locator("#search-results > li").count() == 9
    expect(page.locator(".similar")).to_contain_text("相近的词暂时查不到")
    page.close()


def test_a_sentence_that_is_found_is_what_was_meant(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q={quote('为更好加强农村科技人才和实用队伍建设，今年我们继续聘任了15名科技特派员')}")
    page.wait_for_selector("#search-results[data-state=done]")
    assert page.locator("#search-results > li").count() > 0
    expect(page.locator(".similar")).to_be_hidden()
    expect(page.locator(".answers")).to_be_hidden()


def test_of_a_long_text_that_is_not_there_a_few_words_are_looked_up(page: Page, address: str) -> None:
    page.goto(address)
    (keys,) = page.evaluate(engine.KEYS_ASKED, ["鼋鼍蛟螭" * 300 + "资金" * 300])
    assert 0 < len(keys) < 200


LANDINGS = [
    ("", "银鲫", "work-areas/commissioners/"),
    ("", "滨湖河蟹", "work-areas/bases/"),
    ("zh-hant/", "銀鯽", "work-areas/commissioners/"),
    ("en/", "loach", "work-areas/bases/"),
]


@pytest.mark.parametrize("landing", some(LANDINGS, 4), ids=" ".join)
def test_a_result_leads_to_the_words_marked_and_in_sight(
    page: Page, address: str, landing: tuple[str, str, str]
) -> None:
    prefix, query, wanted = landing
    page.goto(f"{address}{prefix}search/?q={quote(query)}")
    page.wait_for_selector("#search-results[data-state=done]")
    links = page.locator(".hit__title a")
    at = [str(link.get_attribute("href")).split("?")[0].removeprefix("../") for link in links.all()].index(wanted)
    links.nth(at).click()
    page.wait_for_selector("#main mark", state="attached")
    page.wait_for_function("""() => [...document.querySelectorAll("#main mark")].some((one) => {
        const { top, bottom, height } = one.getBoundingClientRect();
        return height > 0 && top >= 0 && bottom <= innerHeight;
    })""")


def test_landing_shows_the_words_and_opens_no_citation(page: Page, address: str) -> None:
    page.goto(f"{address}work-areas/commissioners/?mark={quote('银鲫')}#figure-new-breeds")
    expect(page.locator("#main mark").first).to_have_text("银鲫")
    expect(page.locator("#main mark").first).to_be_in_viewport()
    expect(page.locator("#main .cite mark")).to_have_count(0)
    expect(page.locator("#figure-new-breeds .cite__fold")).not_to_have_attribute("open", "")


def test_words_to_mark_are_text_and_never_markup(page: Page, address: str) -> None:
    page.goto(f"{address}about/?mark={quote('<img src=x onerror=alert(1)> 本站')}")
    page.wait_for_selector("#main mark")
    assert page.locator("#main img[src=x]").count() == 0


@pytest.mark.night
def test_the_pinyin_rows_are_fetched_for_latin_letters_only(page: Page, address: str) -> None:
    page.goto(address)
    rows = page.evaluate(engine.KEYS_ASKED, ["资金", "中科三号", "hexie"])
    assert [any(key.startswith("5") for key in keys) for keys in rows] == [False, False, True]


def test_suggestions_come_in_pinyin_too(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#search-box").press_sequentially("hexie", delay=10)
    option = page.get_by_role("option").first
    expect(option).to_contain_text("河蟹产业技术创新战略联盟")
    expect(option).to_contain_text("相近的词")
    expect(page.locator("form.search [role=status]")).to_contain_text("按相近的词查到")


def test_the_key_that_ends_a_composition_opens_nothing(page: Page, address: str) -> None:
    """Safari sends it after the composition has ended, with the code of a key that an input method has taken."""
    page.goto(address)
    page.locator("#search-box").press_sequentially("15000", delay=10)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#search-option-0")).to_have_attribute("aria-selected", "true")
    prevented = page.evaluate("""() => {
        const box = document.querySelector("#search-box");
        const event = new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true, cancelable: true });
        box.dispatchEvent(event);
        return event.defaultPrevented;
    }""")
    assert prevented is False
    assert page.url == address
