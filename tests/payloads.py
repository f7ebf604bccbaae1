"""Text that would act as markup, as a template or as an address, were it ever taken for more than text."""

from __future__ import annotations

MARKUP = (
    "<b>bold</b>",
    "<script>window.hacked=1</script>",
    "</script><script>window.hacked=1</script>",
    "</title><script>window.hacked=1</script>",
    "</style><script>window.hacked=1</script>",
    "</textarea></p></li></div></main>",
    "<img src=x onerror=window.hacked=1>",
    "<img src='https://elsewhere.example/x.png'>",
    "<svg onload=window.hacked=1><a xlink:href='javascript:window.hacked=1'>x</a></svg>",
    "<math><mtext><style><img src=x onerror=window.hacked=1></style></mtext></math>",
    "<iframe srcdoc='<script>parent.hacked=1</script>'></iframe>",
    "<link rel=stylesheet href=https://elsewhere.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://elsewhere.example/'>",
    "<base href=https://elsewhere.example/>",
    "<details open ontoggle=window.hacked=1>",
    '" onmouseover="window.hacked=1',
    "' onmouseover='window.hacked=1",
    '" autofocus onfocus=window.hacked=1 x="',
    '"><script>window.hacked=1</script>',
    "'><script>window.hacked=1</script>",
    "` onclick=window.hacked=1 `",
    "<!-- comment",
    "--> <b>x</b>",
    "<![CDATA[ x ]]>",
    "<?php echo 1 ?>",
    "<!DOCTYPE html>",
    "&lt;b&gt; &amp; &quot; &#39; &#x3c;script&#x3e; &nbsp; &copy",
    "AT&T & Co; <3 > 2",
)

ADDRESSES = (
    "javascript:window.hacked=1",
    "java&#115;cript:window.hacked=1",
    "JaVaScRiPt:window.hacked=1//",
    "data:text/html,<script>window.hacked=1</script>",
    "vbscript:x",
    "//elsewhere.example/x",
    "https://elsewhere.example/?a=b&c=d#e",
    "../../../../etc/passwd",
    "a@b.example?bcc=c@d.example&body=x%0d%0ay",
)

TEMPLATES = (
    "{{ x.y.z }}",
    "{{ config }} {{ bureau }}",
    "{{ cycler.__init__.__globals__.os.environ }}",
    "{% for x in range %}x{% endfor %}",
    "{% include 'head.html' %}",
    "{% raw %}",
    "{# comment #}",
    "{bureau.__class__}",
    "{count} {area} {what}",
    "{0} {} {{}} {area!r} {what:>9} {nobody}",
    "%s %(name)s %d ${x} $x #{x} <%= x %>",
    "\\1 \\g<0> \\n \\u003cb\\u003e",
)

MARKDOWN = (
    "**bold** __bold__ *i* _i_ ~~x~~ `code`",
    "# heading {: #main onclick=window.hacked=1 }",
    "text {: onclick=window.hacked=1 .x #title }",
    "{: onclick=window.hacked=1 }",
    "[link](javascript:window.hacked=1)",
    "![image](https://elsewhere.example/x.png)",
    "[text][ref] [ref]: https://elsewhere.example/",
    "<https://elsewhere.example/> <a@b.example>",
    "```html <b>x</b> ```",
    "~~~",
    "- item",
    "> quoted",
    "a | b --- | ---",
    '!!! note "x"',
    '--8<-- "mkdocs.yml"',
    "[^1]: footnote",
    "*[HTML]: abbreviation",
    "---",
    '<div data-fragment="0"></div>',
    '<div markdown="1">*x*</div>',
    ":smile: $x^2$ H~2~O ==mark==",
)

ODD = (
    "null None undefined NaN true",
    "%00 \\0 \\x00 &#0; \ufffd",
    "a line\na line below",
    "\u202ertl\u202c",
    "مرحبا שלום",
    "\U0001f600 \u200d \ufeff x",
    "ａ＜ｂ＞＆＂＇｛｛x｝｝",
    "'; DROP TABLE records; --",
    '=HYPERLINK("https://elsewhere.example")',
    "   spaces   inside   ",
)

PAYLOADS = (*MARKUP, *ADDRESSES, *TEMPLATES, *MARKDOWN, *ODD)
