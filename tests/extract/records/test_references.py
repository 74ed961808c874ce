"""Which links statements are told by."""

from newsgraph.extract.coreference import Chain
from newsgraph.extract.mentions.detection import MentionSpan
from newsgraph.extract.pipeline import load_pipeline
from newsgraph.extract.records.references import FAINT, told
from newsgraph.extract.syntax.tree import read_tree


def heads_told(text: str, support: dict[int, float]) -> list[int]:
    """The heads that are kept of a chain of the first noun and a pronoun of a text."""
    doc = load_pipeline()(text)
    pronoun = next(token.i for token in doc if token.pos_ == "PRON")
    mentions = (
        MentionSpan(1, 2, 1, "nominal", "ORG"),
        MentionSpan(pronoun, pronoun + 1, pronoun, "pronoun", ""),
    )
    chain = Chain(mentions, "ORG", None, (), False, support=support)
    return [mention.head for mention in told(read_tree(doc), chain).mentions]


def test_statements_are_not_told_by_a_faint_it() -> None:
    assert heads_told("The yard said it had closed.", {3: FAINT - 0.1}) == [1]
    assert heads_told("The yard said it had closed.", {3: FAINT + 0.1}) == [1, 3]


def test_other_pronouns_and_links_by_rule_are_kept() -> None:
    assert heads_told("The crew said they had left.", {3: FAINT - 0.1}) == [1, 3]
    assert heads_told("The yard said it had closed.", {}) == [1, 3]
