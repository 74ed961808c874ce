"""Describes documents in RDF: articles, their sentences, and the places where entities are mentioned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from newsgraph.graph.edtf import bounds
from newsgraph.graph.model.document import Sentence, SourceDocument
from newsgraph.graph.model.entity import Entity, Member, Mention
from newsgraph.graph.model.record import Span

from . import vocabulary as v
from .claims import identifier, optional
from .iri import Iris
from .literals import integer, positions, text, word
from .resource import Pair, Resource
from .terms import Iri, LiteralTerm, checked_iri

_QUOTED_WORDS = 5
"""Words at either end of a sentence that a link to it quotes."""


def is_own_member(entity: Entity, articles: Mapping[str, SourceDocument]) -> bool:
    """Return whether an entity needs no member beside it: it is of one article, and all that this knows of it."""
    if len(entity.members) != 1:
        return False
    (member,) = entity.members
    article = articles.get(member.document)
    return (member.name, member.label) == (entity.name, entity.label) and all(
        article is not None and _is_plain(mention, member, article) for mention in member.mentions
    )


def describe_own_member(entity: Entity, iris: Iris, *, mentions: bool) -> Resource:
    """Return what an article knows of an entity that is its own member."""
    (member,) = entity.members
    pairs = _member(member, iris, member.mentions if mentions else ())
    return Resource(iris.entity(entity.id), pairs, [member.document])


def describe_member(
    entity: Entity, member: Member, document: SourceDocument | None, iris: Iris, *, mentions: bool
) -> Iterator[Resource]:
    """Yield an entity as one document knows it, with the places that mention it there.

    A name or a label that is the entity's own is not said again. Nor are the words of a mention, which its sentence
    has; one whose words or label do not follow from its place is a resource of its own.
    """
    node = iris.member(member.document, member.entity)
    plain: list[Mention] = []
    others: list[tuple[int, Mention]] = []
    for position, mention in enumerate(member.mentions if mentions else ()):
        if document is not None and _is_plain(mention, member, document):
            plain.append(mention)
        else:
            others.append((position, mention))
    pairs: list[Pair] = [(v.TYPE, v.MEMBER), (v.SPECIALIZATION_OF, iris.entity(entity.id))]
    pairs += optional(v.MEMBER_NAME, member.name if member.name != entity.name else None)
    pairs += optional(v.CATEGORY, member.label if member.label != entity.label else None)
    pairs += _member(member, iris, plain)
    yield Resource(node, pairs, [member.document])
    for position, mention in others:
        pairs = [(v.TYPE, v.PHRASE), (v.MENTION_OF, node), (v.IDENT_REF, iris.entity(entity.id))]
        if mention.sentence >= 0:
            pairs.append((v.IN_SENTENCE, iris.sentence(member.document, mention.sentence)))
        pairs += _place(mention.start, mention.end, mention.text)
        pairs += optional(v.CATEGORY, mention.label if mention.label != member.label else None)
        pairs.append((v.MENTION_KIND, text(mention.kind)))
        yield Resource(iris.mention(node, position), pairs, [member.document])


def _member(member: Member, iris: Iris, mentions: Iterable[Mention]) -> list[Pair]:
    """Return the article of a member, its id there, and the places of ``mentions``."""
    places: dict[str, list[Span]] = {kind: [] for kind in v.MENTION_SPANS}
    for mention in mentions:
        places[mention.kind].append((mention.start, mention.end))
    pairs: list[Pair] = [
        (v.DERIVED_FROM, iris.document(member.document)),
        (v.LOCAL_ID, text(member.entity)),
    ]
    return pairs + [
        (v.MENTION_SPANS[kind], text(positions(spans))) for kind, spans in places.items() if spans
    ]


def _is_plain(mention: Mention, member: Member, document: SourceDocument) -> bool:
    """Return whether all of a mention follows from its place and its kind."""
    number = mention.sentence
    return (
        mention.kind in v.MENTION_SPANS
        and mention.label == member.label
        and number >= 0
        and document.sentence_at(mention.start, number) == number
        and document.words(mention.start, mention.end, number) == mention.text != ""
    )


def _place(start: int, end: int, words: str) -> list[Pair]:
    return [(v.BEGIN_INDEX, integer(start)), (v.END_INDEX, integer(end)), (v.ANCHOR_OF, text(words))]


def describe_document(
    document: SourceDocument, mentioned: Mapping[int, Sequence[str]], iris: Iris
) -> Iterator[Resource]:
    """Yield an article with what is known about it, and its sentences with the entities ``mentioned`` in each."""
    node = iris.document(document.id)
    pairs: list[Pair] = [(v.TYPE, v.NEWS_ARTICLE), (v.TYPE, v.CONTEXT), *identifier(document.id)]
    pairs += [*publication(document), (v.SHA256, text(document.sha256))]
    pairs += optional(v.ENCODING_FORMAT, document.media_type)
    pairs += optional(v.DATE_FROM, document.date_from)
    pairs += [(v.OTHER_SOURCE, text(source)) for source in document.sources]
    pairs += [(v.PAGE_START, integer(start)) for start in document.pages]
    pairs += [(v.BEGIN_INDEX, integer(0)), (v.END_INDEX, integer(document.length))]
    yield Resource(node, pairs, [document.id])
    for position, sentence in enumerate(document.sentences):
        yield _sentence(document, sentence, position, mentioned.get(position, ()), iris)


def publication(document: SourceDocument) -> Iterator[Pair]:
    """Yield what a reader knows an article by."""
    yield v.SOURCE, text(document.source)
    yield from optional(v.HEADLINE, document.title)
    if document.date is not None:
        day = bounds(document.date)[0]
        is_day = day is not None and day.isoformat() == document.date
        yield v.DATE_PUBLISHED, LiteralTerm(document.date, v.DATE) if is_day else text(document.date)
    yield v.IN_LANGUAGE, word(document.language)
    if document.url is not None:
        link = _link(document.url)
        yield v.URL, link or text(document.url)
        if link is not None:
            yield v.DERIVED_FROM, link
    yield from optional(v.PUBLISHER, document.publisher)
    for number, author in enumerate(document.authors, 1):
        yield v.DOCUMENT_AUTHOR, text(author)
        if len(document.authors) > 1:
            yield v.item(number), text(author)


def _link(url: str) -> Iri | None:
    """Return a web address as an IRI; None for what is not one, or has a scheme that a reader should not follow."""
    if not url.startswith(("http://", "https://")):
        return None
    try:
        return checked_iri(url)
    except ValueError:
        return None


def _sentence(
    document: SourceDocument, sentence: Sentence, position: int, mentioned: Sequence[str], iris: Iris
) -> Resource:
    """Return a sentence; that of a published page is a selector of Web Annotation, with a link that quotes it."""
    pairs: list[Pair] = [(v.TYPE, v.SENTENCE), (v.POSITION, integer(position))]
    pairs.append((v.REFERENCE_CONTEXT, iris.document(document.id)))
    pairs += _place(sentence.start, sentence.end, sentence.text)
    pairs += [(v.MENTIONS, iris.entity(id)) for id in mentioned]
    page = document.page_of(sentence.start)
    if page is not None:
        pairs.append((v.PAGE, integer(page)))
    link = (
        _link(f"{document.url.partition('#')[0]}#:~:text={_fragment(sentence.text)}")
        if document.url
        else None
    )
    if link is not None and sentence.text:
        pairs += [(v.TYPE, v.TEXT_QUOTE), (v.EXACT, text(sentence.text)), (v.URL, link)]
    return Resource(iris.sentence(document.id, position), pairs, [document.id])


def _fragment(sentence: str) -> str:
    """Return what a text fragment of a link (WICG) quotes: the first and the last words."""
    words = sentence.split()
    ends = [words] if len(words) <= 2 * _QUOTED_WORDS else [words[:_QUOTED_WORDS], words[-_QUOTED_WORDS:]]
    return ",".join(
        quote(" ".join(end).encode("utf-8", "replace"), safe="").replace("-", "%2D") for end in ends
    )
