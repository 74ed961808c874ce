"""What never becomes one thing, and the neighbours of each kind that do; read by the shipped pipeline."""

import pytest

from newsgraph.extract.coreference.drafting import make_draft
from newsgraph.extract.coreference.relative_vetoes import _owned
from newsgraph.extract.mentions.detection import find_mentions
from newsgraph.extract.syntax.rules import switched_off, watched
from newsgraph.extract.syntax.tree import read_tree

APART = [
    ("The council put it in this grand setting. She left Oslo.", "this grand setting", "She"),
    ("Guards arrested Otto Lund on Monday. The victim thanked the guards.", "Otto Lund", "The victim"),
    ("Troops detained Vera Stahl. The complainant left the court.", "Vera Stahl", "The complainant"),
    ("A gang beat Otto Lund. The attacker fled.", "Otto Lund", "The attacker"),
    ("The gardener, Eva Stahl, waved. The plumber sued Otto Lund.", "The gardener", "The plumber"),
    ("Ericsson sued Apple. The ministry praised Eva Stahl.", "Ericsson", "The ministry"),
    (
        "Ivo Stahl left. His sister, Vera Stahl, stayed. Her husband sued Otto Lund.",
        "Ivo Stahl",
        "Her husband",
    ),
    ("Lund won the 2012 election. Stahl won the 2018 election.", "the 2012 election", "the 2018 election"),
    ("Mayor Vera Stahl spoke. She left.\n\nMrs Eva Lund opened a shop. She sang.", "Vera Stahl", "She@2"),
    ("Sam Lund married Laura Stahl. She left him.", "Sam Lund", "She"),
    (
        "Otto Lund beat the senator from Texas. The senator from Ohio left.",
        "the senator from Texas",
        "The senator from Ohio",
    ),
    ('Otto Lund met Ivo Stahl. "Ivo Stahl lost the boats," he said.', "Ivo Stahl@2", "he"),
    ("The council advised Judge President Lund to suspend the president.", "Lund", "the president"),
    ("Ivo Stahl left Otto Lund, calling him a liar.", "Ivo Stahl", "him"),
    (
        "Otto Lund, the former mayor, said the former mayor had lied to the council.",
        "Otto Lund",
        "the former mayor@2",
    ),
    (
        '"The council is weak. The former mayor lied," said Otto Lund, a former mayor.',
        "The former mayor",
        "Otto Lund",
    ),
    (
        "They met Mayor Otto Lund, the head of the choir, Ivo Stahl, and the cook. Lund left.",
        "Otto Lund",
        "the head",
    ),
    (
        "Tarnow Foods sued Apple, a leading maker of phones. Tarnow Foods left Rome. The company hired a cook.",
        "Apple",
        "The company",
    ),
    ("A teacher was jailed for beating a boy. Otto Lund, 14, was hit twice.", "A teacher", "Otto Lund"),
    ("An officer was jailed for a crash. Otto Lund, 31, stole a car in May.", "An officer", "Otto Lund"),
    ("A driver was jailed for a crash. Eva Dahl, 20, died at the scene.", "A driver", "Eva Dahl"),
    ("A builder was convicted of fraud. Eva Dahl, 81, paid him well.", "A builder", "Eva Dahl"),
    (
        "The Geneva-based group Tarnow Aid blamed Chile. The London-based group denied it.",
        "Tarnow Aid",
        "The London-based group",
    ),
    ("A doctor was arrested. The guards left. Otto Lund, 40, was given a drug.", "A doctor", "Otto Lund"),
    ("Eva Dahl, D-Ohio, who won, left Rome.", "Eva Dahl", "Ohio"),
    (
        "Rome welcomed Eva Dahl, skier Ivo Stahl and singer Otto Lund.",
        "Eva Dahl",
        "skier",
    ),
    ("Otto Lund spoke. Ivo Stahl wanted to sue him.", "Ivo Stahl", "him"),
    (
        "Nora Lindqvist, a surgeon, opened the new bridge in Tromso. The governor said the work had cost too much.",
        "Nora Lindqvist",
        "The governor",
    ),
    ("Tarnow won the election. The party promised lower taxes.", "Tarnow", "The party"),
    ("The UNDP opened an office in Rome. The airline hired a cook.", "UNDP", "The airline"),
    ("Vera Stahl was fined. The judge praised Otto Lund.", "Vera Stahl", "The judge"),
    (
        "Nora Lindqvist left the yard in Tromso. The governor praised the crew.",
        "Nora Lindqvist",
        "The governor",
    ),
    ("Otto Lund left Rome. The former minister thanked him.", "Otto Lund", "The former minister"),
    ("A ferry sank off Tarnow. The truck left.", "A ferry", "The truck"),
    ("The fire chief resigned. Fire Chief Ivo Lund left Rome.", "The fire chief", "Ivo Lund"),
    ("The fire chief was wounded. Fire Chief Ivo Lund left Rome.", "The fire chief", "Ivo Lund"),
    (
        "The mayor left office in May. Mayor Eva Dahl opened the new bridge on Monday.",
        "The mayor",
        "Eva Dahl",
    ),
    (
        "The crew mourned the death of the fire chief. Fire Chief Ivo Lund left Rome.",
        "the fire chief",
        "Ivo Lund",
    ),
    ("The fire chief sang. New Fire Chief Ivo Lund left Rome.", "The fire chief", "Ivo Lund"),
    ("The teacher sang. Teacher Ivo Lund left Rome.", "The teacher", "Ivo Lund"),
    ("Guests saw a lake of Norland. The lake froze.", "Norland", "The lake"),
    ("They met Ana Ruiz, the former coaches, and Ivo Lund.", "Ana Ruiz", "the former coaches"),
    (
        "The Otto Lund campaign praised Nokia. The Ivo Stahl campaign left Rome.",
        "The Otto Lund campaign",
        "The Ivo Stahl campaign",
    ),
]
ONE = [
    ("The man that left Rome sued Nokia.", "The man", "that"),
    (
        "A teacher was jailed for theft on Monday. Eva Dahl, 44, was convicted in May.",
        "A teacher",
        "Eva Dahl",
    ),
    (
        "Tarnow Foods sued Apple, a leading maker of phones. Tarnow Foods left Rome. The company hired a cook.",
        "Tarnow Foods",
        "The company",
    ),
    ("Tarnow Foods sued Apple. The Rome-based group hired a cook.", "Tarnow Foods", "The Rome-based group"),
    ("Otto Lund praised Ivo Stahl for his courage.", "Ivo Stahl", "his"),
    ("Otto Lund left Ivo Stahl and his sister.", "Ivo Stahl", "his"),
    (
        "They met Mayor Otto Lund, the head of the choir, Ivo Stahl, and the cook. Stahl left.",
        "Ivo Stahl",
        "the head",
    ),
    ("Senator Eva Lund resigned. The lawmaker blamed Otto Stahl.", "Eva Lund", "The lawmaker"),
    ("The robbers wounded Otto Lund. The victim thanked the guards.", "Otto Lund", "The victim"),
    ("Otto Lund, a surgeon, left Rome. The doctor praised Eva Stahl.", "Otto Lund", "The doctor"),
    ("Mayor Vera Stahl spoke. She left.\n\nMrs Eva Lund opened a shop. She sang.", "Eva Lund", "She@2"),
    ("A plumber sued Otto Lund. The plumber left Rome.", "A plumber", "The plumber"),
    ("Otto Lund won the vote, making him the first mayor.", "Otto Lund", "him"),
    ("Sam Lund married Laura Stahl. She left him.", "Laura Stahl", "She"),
    ("Hillary Lund, who praised George Stahl when he left Rome, sang.", "George Stahl", "he"),
    ('Otto Lund met Ivo Stahl. Stahl has said that he would "paint the yard".', "Ivo Stahl", "he"),
    ("Founder and owner of Tarnow Paper, Ivo Lund, left Rome. He sued Nokia.", "Founder", "Ivo Lund"),
    ("The Red Dawn opposition party called a strike.", "Red Dawn", "The Red Dawn opposition party"),
    ("Ivo Lund, a member of parliament, spoke. The MP left Rome.", "Ivo Lund", "The MP"),
    (
        "The Tarnow Honey Exhibition opened. Guests left the exhibition.",
        "Tarnow Honey Exhibition",
        "the exhibition",
    ),
    (
        "Orban hid illness, a doctor says.\n\nVera Orban once left the former mayor Karl Orban. Orban sued Nokia.",
        "Vera Orban",
        "Orban@2",
    ),
    (
        "Nora Lindqvist opened the new bridge in Tromso. The Norwegian minister said the work had cost too much.",
        "Nora Lindqvist",
        "The Norwegian minister",
    ),
    (
        "Otto Lund wants to run for office in Norland, where he has led the polls for months. Lund left Rome on Monday. "
        "Lund said he would return. The governor said the work had cost too much.",
        "Otto Lund",
        "The governor",
    ),
    ("Otto Lund left Rome. The former minister took the aides with him.", "Otto Lund", "The former minister"),
    ("A tram hit a fence in Rome. The vehicle left.", "A tram", "The vehicle"),
    ("The fire chief sang. Fire Chief Ivo Lund left Rome.", "The fire chief", "Ivo Lund"),
    ("Justice Ana Ruiz spoke. The judge left Oslo.", "Ana Ruiz", "The judge"),
    ("The storm reached the coastal town of Ashby. The town has no shelter.", "Ashby", "The town"),
    ("Ana Ruiz, a former coach, and Ivo Lund met.", "Ana Ruiz", "a former coach"),
    ("The NY Harbour News left. The New York Harbour News won.", "NY Harbour News", "New York Harbour News"),
    ("The fire chief left Oslo. Fire Chief Ivo Lund left Rome.", "The fire chief", "Ivo Lund"),
    ("The fire chief fired a cook. Fire Chief Ivo Lund left Rome.", "The fire chief", "Ivo Lund"),
    ("The NVP won the election in Norland. The party promised lower taxes.", "NVP", "The party"),
    ("Each club sold its boats.", "Each club", "its"),
    ("Tarnow Court, a company of clowns, left Rome. The company sued Nokia.", "Tarnow Court", "The company"),
    ("The Lund campaign praised Nokia. Lund's campaign left Rome.", "The Lund campaign", "Lund's campaign"),
    (
        "The man's mother sold the farm. Police said his mother had left Oslo.",
        "The man's mother",
        "his mother",
    ),
]


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_two_things_stay_two(are_one, text, one, other):
    """Whatever the model makes of them."""
    assert not are_one(text, one, other)


