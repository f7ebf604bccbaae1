"""The configuration of nginx for this site, made from the same table as the headers of other hosts.

It lies in the site's folder, beside ``_headers``, so that the two are always of one build. It is not served, and it
holds nothing that the answers do not tell everyone. Only the server's administrator puts it into force: were nginx to
read it where it lies, anyone who may publish could tell nginx, which starts as root, what to write and where.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from macros.publishing.headers import (
    CACHE,
    CACHE_FOR_EVER,
    CACHE_SHORTLY,
    CORP,
    CORS,
    IN_UTF_8,
    JSON_FEED,
    OTHER_TYPE,
    TYPES,
    for_every_file,
)
from macros.text.languages import LANGUAGES, Language
from macros.text.placeholders import filled

NGINX_FILE = "_nginx.conf"

COMPRESSED = ("css", "js", "csv", "txt", "xml", "svg", "json", "jsonld", "atom", "bin")
"""Kinds compressed on the way where there are no copies, as HTML always is."""

CONFIGURATION = """\
# 本站的 nginx 配置，与网页同时生成。复制到 /etc/nginx/，在 server 一节中引用；不要让 nginx 直接读取网站目录中的这一份。
# How nginx serves this site; built with its pages. Copy it to /etc/nginx/ and include it in the server block; never let
# nginx read it in the site's folder. After a change to the templates' scripts or to feedback_form it is another: copy
# it again when publishing, and reload nginx.
#
#     server {
#         listen 80;
#         server_name ...;
#         return 301 https://$host$request_uri;
#     }
#     server {
#         listen 443 ssl http2;
#         server_name ...;
#         ssl_certificate ...;
#         ssl_certificate_key ...;
#         root ...;  # such that {base}index.html below it is the home page
#         include /etc/nginx/bureau.conf;
#     }

server_tokens off;
absolute_redirect off;
index index.html;

types {
{types}
}
default_type {other};
charset utf-8;
charset_types {charsets};

# Copies made by the build are sent where there are any, else files are compressed on the way.
gzip on;
gzip_static on;
gzip_vary on;
gzip_proxied any;
gzip_min_length 1024;
gzip_types {gzipped};
# brotli_static on;  # Where nginx has the module ngx_brotli: take away the first sign.

set $kept "{short}";
set $readers "same-origin";
set $programs "";
set $language "";
if ($uri ~ "^{below}({prefixes})/") { set $language "$1/"; }

{headers}
add_header {cache} $kept always;
add_header {corp} $readers always;
add_header {cors} $programs always;

# The error page of the reader's language, for folders without a page as well; asked for by its own address it is not
# found either.
error_page 403 404 {base}${language}404.html;
location ~ "/404\\.html$" { internal; }

# Files for hosts, and whatever begins with a dot, are not for readers.
location ~ "/(_|\\.(?!well-known/))|/web\\.config$" { return 404; }

# The address of these files changes with their content.
location ~ "/assets/[^/]+\\.[0-9a-f]{20}[./]|/search/[^/]+/[0-9a-f]{20}/" { set $kept "{kept}"; }

# Open data: programs of other sites may read it.
location ~ "/changes/feed\\.json$" {
    types { }
    default_type {feed};
    set $readers "cross-origin";
    set $programs "*";
}
location ~ "/data/.+\\.(csv|json|jsonld|xlsx)$|/sources/[^/]+/[^/]+\\.txt$|/(feed\\.atom|sitemap\\.xml|llms\\.txt)$" {
    set $readers "cross-origin";
    set $programs "*";
}
"""


def nginx_config(policy: str, base: str, languages: Sequence[Language] = LANGUAGES) -> str:
    """The configuration for a site with this policy; ``base`` is the path of its home page."""
    return filled(
        CONFIGURATION,
        {
            "types": "\n".join(f"    {kind} {ending};" for ending, kind in TYPES.items()),
            "other": OTHER_TYPE,
            "charsets": " ".join(TYPES[one] for one in IN_UTF_8),
            "gzipped": " ".join(TYPES[one] for one in COMPRESSED),
            "headers": "\n".join(
                f'add_header {name} "{value}" always;' for name, value in for_every_file(policy).items()
            ),
            "prefixes": "|".join(language.prefix.rstrip("/") for language in languages if language.prefix) or "-",
            "base": base,
            "below": re.escape(base),
            "short": CACHE_SHORTLY,
            "kept": CACHE_FOR_EVER,
            "cache": CACHE,
            "corp": CORP,
            "cors": CORS,
            "feed": JSON_FEED,
        },
    )
