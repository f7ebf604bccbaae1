"""What ends up in a link: one site, one mailbox, one number, and nothing that could change scheme or recipient."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.exports.table import Root
from macros.pages.site import begin, root_of
from macros.problems import Problem, Refused, printable
from macros.records.base import Moment
from macros.records.bureau import Address, Email, SecureAddress, Telephone
from macros.register.load import load
from macros.register.register import Register
from tests.groups import in_groups
from tests.payloads import PAYLOADS
from tests.places import ROOT

EMAILS = ["office@example.org", "kjj.bgs@hh.example.org", "a+b@b-c.example", "12345@qq.example", "a_b@c.example"]
NOT_EMAILS = [
    *("a@b.example?bcc=c@d.example", "a@b.example&body=x", "a@b.example,c@d.example", "a@b.example;c@d.example"),
    *(
        "a@b.example%0d%0aBcc:c@d.example",
        "a%40b@c.example",
        "a@b.example#x",
        "a@b.example/x",
        "a@b",
        "@b.example",
        "a@",
    ),
    *(
        "a@b..example",
        "a b@c.example",
        "a@b.example\nBcc: c@d.example",
        "a@b.example\n",
        " a@b.example",
        "<a@b.example>",
    ),
    *('"a"@b.example', "a'@b.example", "mailto:a@b.example", "javascript:x@y.example", "ａ@b.example", "-a@b.example"),
    *("局@b.example", "x" * 250 + "@b.example", "a@b.example\u202e"),
]
TELEPHONES = ["12345", "110", "0716-2345678", "027-12345678-801", "+86-27-12345678", "4008001234", "+8602712345678"]
NOT_TELEPHONES = [
    *("0716 2345678", "（0716）2345678", "(0716)2345678", "0716－2345678", "０７１６", "12345,67890", "12345;ext=1"),
    *(
        "12345?x",
        "12345#1",
        "*21*12345#",
        "%2A21",
        "tel:12345",
        "javascript:1",
        "1",
        "-12345",
        "12345-",
        "12--34",
    ),
    *("12345\n", "++12345", "12345转801", "12345x801", "1" * 31, "12345/67890"),
]
ADDRESSES = [
    *(
        "https://www.example.org",
        "https://www.example.org/",
        "http://example.org:8080/kjj/",
        "http://localhost/",
    ),
    *("https://bureau.example.io/public-record", "https://xn--fiqs8s.example/", "https://example.cn/~kjj/a_b/v1.0/"),
]
NOT_ADDRESSES = [
    *(
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.cn/",
        "//example.cn/",
        "/record/",
        "example.cn",
        "https://",
    ),
    *("https://user:pass@example.cn/", "https://example.cn@evil.example/", "https://example.cn//evil.example/"),
    *("https://example.cn/?a=b", "https://example.cn/#x", "https://example.cn/../x", "https://example.cn/%2e%2e/"),
    *(
        "https://[",
        "https://[::1]/",
        "https://exa mple.cn/",
        "https://example.cn/\n",
        'https://example.cn/"',
        "https://.cn",
    ),
    *(
        "https://科技局.example/",
        "https://example.cn/<b>",
        "https://example.cn/;x",
        "https://example.cn:1234567/",
        "HTTPS://x",
    ),
    *(
        "https://example.cn:65536/",
        "https://example.cn:0/",
        "https://-a.example/",
        "https://a-/",
        "https://a..example/",
    ),
    *("https://example.cn/a{b}/", "https://example.cn/$a/", "https://example.cn/公开/", "https://example.cn/_a/"),
]
MEANT = {
    "HTTPS://Www.Example.org/KJJ/": "https://www.example.org/KJJ/",
    "https://政务.中国:8443/kjj/": "https://xn--zfr164b.xn--fiqs8s:8443/kjj/",
    "科技局.example": "https://xn--dgt58lv2v.example",
    " https://example.org/ ": "https://example.org/",
}
"""What may have been meant by an address in another form."""


SECURE = [address for address in ADDRESSES if address.startswith("https:")]
NOT_SECURE = [*NOT_ADDRESSES, *(address for address in ADDRESSES if address.startswith("http:"))]
MOMENTS = ["2001-07-31 09:30", "2000-02-29 00:00", "2001-12-31 23:59"]
NOT_MOMENTS = [
    *("2001-07-31", "2001-07-31 9:30", "2001-07-31T09:30", "2001-07-31 09:30:00", "2001-07-31 09:30Z"),
    *("2001-02-29 09:30", "2001-07-31 24:00", "2001-07-31 09:60", "２００１-07-31 09:30", "09:30", "", "996571800"),
]


def fits(declared: Any, text: str) -> bool:
    """Whether the type lets a text through."""
    try:
        return bool(TypeAdapter(declared).validate_python(text) == text)
    except ValidationError:
        return False


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        (one, text)
        for one, texts in ((Email, EMAILS), (Telephone, TELEPHONES), (Address, ADDRESSES), (SecureAddress, SECURE))
        for text in texts
    ],
)
def test_good(declared: object, text: str) -> None:
    assert fits(declared, text)


@in_groups(
    [
        (one, text)
        for one, texts in (
            *((Email, NOT_EMAILS), (Telephone, NOT_TELEPHONES), (Address, NOT_ADDRESSES)),
            (SecureAddress, NOT_SECURE),
        )
        for text in (*texts, *PAYLOADS)
    ],
    spread=True,
)
def test_bad(declared: object, text: str) -> None:
    assert not fits(declared, text)


@pytest.mark.parametrize("address", [f"{ADDRESSES[1]}index.html", *ADDRESSES])
def test_the_build_is_for_any_such_address(register: Register, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Also for that of the file which the home page is."""
    monkeypatch.setenv("SITE_ADDRESS", address)
    assert root_of(register).address == address.removesuffix("index.html").rstrip("/") + "/"


