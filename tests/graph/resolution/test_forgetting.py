"""What resolution remembers of names, and forgets again."""

from newsgraph.graph.knowledge.gazetteer import candidates, nationality
from newsgraph.graph.resolution.forgetting import forget_names
from newsgraph.graph.resolution.person_name import given_names, parse_person


def test_names_are_forgotten_and_the_world_is_not() -> None:
    """Caches of single names are empty afterwards; tables stay, and a name is read as before."""
    before, places = parse_person("Ana Ruiz"), candidates("Oslo")
    nationality("Norwegian")
    given_names()
    forget_names()
    assert (parse_person.cache_info().currsize, candidates.cache_info().currsize) == (0, 0)
    assert given_names.cache_info().currsize == 1
    assert (parse_person("Ana Ruiz"), candidates("Oslo")) == (before, places)
