"""Parts of a page that are no part of its article by their element or by the names of their classes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ELEMENTS = frozenset(
    "nav aside footer form button select iframe noscript template dialog figcaption svg amp-consent amp-ad amp-sidebar "
    "amp-user-notification amp-social-share".split()
)
"""Elements that never hold prose of the article."""

KEPT = frozenset({"html", "body", "head", "article", "main"})
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:newsletters?|sign-?up|subscri\w*|related\w*|recommend\w*|promo\w*|share|sharing|social-?(?:share|sharing|links?|icons?|bar|buttons?|follow|nav\w*)|cookies?|"
    r"consent|gdpr|captions?|credits?|comments?|disqus|taboola|outbrain|trending|most-?(?:read|popular|viewed)|read-?(?:more|next)|"
    r"more-?(?:on|from|stories|news)|also-?(?:read|like)|paywall|advert\w*|sponsored|teasers?|breadcrumbs?|tags?|tag-?list|"
    r"author-?bio|bio|about-?author|footer|sidebar|widget|donat\w*|pagination|toolbar|popup|modal|lightbox|jump-?links?|"
    r"rich-?link|pull-?quote|see-?also|recirc\w*|banner|disclaimer|copyright)(?=$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
LARGEST_SHARE = 0.3
"""Of the page's text; a part with more of it is the article, whatever it is called."""


def prune(tree: HtmlElement) -> None:
    """Take out of a page, in place, what is no part of the article, unless it holds much of the page's text."""
    for element in list(tree.iter("script", "style")):
        element.drop_tree()
    whole = len(tree.text_content()) or 1
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in KEPT or element.getparent() is None:
            continue
        if _is_outside(element) and len(element.text_content()) / whole < LARGEST_SHARE:
            element.drop_tree()


def _is_outside(element: HtmlElement) -> bool:
    if (
        element.tag in ELEMENTS
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "")
    ):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) > 1 and bool(_NAMES.search(names))
