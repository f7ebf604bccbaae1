"""The bureau itself. What nobody has supplied stays empty and is shown as not stated."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from macros.records.base import BilingualText, Day, FigureId, Named, Statement, Strict, Text, YesNo, described

LABEL = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
PORT = "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"
ADDRESS_PATTERN = rf"^https?://{LABEL}(\.{LABEL})*(:{PORT})?(/[A-Za-z0-9~][A-Za-z0-9._~-]*)*/?$"
SECURE_PATTERN = ADDRESS_PATTERN.replace("https?", "https")
EMAIL_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"
TELEPHONE_PATTERN = r"^\+?[0-9]{2,15}(-[0-9]{2,15}){0,4}$"

Address = Annotated[str, StringConstraints(pattern=ADDRESS_PATTERN, max_length=300)]
"""Where a site is: no user name, query or fragment, and no empty folder, which would lead to another host."""
SecureAddress = Annotated[str, StringConstraints(pattern=SECURE_PATTERN, max_length=300)]
"""Where something is sent to: as an address, and encrypted on its way."""
Email = Annotated[str, StringConstraints(pattern=EMAIL_PATTERN, max_length=254)]
"""One mailbox and nothing more: what may follow it after ``mailto:`` adds recipients and text (``?bcc=``, ``%0d``)."""
Telephone = Annotated[str, StringConstraints(pattern=TELEPHONE_PATTERN)]
"""One number that can be dialled after ``tel:`` as it is written."""


class Security(Strict):
    """Where to report a weakness of the site, for security.txt (RFC 9116)."""

    email: Email | None = described("受理安全问题的电子邮箱", "Mailbox for reports of weaknesses", None)
    page: SecureAddress | None = described(
        "受理安全问题的网址，须以 https:// 开头",
        "Page where weaknesses are reported; it must begin with https://",
        None,
    )
    expires: Day = described(
        "有效期的最后一天，不超过一年；到期前须核实并改期，否则网站不能生成",
        "The last day this holds, at most a year on; see to it before then, or the site is not built",
    )
    languages: list[Literal["zh", "en"]] = described("受理时使用的语言", "Languages in which reports are read", [])


LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[a-z0-9]{2,8})*$|^hant$"
LanguageCode = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
"""A language by its code; hant is Chinese in Traditional script."""


class Bureau(Strict):
    """Whose site this is."""

    site_name: BilingualText = described("网站名称", "Name of the site")
    name: BilingualText = described(
        "机构名称，按来源文件的写法", "Name of the bureau, as the source document writes it"
    )
    organiser: BilingualText | None = described(
        "网站主办单位；由主办单位自己填写", "Who runs the site; for them to supply", None
    )
    names_in_source: list[Statement] = described("来源文件中的各种写法", "How the source documents name it", [])
    current_document: Named | None = described(
        "首页所讲的来源文件的编号；不写时为时期最近的一份",
        "The document that the home page tells of; that of the latest period if left out",
        None,
    )
    key_figures: list[FigureId] = described(
        "首页的主要数据；不写时为各工作领域中该文件的第一项数据",
        "The figures shown on the home page; the first of that document in each work area if left out",
        [],
    )
    languages: list[LanguageCode] = described(
        "网站的语言：zh 简体（必有）、hant 繁体、en 英文，其他语言见 languages/；不写时为这三种",
        "Languages of the site: zh (always), hant (Traditional script), en, and those of languages/; these three if "
        "left out",
        [],
        example="zh",
    )
    untranslated: Literal["refuse", "mark"] = described(
        "没有译文时：refuse 不能生成网站，mark 显示中文并注明尚未翻译",
        "Where a translation is missing: refuse to build, or show the Chinese and mark it as not yet translated",
        "refuse",
    )
    demonstration: YesNo = described(
        "这是演示网站：每页都会注明，上线检查也不会通过",
        "This is a demonstration: every page says so, and the site is not ready to go live",
        False,
    )
    site_address: Address | None = described("网站地址", "Address of the published site", None)
    site_code: Text | None = described("网站标识码", "Government site code", None)
    icp: Text | None = described("ICP备案号", "ICP record number", None)
    police_record: Text | None = described("公安备案号", "Public-security record number", None)
    address: BilingualText | None = described("机构地址", "Postal address", None)
    telephone: Telephone | None = described("对外公布的办公电话", "Published office telephone", None)
    email: Email | None = described("对外公布的电子邮箱", "Published e-mail address", None)
    feedback_form: SecureAddress | None = described(
        "意见反馈表提交到的网址，须以 https:// 开头",
        "Where the feedback form is sent; it must begin with https://",
        None,
    )
    issue_tracker: SecureAddress | None = described(
        "公开受理纠错的网址，须以 https:// 开头",
        "Where errors can be reported in public; it must begin with https://",
        None,
    )
    office_numbers: list[Text] = described(
        "对外公布的办公电话；其中的手机号码不作为个人信息拦截",
        "Published office numbers; mobile numbers among them are not refused as personal",
        [],
    )
    data_terms: BilingualText | None = described("数据使用条款", "Terms for reuse of the data", None)
    security: Security | None = described(
        "发现网站安全漏洞时的联络方式", "Where to report a weakness of the site", None
    )
