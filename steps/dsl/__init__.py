"""The domain language: verbs on aliases. The only layer that judges."""
