"""Lists of English words for times, places and measures, and the prepositions that go with them."""

from __future__ import annotations

from .lexicon import word_set

MEASURES = word_set(
    """
    thousand million billion dozen hundred mile kilometre kilometer metre meter foot inch ton tonne kilogram kilo pound
    ounce litre liter gallon dollar euro percent percentage most half third quarter
    """
)
"""Nouns of amounts, which are no part of what is done."""
WHICH_TIME = word_set("every each this that any")
"""Determiners of a noun that says when without a preposition ("this week")."""
TIME_NOUNS = word_set(
    """
    second minute hour day night morning afternoon evening noon midnight today yesterday tomorrow tonight
    weekend week fortnight month quarter season spring summer autumn winter fall year decade century era
    time moment period eve dawn dusk date past future monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december christmas
    easter ramadan
    """
)
TIME_ADVERBS = word_set(
    """
    now then today yesterday tomorrow tonight recently lately currently presently previously formerly
    earlier later soon already still ago once afterwards afterward meanwhile simultaneously immediately
    eventually finally initially originally annually daily weekly monthly yearly overnight again often
    always sometimes usually seldom rarely occasionally frequently nowadays shortly early late before since long
    """
)
PLACE_ADVERBS = word_set(
    """
    here there abroad overseas elsewhere nearby everywhere anywhere somewhere home outside inside worldwide
    nationwide statewide countrywide onstage backstage ashore aboard offshore upstairs downstairs downtown
    underground outdoors indoors upstream downstream online
    """
)
PLACE_NOUNS = word_set(
    """
    city town village country region province district state capital area street square building house
    home hospital school university office headquarters court prison airport station border coast island
    river mountain sea camp base site zone north south east west center centre hotel church mosque temple
    market park stadium road bridge port territory continent world scene ground place location room hall
    theater theatre museum factory plant suburb neighborhood neighbourhood
    """
)
PLACE_PREPOSITIONS = word_set(
    """
    in at near on outside inside around across above below over under off along throughout within beside
    behind beyond opposite toward towards onto via through
    """
)
TIME_PREPOSITIONS = word_set(
    """
    in on at during since until till before after by from throughout within over for around between
    through
    """
)
DEGREES = word_set("as so too very just")
"""Adverbs before "well" that tell to what degree."""
FURTHER = word_set("above after ahead before behind below beyond into over past under")
"""Prepositions that "well" stands before, which tells how far."""
TOPIC_VERBS = word_set(
    """
    talk speak comment discuss negotiate agree disagree decide vote focus report write confer consult
    argue debate brief testify meet say tell ask warn worry clash deal differ lie rule insist
    """
)
