"""The system in which avvikelser i samverkan are handled today; Millennium does not replace it (domain rule 5.10)."""
