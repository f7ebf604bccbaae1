"""Each rule of shared practice that a program can check, one small function a rule.

The rules, their numbers and sources are those of docs/maintainers/disclosure-rules.md:
政府网站发展指引 (国办发〔2017〕47号), the
inspection indicators of 2019 (检查指标), 政府信息公开条例 and local catalogues. No conformity is claimed beyond
what is checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from macros.exports.table import Root
from macros.quantities.dates_printed import date_in_chinese, date_in_english
from macros.records.annual_report import due_day
from macros.records.base import BilingualText
from macros.records.walk import walk
from macros.register.arithmetic import computed_notes
from macros.register.news import news
from macros.register.published import PublishedFigure
from macros.register.register import Register
from macros.register.series import labels_differ
from macros.register.translated import translation_counts
from macros.staff.readiness_finding import (
    BUREAU_FILE,
    Finding,
    State,
    Wanted,
    decided,
    empty_fields,
    empty_in_documents,
    supply,
)
from macros.staff.traditional_doubts import traditional_in_no_doubt
from macros.text import personal_numbers
from macros.text.languages import Bilingual

MOST_EMPTY = 4
"""Columns that may be empty; five or more are a veto item."""
DAYS_TO_PUBLISH = 20

GUIDELINES = Bilingual("政府网站发展指引", "Guidelines for government websites (2017)")
INDICATORS = Bilingual("政府网站与政务新媒体检查指标", "Inspection indicators for government websites (2019)")
REGULATIONS = Bilingual("政府信息公开条例", "Regulations on Open Government Information")
OWN_RULE = Bilingual("本项目", "This project")
CATALOGUES = Bilingual("各地公开目录", "Catalogues of local governments")


def not_a_demonstration(register: Register, root: Root) -> Finding:
    """A demonstration does not go live (a rule of this project: what is published is the bureau's own word)."""
    wanted = (
        Wanted(
            Bilingual(
                "本站标为演示网站；内容由本机构核定后，删去这一行", "This is marked as a demonstration; delete the line"
            ),
            BUREAU_FILE,
            "demonstration",
        ),
    )
    title = Bilingual("不是演示网站", "The site is not a demonstration")
    state: State = "not-met" if register.bureau.demonstration else "met"
    return Finding("—", title, OWN_RULE, state, wanted=wanted if state != "met" else ())


def site_named_on_every_page(register: Register, root: Root) -> Finding:
    """Rule 1: every page bears SiteName, SiteDomain and SiteIDCode (政府网站发展指引, 网页标签规范)."""
    wanted = [field for field in empty_fields(register, "site_address", "site_code") if field.field != "site_address"]
    if not root.address:
        wanted = [*empty_fields(register, "site_address"), *wanted]
    return supply(
        "1", Bilingual("每页写明网站名称、域名和标识码", "Name, domain and code on every page"), GUIDELINES, wanted
    )


def articles_dated(register: Register, root: Root) -> Finding:
    """Rules 3 and 4: articles bear a title, source and time of publication, to the minute and from data (same source).

    A false time of publication is a veto item of the 2019 indicators, so there is none until data has one.
    """
    title = Bilingual("内容页写明标题、来源和发布时间", "Title, source and time of publication on articles")
    return supply("3, 4", title, GUIDELINES, empty_in_documents(register, "published"))


def footer_complete(register: Register, root: Root) -> Finding:
    """Rule 5: the footer names organiser, site code, ICP and public-security records (国办发〔2017〕47号)."""
    title = Bilingual("页脚写明主办单位、标识码和备案号", "Organiser, site code and record numbers in the footer")
    return supply("5", title, GUIDELINES, empty_fields(register, "organiser", "site_code", "icp", "police_record"))


def errors_can_be_reported(register: Register, root: Root) -> Finding:
    """Rules 5 and 6: a way to make contact, to enquire and to report an error; none is a veto item (检查指标)."""
    channels = ("email", "telephone", "feedback_form", "issue_tracker")
    title = Bilingual("有咨询和纠错渠道（至少一种）", "A way (one at least) to enquire and report errors")
    open_ones = [channel for channel in channels if getattr(register.bureau, channel) is not None]
    wanted = () if open_ones else tuple(empty_fields(register, *channels))
    return supply("5, 6", title, INDICATORS, wanted)


def few_columns_empty(register: Register, root: Root) -> Finding:
    """Rule 6: five or more empty columns are a veto item (检查指标)."""
    holdings = (register.work_areas, register.figures, register.texts, register.errata)
    empty = sum(1 for one in (*holdings, news(register)) if not one)
    return decided("6", Bilingual("空白栏目不到5个", "Fewer than five empty columns"), INDICATORS, empty <= MOST_EMPTY)


def published_in_time(register: Register, root: Root) -> Finding:
    """Rule 7: published within 20 working days of being made (条例, article 26).

    Counted from a document's date to its publication, Mondays to Fridays; public holidays are not known here.
    """
    title = Bilingual("形成之日起20个工作日内公布", "Published within 20 working days")
    missing = tuple(empty_in_documents(register, "date", "published"))
    documents = [text.document for text in register.texts.values()]
    known = [
        (document.date, document.published.date()) for document in documents if document.date and document.published
    ]
    late = any(weekdays(made, out) > DAYS_TO_PUBLISH for made, out in known)
    state: State = "not-met" if late else "to-supply" if missing else "met"
    return Finding("7", title, REGULATIONS, state, False, missing)


def weekdays(first: date, last: date) -> int:
    """The Mondays to Fridays after ``first``, up to ``last``."""
    days = (first + timedelta(days=one) for one in range(1, (last - first).days + 1))
    return sum(1 for day in days if day.weekday() < 5)


def catalogue_entries_complete(register: Register, root: Root) -> Finding:
    """Rule 9: a catalogue entry has index number, document number and date, where the document has them."""
    fields = ("index_number", "document_number", "date", "published")
    title = Bilingual("目录写明索引号、文号和日期", "Numbers and dates in the catalogue")
    return supply("9", title, CATALOGUES, empty_in_documents(register, *fields), required=False)


def nothing_personal(register: Register, root: Root) -> Finding:
    """Rule 11: identity-card and mobile numbers are removed before publishing (条例, article 15)."""
    title = Bilingual("没有身份证号和手机号码", "No identity-card or mobile numbers")
    office = {personal_numbers.digits_of(number)[-11:] for number in register.bureau.office_numbers}
    found = (one for text in published_texts(register) for one in personal_numbers.find(text))
    return decided("11", title, REGULATIONS, all(one.mobile and one.digits in office for one in found))


def published_texts(register: Register) -> Iterator[str]:
    """Every Chinese and English text of every record, and every sentence of every document."""
    sections = (one.records for one in register.sections.values())
    groups = (
        register.work_areas,
        *sections,
        register.evaluations,
        register.errata,
    )
    records = [
        *(one for group in groups for one in group.values()),
        *(text.document for text in register.texts.values()),
    ]
    for record in records:
        for _, part in walk(record):
            if isinstance(part, BilingualText):
                yield from (part.zh, part.en)


def terms_stated(register: Register, root: Root) -> Finding:
    """Open data: a package states its licence (Data Package v2 recommends it; disclosure-rules.md, open data)."""
    standard = Bilingual("数据包规范（第2版）", "Data Package v2")
    wanted = empty_fields(register, "data_terms")
    return supply("—", Bilingual("写明数据使用条款", "Terms for reuse of the data"), standard, wanted, required=False)


def weaknesses_can_be_reported(register: Register, root: Root) -> Finding:
    """A rule of RFC 9116: a contact for reports of weaknesses, in security.txt."""
    standard = Bilingual("互联网工程任务组第9116号标准", "RFC 9116")
    wanted = empty_fields(register, "security")
    return supply("—", Bilingual("写明安全漏洞的联络方式", "A contact for security"), standard, wanted, required=False)


def numbers_agree(register: Register, root: Root) -> Finding:
    """A rule of this project: where numbers of the sources do not agree, people should know; they are not mended."""
    title = Bilingual("来源文件中有关联的数彼此相符", "Numbers of the sources that belong together agree")
    wanted = tuple(
        Wanted(as_plain_words(note), record_path(register.figures[ident]), register.figures[ident].figure.id)
        for ident, notes in computed_notes(register).items()
        for note in notes
    )
    return Finding("—", title, OWN_RULE, "not-met" if wanted else "met", required=False, wanted=wanted)


def series_called_alike(register: Register, root: Root) -> Finding:
    """A rule of this project: figures of one series that are called differently may not be the same quantity."""
    title = Bilingual("同一系列的数名称一致", "Figures of one series are called alike")
    wanted = tuple(
        Wanted(labels_of_series(name, figures), record_path(figures[-1]), f"{figures[-1].figure.id}.label")
        for name, figures in register.series.items()
        if labels_differ(figures)
    )
    return Finding("—", title, OWN_RULE, "not-met" if wanted else "met", required=False, wanted=wanted)


def labels_of_series(series: str, figures: Sequence[PublishedFigure]) -> Bilingual:
    """Which figures of a series to compare."""
    idents = [one.id for one in figures]
    return Bilingual(
        f"系列 {series} 中各数的名称不一致，请核对是否同一口径：{'、'.join(idents)}",
        f"The figures of the series {series} are called differently; see whether they are one quantity: "
        f"{', '.join(idents)}",
    )


def as_plain_words(note: Bilingual) -> Bilingual:
    """A note without the marks by which words of this page become code: it holds words of a source."""
    return Bilingual(note.zh.replace("`", ""), note.en.replace("`", ""))


def record_path(one: PublishedFigure) -> str:
    """The file that holds a figure."""
    return f"data/{one.kind.place}/{one.record}.yml"


def annual_reports_published(register: Register, on: date | None) -> Iterator[Finding]:
    """Rule 8: by 31 January the annual report of the year before (条例, articles 49 and 50); once there is a first one.

    It tells the latest year and when the next is due; only on a given day can it be told whether that day has passed.
    """
    if not register.annual_reports:
        return
    latest = max(register.annual_reports.values())
    due = due_day(latest + 1)
    zh, en = date_in_chinese(due.isoformat()), date_in_english(due.isoformat())
    title = Bilingual(
        f"政府信息公开年报按期公布（最近为{latest}年，{latest + 1}年的应于{zh}前公布）",
        f"Annual disclosure reports in time (the latest is for {latest}; that for {latest + 1} is due by {en})",
    )
    late = on is not None and on > due
    what = Bilingual(f"{latest + 1}年的年度报告尚未公布", f"The report for {latest + 1} has not been published")
    wanted = (Wanted(what, "data/documents", "title"),) if late else ()
    yield Finding("8", title, REGULATIONS, "not-met" if late else "met", wanted=wanted)


def texts_translated(register: Register) -> Iterator[Finding]:
    """How much is translated, where the bureau lets the Chinese stand in for a translation (a rule of this project)."""
    own = Bilingual("本项目", "This project")
    for one in translation_counts(register):
        code, name = one.language.code, one.language.name
        told = Bilingual(
            f"{name}：内容{one.texts}/{one.all_texts}，界面用语{one.words}/{one.all_words}",
            f"{name}: texts {one.texts}/{one.all_texts}, interface words {one.words}/{one.all_words}",
        )
        file = f"data/languages/{code}.yml" if code in register.further else "data"
        wanted = [Wanted(told, file, code)] if one.missing else []
        yield supply("—", Bilingual(f"译文齐全（{name}）", f"All is translated ({name})"), own, wanted, required=False)


CHECKS = (
    not_a_demonstration,
    site_named_on_every_page,
    articles_dated,
    footer_complete,
    errors_can_be_reported,
    few_columns_empty,
    published_in_time,
    catalogue_entries_complete,
    nothing_personal,
    terms_stated,
    weaknesses_can_be_reported,
    numbers_agree,
    series_called_alike,
    traditional_in_no_doubt,
)
