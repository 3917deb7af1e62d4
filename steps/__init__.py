"""Swedish sentences, their domain verbs, and the collection of features."""
