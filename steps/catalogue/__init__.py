"""The step catalogue: every sentence there is, made from the definitions and from where they are used."""