@pytest.mark.parametrize("address", [*NOT_ADDRESSES, *MEANT])
def test_the_build_is_for_no_other(register: Register, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Whoever gives it hears the same as whoever writes it into the data: what goes there, and what may be meant."""
    monkeypatch.setenv("SITE_ADDRESS", address)
    with pytest.raises(Refused) as refused:
        root_of(register)
    zh, en = str(refused.value).rsplit("\nSITE_ADDRESS", 1)
    assert (
        f"SITE_ADDRESS 的格式不对：“{printable(address)}”。" in zh and "写网站的完整网址" in zh and "不带用户名" in zh
    )
    assert (
        f'is not in the right form: "{printable(address)}".' in en
        and "Write the whole address" in en
        and "no user name" in en
    )
    if address in MEANT:
        assert f"写成 {MEANT[address]}。" in zh and f"Write {MEANT[address]}. " in en


@pytest.mark.parametrize("text", MOMENTS)
def test_a_moment_stays_as_typed(text: str) -> None:
    moments = TypeAdapter(Moment)
    assert moments.dump_python(moments.validate_python(text), mode="json") == text


@pytest.mark.parametrize("text", [*NOT_MOMENTS, *PAYLOADS])
def test_what_is_no_moment(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Moment).validate_python(text)


@pytest.mark.parametrize("text", ["2001-07-31", "2001-02-30 09:30", "yesterday"])
def test_a_bad_moment_is_refused_in_both_languages(data: Path, text: str) -> None:
    file = data / "documents/h1-work-summary.yml"
    given = "period: first-half\n"
    file.write_text(file.read_text("utf-8").replace(given, f"{given}published: {text}\n", 1), "utf-8")
    (found,) = load(data)[1]
    real = ("真实的时刻", "not a real date and time")
    words = ("没有写明时刻", "does not give the time of day") if text == "2001-07-31" else real
    assert found.field == "published" and words[0] in found.wrong.zh and words[1] in found.wrong.en


def problems_with(data: Path, line: str) -> list[Problem]:
    """What is said of a bureau with one more line."""
    with (data / "bureau.yml").open("a", encoding="utf-8") as bureau:
        bureau.write(f"{line}\n")
    return load(data)[1]


@pytest.mark.parametrize(
    ("line", "zh", "en"),
    [
        ("email: a@b.example?bcc=c@d.example", "只写一个邮箱地址", "Write one address and nothing else"),
        ("feedback_form: http://example.cn/form", "https://", "beginning with https://"),
        ("telephone: 0716 2345678", "只写一个号码", "Write one number in digits and hyphens"),
        ("telephone: 0716（2345678）", "不对", "not in the right form"),
        ('site_address: "https://["', "写网站的完整网址", "Write the whole address"),
    ],
)
def test_a_bad_one_is_refused_in_both_languages(data: Path, line: str, zh: str, en: str) -> None:
    (found,) = problems_with(data, line)
    assert found.field == line.partition(":")[0] and found.excerpt == line
    assert zh in found.wrong.zh + found.fix.zh and en in found.wrong.en + found.fix.en


def test_good_ones_pass(data: Path) -> None:
    given = f"email: {EMAILS[0]}\ntelephone: {TELEPHONES[2]}\nsite_address: {ADDRESSES[2]}"
    assert problems_with(data, given) == []


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("https://bureau.example", "/"),
        ("https://bureau.example/", "/"),
        ("https://bureau.example/record", "/record/"),
        ("https://bureau.example/record/", "/record/"),
    ],
)
def test_links_of_the_error_page_begin_at_the_site(register: Register, address: str, base: str) -> None:
    """Such as GitHub Pages gives its address: without a slash at the end."""
    site = begin(register, ROOT / "overrides", Root.at(address))
    assert site.here("404.md").link("about/") == f"{base}about/"
    assert site.here("en/404.md").link("about/") == f"{base}en/about/"
