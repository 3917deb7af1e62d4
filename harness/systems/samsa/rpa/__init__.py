"""The robot that carries what is written in Melior into SAMSA, with SAMSA's own acts (domain rule 5.9)."""