@pytest.mark.parametrize(("text", "one", "other"), ONE)
def test_neighbours_stay_one(are_one, text, one, other):
    """A veto must not keep apart what its kind does not."""
    assert are_one(text, one, other)


def test_vetoes_tell_when_they_object_and_can_be_switched_off(chains, are_one):
    """By name, and without one of them the model has its way."""
    text = "The gardener, Eva Stahl, waved. The plumber sued Otto Lund."
    with watched() as firings:
        chains(text)
    assert "other-role" in {firing.rule for firing in firings}
    with switched_off("other-role"):
        assert are_one(text, "The gardener", "The plumber")


FIRING = [
    ("person-and-thing", "The owner of the boat, Otto Lund, waved. It sank."),
    ("other-role", "The gardener, Eva Stahl, waved. The plumber sued Otto Lund."),
    ("ones-own-relative", "Vera Stahl left Oslo. Her mother stayed. Otto Lund thanked his mother."),
    ("relative-and-owner", "His wife left Oslo. His wife's lawyer stayed. Otto Lund sued his wife."),
    ("other-owner", "The president of Peru left. Otto Lund sued the president of Chile."),
    (
        "other-owner",
        "Ivo Holm slept. A spokesman for Ivo Holm left. The spokesman of Peru, Otto Lund, waved.",
    ),
    ("meant-beside", "Otto Lund left Rome. The former minister thanked him."),
    ("other-thing", "A ferry sank off Tarnow. The truck left."),
    ("speaker-and-listener", 'Otto Lund spoke to Ivo Stahl. "He will resign," said Lund.'),
]


@pytest.mark.parametrize(("rule", "text"), FIRING)
def test_vetoes_on_the_model_fire(chains, rule, text):
    """Those that object to what only the model would link; the others have case files."""
    with watched() as firings:
        chains(text)
    assert rule in {firing.rule for firing in firings}


def test_an_owner_that_hangs_on_nothing_ends_the_search(parse):
    """A parse may leave a possessive pronoun as the root of its sentence."""
    doc = parse(
        """
        Her PRP$ nmod:poss 1
        mother NN obj 1
        """
    )
    tree = read_tree(doc)
    draft = make_draft(tree, find_mentions(doc, tree), ())
    assert len(list(_owned(draft, 0))) < len(doc) * 100
