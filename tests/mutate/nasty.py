"""What nobody should type into a data file, and somebody will. All personal numbers are made up."""

from __future__ import annotations

from tests.payloads import PAYLOADS

PERSONAL = ("13912345678", "139 1234 5678", "１３９１２３４５６７８", "110101190001011234", "11010119000101123X")

TYPED = (
    *("no", "yes", "on", "~", "null", "true", "", "0", "-1", "010", "0x1F", "1e5", "1.5", "12:30", ".inf", ".nan"),
    *("999999999999999999", "9" * 40, "9" * 5000, "0.0000001", "1,000", "１５", "一万", "2001-07-31", "2024-13-40"),
    *("[]", "{}", "[a, b]", "{a: b}", "{zh: 中, en: en}", "- a", "a: b", "? a", "|", ">-", "|\n  a\n  b", "%TAG"),
    *("!!python/object:os.system x", "!!str x", "!x", "&a x", "*a", "<<: *a", "'", '"', "'a", '"a', "[a", "{a", "@a"),
    *('"\\0"', '"\\x00"', '"\\ud800"', '"\\U00110000"', '"\\u202e"', '"\\u2028"', '"\\q"', '"\\UFFFFFFFF"', "\\"),
)
SIGNS = (
    *("：", "，，", "。。", "；", "（", "“", "”", "《", "！！！", "、", "　", "中 文", "中,文", "#", " # x", "－ 条"),
    *("\u00a0", "\u200b", "\u202e", "\ufeff", "\u2028", "\x85", "\t", "\r", "e\u0301", "\u0301" * 40, "⽇", "\ue000"),
    *("\ufffd", "\U0001f600"),
)
QUANTITIES = (
    *("15000份", "近3000万元", "半", "近半年", "50多", "多", "近", "万亿", "0", "00份", "1.份", ".5份", "三百五十"),
    *("百", "十十", "1" * 200 + "份", "999999999999999999亿亿", "1,5,0", "15,000份", "15000\n份", "两", "〇", "-5份"),
    "5份。6份；7份",
)
IDS = (
    *("h1-work-summary#s1", "h1-work-summary#zz", "nowhere#s1", "#", "a#b#c", "a.b", "a.b.c", "bases.bases-built"),
    *("bases", "CON", "con", "..", ".", "-", "a" * 63, "a" * 64, "exact", "first-half", "../bases", "/etc/passwd"),
    *("é", "名称"),
)
LONG = (
    *("字" * 4001, "x" * 100_000, "a " * 3000, "13912345678 " * 300, "1 " * 2000),
    *("“" * 1000, "，" * 1000, "{" * 500),
)
VALUES = (*PAYLOADS, *PERSONAL, *TYPED, *SIGNS, *QUANTITIES, *IDS, *LONG)

KEYS = (
    *("Title", "titel", "zh ", "id", "entries", "[key]", "0", "", "from", "start", "zh\u200b", "<<", "x" * 5000),
    "标题",
)

BYTES = (
    *(b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"\x80"),
    *(b"\x1b[31m", b"\r", b"\t", b"\n", b"\n---\n", b"\n...\n", b"\n%YAML 1.2\n", b"\n<<<<<<< HEAD\n", b"- ", b": "),
    *(b"#", b'"', b"'", b"[", b"{", b"&a ", b"*a", b"!!x ", b"PK\x03\x04"),
    *("名称".encode("gbk"), "：".encode(), "\u202e".encode(), "\u2028".encode()),
)

FILE_NAMES = (
    *("Con.yml", "con.yml", "index.yml", "x y.yml", "名称.yml", "a" * 70 + ".yml", "x.yaml", "..yml", ".x.yml"),
    *("x\ny.yml", "x\u202ey.yml", "x\x1b[31m.yml", "\udcff.yml", "\udcff.txt", "x,y::z%.yml", "<b>.yml", "X.TXT"),
    *("new.yml", "13912345678.yml", "110101190001011234.yml", "-.yml", "--.yml", "aux.yml", "x.txt", "README.md"),
    "x.yml.bak",
)
