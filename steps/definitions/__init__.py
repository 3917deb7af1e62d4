"""Step definitions: one Swedish sentence each, one DSL call each."""
