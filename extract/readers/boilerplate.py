"""Lines around an article that are not the article: calls to follow, subscribe and read on, notices, credits.

For a graph, precision is worth more than recall: a cookie banner becomes a statement. So this looks at what a line is
made of (links, its opening words, what it asks the reader to do), never at which paper it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table row of a page; ``linked`` is the share of its characters in links."""

    text: str
    kind: str = "paragraph"  # or heading, item, row, quote
    linked: float = 0.0

    @property
    def is_sentence(self) -> bool:
        """Does it end as a sentence does?"""
        return bool(_SENTENCE_END.search(self.text))


_SPLIT = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_NETWORKS = (
    r"(?:facebook|twitter|instagram|youtube|linkedin|whatsapp|telegram|tiktok|snapchat|pinterest|reddit|flipboard"
    r"|threads|bluesky|mastodon|google news|apple news|spotify|itunes|podcasts?|@\w+)"
)
_LETTERS = r"(?:newsletters?|mailing list|inbox|e-?mail alerts?|alerts|briefing|notifications?|push alerts|rss feed|app)"
_OFFER = r"(?:subscri\w+|memberships?|subscribers?|digital access|paywall|free trial|our journalism|unlimited access)"

_POINTER = re.compile(
    r"\W*(?:read (?:more|next|also|the full)|see (?:more|also)|also (?:read|see|watch)|you (?:may|might) (?:also )?(?:like|be interested"
    r"|enjoy)|(?:click|tap) (?:here|to)|continue reading|keep reading|find out more|learn more|story continues|article continues"
    r"|skip (?:to|advert))\b",
    re.IGNORECASE,
)
"""How lines open that point elsewhere, whatever their form."""

_LABEL = re.compile(
    r"\W*(?:more (?:on|from|in|about|stories|news|coverage|top stories)\b|related(?: \w+){0,2}\s*[:|–—]|related$|related (?:articles?|"
    r"stor\w+|posts?|coverage|content|links|topics|reading|news|video)|recommended(?: \w+){0,2}\s*(?:[:|]|$)|don[’']t miss|must[- ]read|"
    r"most (?:read|popular|viewed|shared)|trending|editor[’']?s[’']? (?:picks?|choice)|(?:watch|listen|video|photos?|gallery|podcast|"
    r"explainer|analysis|opinion|live|in pictures|timeline|interactive|quiz|poll|factbox|fact ?check|exclusive|full coverage|"
    r"further reading|breaking)\s*[:|►▶]|go deeper|up next|(?:next|previous) (?:article|story|post)|advertisement\W*$|sponsored\W*$|"
    r"promoted\W*$|get more|full (?:story|coverage|list)\s*[:|])",
    re.IGNORECASE,
)
"""How labels of links open; in the form of a sentence they are prose."""

_NAMED = r"(?:us|me|him|her|them|it|our [\w ]{1,40}|the (?:author|\w+ team)|(?-i:@\w+|[A-Z][\w.’']*(?: [A-Z][\w.’']*){0,4}))"
_ASKING = re.compile(
    rf"\W*(?:please\s+|and\s+|you can (?:also )?|also,?\s+)?(?:"
    rf"(?:follow|like|join|find|add|connect with|tweet|message) {_NAMED}(?: \S+){{0,6}}? (?:on|via|at|in) .{{0,40}}{_NETWORKS}"
    rf"|follow (?:us|me|him|her|them|our|the author|(?-i:@)\w+)\b"
    rf"|(?:sign|signing) up (?:for|to|here|now|today|and)\b|subscribe\b|register (?:now|here|today)|unsubscribe\b"
    rf"|(?:get|receive|want) .{{0,90}}\b{_LETTERS}\b"
    rf"|(?:share|tweet|pin|e-?mail|print|save|bookmark|copy) (?:this|it|your|on|via)\b"
    rf"|(?:download|install|try|open) (?:our|the) .{{0,40}}\bapps?\b"
    rf"|(?:e-?mail|contact|write to|reach) (?:us|me|him|her|the|{_NAMED})\b.{{0,80}}@"
    rf"|(?:send|submit|share) (?:us )?(?:your|a|any) (?:tips?|comments?|thoughts?|stories|story|letters?|feedback|photos?)"
    rf"|(?:let us know|tell us|leave a (?:comment|reply)|join the (?:conversation|discussion)|what do you think)\b"
    rf"|(?:support|donate to|help us) .{{0,60}}(?:our|independent|your) (?:journalism|reporting|newsroom)"
    rf"|(?:buy|order|shop) (?:now|here)\b|check out (?:our|more|all)\b|visit (?:our|us)\b|listen to .{{0,60}}(?:podcast|live)\b"
    rf"|stay (?:tuned|informed|up to date|connected)\b|log ?in (?:to|or|here)\b|sign ?in (?:to|or|here)\b"
    rf"|create (?:a|an|your) (?:free )?account|enter your e-?mail|accept (?:all )?cookies|manage (?:cookies|consent|preferences))",
    re.IGNORECASE,
)
"""Sentences that ask the reader to do something on the site."""

