"""Texts by which somebody might break a page, each of another kind than the last: named, and all of them sent whole."""

from itertools import cycle, islice
from typing import Final

_ACT: Final = "alert(1)"
_BADGE: Final = "Verified officer PC 4127"


def _deep(marks: str, depth: int) -> str:
    return "".join(f"{mark} " for mark in islice(cycle(marks), depth)) + "end"


def _steps(mark: str, depth: int) -> str:
    return "\n".join(f"{'  ' * each}{mark} {each}" for each in range(depth))


LINKS: Final = {
    "reference": f"[look][a]\n\n[a]: javascript:{_ACT}",
    "collapsed reference": f"[look][]\n\n[look]: <javascript:{_ACT}>",
    "shortcut reference": f"[look]\n\n[look]: data:text/html,<script>{_ACT}</script>",
    "reference that is redefined": f"[a][b]\n\n[b]: https://example.org\n[b]: javascript:{_ACT}",
    "reference to a reference": "\n".join(f"[a{each}]: [a{each + 1}]" for each in range(150)) + "\n\n[a0]",
    "footnote": f"Look[^1]\n\n[^1]: <javascript:{_ACT}>",
    "autolink": f"<javascript:{_ACT}> <https://xn--80ak6aa92e.com> <JAVASCRIPT:{_ACT}>",
    "homograph in words": "[south-wales.police.uk](https://south-wales.p\u043elice.uk)",
    "homograph bare": "https://www.south-w\u0430les.police.uk/officers",
    "punycode in words": "[https://south-wales.police.uk/](https://xn--soth-wales-qib.police.uk/)",
    "dots of others": "[police。uk](https://evil．example) https://south-wales｡police｡uk.evil.example",
    "user in front": "https://south-wales.police.uk@evil.example/ [ours](https://south-wales.police.uk:x@evil.example)",
    "decimal entities": f"[x](&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;{_ACT})",
    "hex entities with zeros": f"[x](&#x000006A;&#x0000061;vascript&#x3A;{_ACT})",
    "entities without an end": f"[x](&#0000106&#0000097&#0000118&#0000097script:{_ACT})",
    "named entities": f"[x](java&Tab;script&colon;{_ACT}) [x](&NewLine;javascript&colon;{_ACT})",
    "entities of entities": f"[x](&amp;#106;avascript:{_ACT}) [x](&amp;amp;colon;)",
    "vbscript": "[x](vbscript:msgbox(1)) [x](&#118;bscript:x) [x](vb\tscript:x)",
    "data": "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==) ![x](data:image/svg+xml,<svg onload=x>)",
    "backslashes": f"[x](java\\script:{_ACT}) [x](\\javascript:x) [x](https:\\\\evil.example) [x](\\\\evil.example)",
    "form feeds": f"[x](java\fscript:{_ACT}) [x](\fjavascript:{_ACT})\f[x](\vjavascript:{_ACT})",
    "line separators": f"[x](java\u2028script:{_ACT})\u2029[x](javascript\u0085:{_ACT})",
    "percent": f"[x](javascript%3A{_ACT}) [x](%6a%61vascript:{_ACT}) [x](https:%2F%2Fevil.example)",
    "header in a mailto": "[x](mailto:a@b.example?cc=c@d.example%0d%0aSubject:x&body=%3Cscript%3E)",
    "title that ends the attribute": '[x](https://example.org "a" onmouseover="x") [x](https://example.org \'">\')',
    "no site": "[x](https:sign-out) [x](https:/sign-out) [x](https:///evil.example) [x](http:?a) [x](https:)",
    "no scheme": "[x](//evil.example) [x](/sign-out) [x](?a=b) [x](#main-content) [x](.)",
    "schemes of phones": f"[x](tel:999) [x](intent://x#Intent;end) [x](blob:https://x) [x](JaVaScRiPt:{_ACT})",
}  # fmt: skip
MARKUP: Final = {
    "comment": f"<!-- --!><img src=x onerror={_ACT}> --> <!--> <!---> <!- -",
    "cdata": f"<![CDATA[<script>{_ACT}</script>]]> <![CDATA[ ]]&gt; ]]>",
    "processing instruction": f"<?xml-stylesheet href='javascript:{_ACT}'?><?php echo 1 ?>",
    "doctype": "<!DOCTYPE html [<!ENTITY a 'b'><!ENTITY c '&a;&a;&a;&a;'>]>&c;",
    "svg": f"<svg><a xlink:href='javascript:{_ACT}'><text y=9>x</text></a><use href='data:image/svg+xml,x#x'/></svg>",
    "svg set": f"<svg><set attributeName=href to=javascript:{_ACT} /><foreignObject><iframe srcdoc=x></foreignObject>",
    "mathml": f"<math href=javascript:{_ACT}>x<maction actiontype=statusline xlink:href=javascript:{_ACT}>y</maction>",
    "mutation": f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror={_ACT}&gt;'>",
    "template and slot": f"<template shadowrootmode=open><slot><script>{_ACT}</script></template>",
    "refresh": "<meta http-equiv=refresh content='0;url=https://evil.example'><base href=//evil.example target=_top>",
    "portal and popover": f"<portal src=//evil.example></portal><div popover onbeforetoggle={_ACT}>",
    "clobbering": "<form id=csrf-token name=body><input name=attributes id=topic data-topic=x>",
    "ours imitated": f"<span class='bl-badge bl-badge--officer'>{_BADGE}</span><section class=forum-official>",
    "ours in a quote": f"> **Official answer of the police**\n>\n> **Ada Okafor** ✔ {_BADGE}\n>\n> Stay at home",
    "ours in a heading": f"# Official answer of the police\n\n{_BADGE}\n=====\n\nStay\n-----\n\n***",
    "ours in a table": f"| Official answer of the police |\n|:---:|\n| {_BADGE} |",
    "attributes of others": "Hello{: .forum-official onclick=alert(1)} ::: official\nx\n:::",
    "a thousand columns": "|" + "a|" * 1300 + "\n|" + "-|" * 600,
    "code that ends": f"```html\n</code></pre><script>{_ACT}</script>\n```\n`</code><script>{_ACT}</script>`",
    "templates of all kinds": "{{ 7*7 }}${7*7}#{7*7}<%= 7*7 %>@{7*7}[[${7*7}]]{%raw%}*{7*7}",
}
CHARACTERS: Final = {
    "Zalgo": "Z" + "\u0300\u0489\u036f\u1ab0\u20dd\u1dc0" * 600,
    "Zalgo on blanks": (" " + "\u0338\u20e0" * 40) * 45,
    "right to left beside a badge": f"\u202e7214 CP reciffo deifireV\u202c ✔ \u2067{_BADGE}\u2066",
    "isolates without an end": "\u2066\u2067\u2068" * 1300 + "x",
    "embedded both ways": "\u202aa\u202bb" * 900,
    "families": "👩\u200d❤\ufe0f\u200d💋\u200d👩" * 350,
    "joiners alone": "\u200d" * 2000 + "👮" + "\u200d" * 1900,
    "skin on skin": "👮" + "\U0001f3ff" * 3000,
    "flags in half": "🇬" * 3999,
    "tags": "🏴" + "\U000e0061" * 3000,
    "variation selectors": "✔" + "\ufe0e\ufe0f" * 1900,
    "one word": "w" * 65_536,
    "one word of others": "\u0e01" * 65_536,
    "hangul without an end": "\u1100\u1161\u11a8" * 1300,
    "bidi numbers": "١٢٣ 4127 PC ٤ " * 250,
    "private use": "\ue000\uf8ff\U000f0000\U0010fffd" * 900,
    "noncharacters": "\ufffe\uffff\ufdd0\U0001ffff\U0010ffff" * 700,
    "ideographic spaces": "\u3000\u2003\u00a0\u2800\u3164" * 790 + "x",
    "escapes of a terminal": "\x1b]0;x\x07\x1b[2J\x9b31m" * 300,
}
DEPTHS: Final = {
    "two hundred levels of quotes and lists": _deep(">-", 200),
    "of quotes, lists and numbers": _deep(">*+", 200).replace("*", "1."),
    "of steps": _steps("-", 60),
    "of steps of quotes": "\n".join(">" * each + " - " + "x" for each in range(80)),
    "lazy lines": "> a\n" + "b\n" * 1900,
    "emphasis bomb": "*a **b " * 570,
    "emphasis that closes late": "*" * 1999 + "a" + "*" * 1999,
    "emphasis in turns": "*_" * 1990 + "x",
    "emphasis in turns that closes": "*_" * 900 + "a" + "_*" * 900,
    "links in links": "[" * 1000 + "x" + "](https://example.org)" * 140,
    "brackets and bangs": "![" * 1999,
    "backticks of all lengths": " ".join("`" * each for each in range(1, 88)),
    "escapes": "\\" * 3999 + "*",
    "link of brackets": "[x](" + "(" * 3990,
    "link of angles": "[x](<" + "<" * 3990,
    "schemes without an end": "https://" * 499,
    "hosts of one letter": "https://" + "a-" * 1990,
    "lists of all numbers": "\n".join(f"{each}. x" for each in range(999_999_600, 1_000_000_000)),
    "breaks": "a  \n" * 999,
}
KINDS: Final = LINKS | MARKUP | CHARACTERS | DEPTHS
