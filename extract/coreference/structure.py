"""Grammar as evidence: relative pronouns, reflexives, apposition, copula, and roles before names."""

from __future__ import annotations

from collections.abc import Iterator

from ..english.lexicon import INDEFINITE, KINSHIP, THINKING
from ..english.semantic_classes import noun_type
from ..english.titles import spelt_out
from ..english.word_classes import word_class
from ..mentions.detection import MentionSpan, is_relative, relative_antecedent
from ..syntax.tree import CLAUSE_DEPS, CLIMB, SUBJECT_DEPS, Tree
from .appositions import are_apart
from .profiles import MentionProfile
from .roles import name_behind_role

_BE = frozenset({"be", "become", "remain"})


def structural_links(
    tree: Tree, mentions: list[MentionSpan], at: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Pairs of mentions that the parse itself makes one; ``at`` gives the mention that a token heads."""
    for i, mention in enumerate(mentions):
        name = _name_inside(tree, mention, mentions, at) or _name_of_place(tree, mention, mentions, at)
        if name is not None:
            yield name, i
            continue
        other = (
            _relative(tree, mention, at)
            if mention.kind == "pronoun"
            else _equated(tree, mention, mentions, at)
        )
        if other is None or other == i:
            continue
        if mention.kind == "name" and mentions[other].kind == "name":
            continue  # two names side by side are two things far more often than one; ``name_links`` knows when not
        if not are_apart(tree, mention, mentions[other]):
            yield other, i


def _relative(tree: Tree, mention: MentionSpan, at: dict[int, int]) -> int | None:
    if not is_relative(tree, mention.head):
        return None
    noun = relative_antecedent(tree, mention.head)
    return at.get(noun) if noun is not None else None


def _equated(tree: Tree, mention: MentionSpan, mentions: list[MentionSpan], at: dict[int, int]) -> int | None:
    """The mention that this one stands in apposition to ("the mayor Ana Ruiz", "Ana Ruiz, the mayor"), or is said to be."""
    head = mention.head
    if tree.dep[head] == "appos" and mention.end < len(tree) and tree.text[mention.end] == ":":
        return None  # "Alden Ltd (LSE: ALD)": an exchange before its ticker
    if tree.dep[head] == "nmod:desc":
        return at.get(tree.head[head]) if mention.label == "PERSON" and mention.kind == "nominal" else None
    if tree.dep[head] == "appos":
        governor = tree.head[head]
        if (own := name_behind_role(tree, mention, governor)) is not None:
            return at.get(own)
        beside = at.get(governor)
        is_one = beside is not None and _is_beside_one(tree, mentions[beside], mention)
        return beside if is_one or _are_roles_of_one(tree, governor, mention) else None
    if tree.child(head, "cop") is None:
        return _holder_of_joined_role(tree, mention, mentions, at) if tree.dep[head] == "conj" else None
    subject = tree.child(head, *SUBJECT_DEPS)
    if subject is None or not asserts_identity(tree, head):
        return None
    if tree.lemma[subject] == "name":
        return None  # "whose name is Ada Lind": she is no name
    return at.get(subject)


def _holder_of_joined_role(
    tree: Tree, mention: MentionSpan, mentions: list[MentionSpan], at: dict[int, int]
) -> int | None:
    """The name of whoever has a role beside another one ("Ana Ruiz, president and founder of Alden")."""
    first = tree.head[mention.head]
    if mention.kind != "nominal" or not all(_is_role(tree, noun) for noun in (first, mention.head)):
        return None
    if tree.child(mention.head, "det", "nmod:poss") is not None:
        return None
    if tree.lemma[first] in KINSHIP and tree.lemma[mention.head] in KINSHIP:
        return None
    places = (
        [tree.head[first]] if tree.dep[first] in ("appos", "nmod:desc") else tree.children(first, "appos")
    )
    own = tree.children(mention.head, "appos")
    if own and (places or tree.child(first, "det", "nmod:poss") is not None):
        return None  # "her son, Ivo, and grandson, Per"
    found = (at[place] for place in places or own if place in at)
    return next((i for i in found if mentions[i].kind == "name" and mentions[i].label == "PERSON"), None)


def _is_role(tree: Tree, noun: int) -> bool:
    return tree.tag[noun] == "NN" and noun_type(tree.lemma[noun]) == "PERSON"


def _name_inside(
    tree: Tree, mention: MentionSpan, mentions: list[MentionSpan], at: dict[int, int]
) -> int | None:
    """The name that says which party, group or paper a noun is ("the Alden opposition party")."""
    if (
        mention.kind != "nominal"
        or tree.lemma[mention.head] not in word_class("named_bodies")
        or tree.tag[mention.head] != "NN"
    ):
        return None
    names = [at[kid] for kid in tree.children(mention.head, "compound") if kid in at and kid < mention.head]
    names = [i for i in names if mentions[i].kind == "name"]
    if any(tree.is_named(kid) for kid in tree.kids[mention.head] if kid > mention.head):
        return None  # "the Alden group Friends of Oslo"
    is_one = len(names) == 1 and mentions[names[0]].label == "ORG" and tree.lower[mention.start] == "the"
    return names[0] if is_one and mentions[names[0]].start == mention.start + 1 else None


def _name_of_place(
    tree: Tree, mention: MentionSpan, mentions: list[MentionSpan], at: dict[int, int]
) -> int | None:
    """The name behind "of" that says which place is meant ("the town of Ashby", "her home state of Norland")."""
    noun = mention.head
    is_one = tree.tag[noun] == "NN" and tree.lower[mention.start] not in INDEFINITE
    if mention.kind != "nominal" or not is_one or tree.lemma[noun] not in word_class("places_of_name"):
        return None
    behind = [kid for kid in tree.children(noun, "nmod") if tree.words(tree.cases(kid)) == "of"]
    found = [at[kid] for kid in behind if kid in at and mentions[at[kid]].kind == "name"]
    return next((i for i in found if mentions[i].label in ("GPE", "LOC")), None)


def _is_beside_one(tree: Tree, governor: MentionSpan, mention: MentionSpan) -> bool:
    """Does an apposition belong to a word that nothing is joined to, or is it one with the first of several alone?

    "Ana Ruiz, a coach, and Ivo Lund" are a coach and another; "Ruiz, mayor and founder Ivo Lund" may be two or three.
    """
    joined = tree.child(governor.head, "conj")
    if joined is None:
        return True
    is_named = {governor.kind, mention.kind} == {"name", "nominal"} and governor.label == mention.label != ""
    nouns = (governor.head, mention.head)
    is_told = any(tree.child(noun, "det", "nmod:poss") is not None for noun in nouns)
    is_one = is_named and is_told and all(tree.tag[noun] in ("NN", "NNP") for noun in nouns)
    return is_one and tree.left[joined] > tree.right[mention.head]


def _are_roles_of_one(tree: Tree, noun: int, name: MentionSpan) -> bool:
    """Are the joined nouns before a name roles of one person ("businessman and founder of Alden, Ivo Lund")?

    Two people have an article each ("the mayor and the founder, Ivo Lund").
    """
    if name.kind != "name" or name.label != "PERSON" or name.head < noun:
        return False
    others = tree.children(noun, "conj")
    return all(
        _is_role(tree, role)
        and (role == noun or tree.child(role, "det", "nmod:poss") is None)
        and role < name.head
        for role in (noun, *others)
    )


def asserts_identity(tree: Tree, head: int) -> bool:
    """Is a noun behind a copula what its subject is: no negation, question, modal, preposition, conjunct, and nobody only thinks so?"""
    if tree.dep[head] == "ccomp" and tree.lemma[tree.head[head]] in THINKING:
        return False  # "people believe he is a thief"
    for kid in tree.kids[head]:
        if tree.dep[kid] in ("case", "conj") or tree.lower[kid] in (
            "not",
            "n't",
            "n’t",
            "never",
            "no",
            "if",
            "whether",
            "like",
        ):
            return False
        if tree.dep[kid] in ("aux", "cop") and (
            tree.tag[kid] == "MD" or tree.lemma[kid] not in (*_BE, "have", "be")
        ):
            return False
    return True


def roles_of_names(tree: Tree, mentions: list[MentionSpan]) -> Iterator[tuple[int, str]]:
    """Common nouns that a name is introduced with: "captain" for "harbour captain Ivo Dahl"."""
    for i, mention in enumerate(mentions):
        if mention.kind != "name":
            continue
        for token in range(mention.start, mention.end):
            for kid in tree.kids[token]:
                if (
                    tree.dep[kid] in ("nmod:desc", "compound", "appos", "flat")
                    and tree.pos[kid] in ("NOUN", "PROPN")
                    and kid < mention.start
                ):
                    yield i, spelt_out(tree.text[kid])[-1]
        before = mention.start - 1
        if (
            before >= 0
            and tree.sentence[before] == tree.sentence[mention.start]
            and tree.pos[before] in ("NOUN", "PROPN")
        ):
            yield i, spelt_out(tree.text[before])[-1]


def same_clause_subject(tree: Tree, token: int) -> int | None:
    """The subject of the nearest clause above a token."""
    for _ in range(8):
        parent = tree.head[token]
        if parent == token:
            return None
        subject = tree.child(parent, *SUBJECT_DEPS)
        if subject is not None and subject != token:
            return subject
        token = parent
    return None


def understood_subject(tree: Tree, verb: int) -> int | None:
    """Who does what a participle or infinitive without a subject says: the subject of the clause above.

    None where an object above may do it ("urged Holt to leave"), and behind a verb for what the clause above brought
    about ("Holt won, making him the first").
    """
    above = tree.head[verb]
    if tree.child(verb, *SUBJECT_DEPS) is not None or tree.child(above, "aux:pass") is not None:
        return None
    participle = tree.dep[verb] == "advcl" and tree.tag[verb] == "VBG" and verb > above
    infinitive = tree.dep[verb] == "xcomp" and tree.child(above, "obj", "iobj") is None
    if not infinitive and (not participle or tree.lemma[verb] in word_class("bringing_about")):
        return None
    return tree.child(above, *SUBJECT_DEPS)


def bound(tree: Tree, pronoun: int, other: int, profile: MentionProfile) -> bool:
    """May a plain pronoun not stand for this word, being an argument of the same verb or one inside the other?"""
    if tree.contains(other, pronoun):
        return not _in_clause_of(tree, pronoun, other)
    if profile.role == "possessor":
        return tree.head[pronoun] == other
    return predicate_of(tree, pronoun) == predicate_of(tree, other)


def _in_clause_of(tree: Tree, token: int, top: int) -> bool:
    """Is the token inside a relative clause of ``top``, where it may take it up again?"""
    for _ in range(12):
        if tree.head[token] == top:
            return tree.dep[token] in ("acl:relcl", "acl", "appos", "parataxis", "nsubj", "advcl", "conj")
        if tree.head[token] == token:
            return False
        token = tree.head[token]
    return False


def predicate_of(tree: Tree, token: int) -> int:
    """The word whose argument this is; conjuncts share their first one's."""
    for _ in range(4):
        if tree.dep[token] != "conj":
            break
        token = tree.head[token]
    return tree.head[token] if tree.dep[token] not in ("root", "ROOT", "appos", "parataxis") else -1 - token


def clause_of(tree: Tree, token: int) -> int:
    """The word that heads the clause a token is in; of a word that heads a clause, the one above."""
    for _ in range(CLIMB):
        parent = tree.head[token]
        if parent == token:
            return token
        token = parent
        if tree.dep[token] in CLAUSE_DEPS and (
            tree.dep[token] != "conj" or tree.pos[token] in ("VERB", "AUX")
        ):
            return token
    return token


def following_subject(tree: Tree, pronoun: int) -> int | None:
    """The subject that a pronoun in an opening phrase looks ahead to ("In her speech, Ana Ruiz ...")."""
    token = pronoun
    for _ in range(CLIMB):
        parent = tree.head[token]
        if parent == token:
            return None
        subject = tree.child(parent, *SUBJECT_DEPS)
        if subject is not None and subject > pronoun and not tree.contains(subject, pronoun):
            return subject
        token = parent
    return None