_NOTICE = re.compile(
    rf"all rights reserved|©|\bcopyright (?:\d|\(c\))|\(c\) ?\d{{4}}|we (?:and our partners )?use cookies"
    rf"|(?:we|you|your|our|by (?:using|clicking|signing|continuing)).{{0,120}}(?:privacy (?:policy|notice)|cookie (?:policy|settings)"
    rf"|terms (?:of (?:use|service)|and conditions|& conditions))|^\W*(?:privacy|cookie) (?:policy|notice|settings)\W*$"
    rf"|may not be (?:published, broadcast|reproduced|republished)|(?:earn|receive|get)s? .{{0,20}}commission.{{0,80}}(?:links?|purchase|orders|article)"
    rf"|(?:links?|purchase|article).{{0,80}}(?:earn|receive|get)s? .{{0,20}}commission|affiliate (?:links?|commission|program)"
    rf"|^\W*(?:the post|this (?:article|story|post|column|piece|essay|content|material|report))\b.{{0,160}}\b(?:appeared|published|republished"
    rf"|reproduced|syndicated|produced|generated|provided)\b|^\W*(?:originally|first) (?:appeared|published) (?:on|in|at|by)"
    rf"|view (?:the )?(?:original|source|comments)|(?:unblock|disable|turn off) (?:your )?ad ?block|enable javascript|your browser (?:does|is)"
    rf"|could not be loaded|(?:enjoying|enjoyed|like) this (?:article|story|post)|(?:in|to) your inbox"
    rf"|(?:see|check|check out|read|follow) (?:[\w’']+ ){{0,2}}(?:full|complete|all) coverage|already a subscriber|{_OFFER} (?:to read|required)"
    rf"|thank you for (?:reading|subscribing|signing)|(?:prices?|offers?|availability|deals?) .{{0,20}}subject to change|while (?:supplies|stocks?) last|may be reached at|to (?:leave|post) a comment|comments are closed",
    re.IGNORECASE,
)
"""Words of notices: law, cookies, adverts, syndication."""

_CREDIT = re.compile(
    r"\W*(?:(?:additional |with )?(?:reporting|writing|editing|research|translation|photograph\w*|photos?|images?|pictures?|"
    r"video|graphics?|illustration|story|text|words) (?:by|courtesy|credit)\b|(?:photo|image|picture|video|graphic|illustration)s?"
    r" ?(?:credits?)? ?[:/©(]|(?:photo|file photo|getty images|courtesy|credit|source|via|pictured)\s*[:/]|\((?:photo|image|credit)"
    r"|(?:getty images|shutterstock|istock|afp|ap photo|epa|wikimedia)\b.{0,40}$)",
    re.IGNORECASE,
)
_CREDIT_ANYWHERE = re.compile(
    r"\bcontributed (?:to this (?:report|article|story)|reporting)\b|\((?:photo|image|picture|credit|file)[^)]{0,80}\)\s*$"
    r"|/(?:getty images|afp|reuters|ap)\s*\)?\s*$",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"\W*(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+|@\w{3,})\W*$")
_LONGEST_LINE, _SHORT_LINE = 40, 12
"""Words; a longer paragraph is prose, however it begins."""


def keep_article(blocks: Sequence[Block], title: str | None = None) -> tuple[Block, ...]:
    """The blocks that belong to the article, without sentences at their edges that ask the reader to do something."""
    own = [block for block in blocks if _key(block.text) and _key(block.text) != _key(title or "")]
    without_lists = _without_link_runs(own)
    trimmed = (_trim(block) for block in without_lists if not _is_furniture(block))
    return tuple(_without_dangling_headings([block for block in trimmed if block.text]))


def keep_lines(text: str, title: str | None = None) -> str:
    """The paragraphs of a text (parted by blank lines) that belong to the article."""
    blocks = [Block(part.strip()) for part in re.split(r"\n\s*\n", text)]
    return "\n\n".join(block.text for block in keep_article(blocks, title))


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _is_furniture(block: Block) -> bool:
    """Is this line no part of the article, by itself?"""
    words = len(block.text.split())
    if _CONTACT.match(block.text) or not any(char.isalpha() for char in block.text):
        return True
    if words <= _LONGEST_LINE and (_is_pointer(block) or _is_credit(block.text)):
        return True
    if block.linked > 0.85 and words > 2 and not block.is_sentence and block.kind != "row":
        return True
    return len(_SPLIT.split(block.text)) == 1 and _is_asking(block.text)


def _is_pointer(block: Block) -> bool:
    """Does this line lead away: by its words, or as a label that is a link, has a colon or does not end as a sentence?"""
    has_form = block.linked > 0.3 or not block.is_sentence or ":" in block.text[:40]
    if _POINTER.match(block.text):
        return has_form or len(block.text.split()) <= _SHORT_LINE
    return has_form and _LABEL.match(block.text) is not None


def _is_credit(text: str) -> bool:
    """Is this who made a picture or a report? Behind the label there are names and few other words."""
    if _CREDIT_ANYWHERE.search(text):
        return True
    words = re.findall(r"[^\W\d_]+", text)
    names = sum(word[0].isupper() for word in words)
    return _CREDIT.match(text) is not None and names >= 0.55 * len(words)


def _is_asking(sentence: str) -> bool:
    if sentence.lstrip()[:1] in '"“‘':  # somebody says so
        return False
    return bool(_ASKING.match(sentence) or _NOTICE.search(sentence))


def _trim(block: Block) -> Block:
    """Leave out sentences at either end that ask the reader for something."""
    sentences = _SPLIT.split(block.text)
    if len(sentences) < 2:
        return block
    start, end = 0, len(sentences)
    while end > start and _goes(sentences[end - 1]):
        end -= 1
    while start < end and _goes(sentences[start]):
        start += 1
    if (start, end) == (0, len(sentences)):
        return block
    first, last = block.text.find(sentences[start]) if start < end else 0, 0
    if start < end:
        last = block.text.rfind(sentences[end - 1]) + len(sentences[end - 1])
        last += len(re.match(r"[\"'”’)\]]*", block.text[last:])[0])  # type: ignore[index]
    return Block(block.text[first:last], block.kind, block.linked)


def _goes(sentence: str) -> bool:
    """Does a sentence at the edge of a paragraph go?"""
    words = len(sentence.split())
    return (
        _is_asking(sentence)
        or (words <= _SHORT_LINE / 2 and _POINTER.match(sentence) is not None)
        or (words <= _LONGEST_LINE and _CREDIT_ANYWHERE.search(sentence) is not None)
    )


def _without_link_runs(blocks: Sequence[Block]) -> list[Block]:
    """Leave out lists whose items are links: two or more such lines in a row."""
    linked = [
        block.linked > 0.7 and not (block.is_sentence and block.kind == "paragraph") for block in blocks
    ]
    near = [
        flag and (linked[i - 1 : i] == [True] or linked[i + 1 : i + 2] == [True])
        for i, flag in enumerate(linked)
    ]
    return [block for block, run in zip(blocks, near, strict=True) if not run]


def _without_dangling_headings(blocks: Iterable[Block]) -> list[Block]:
    """Leave out headings with nothing under them at the end."""
    kept = list(blocks)
    while kept and kept[-1].kind == "heading":
        kept.pop()
    return kept
