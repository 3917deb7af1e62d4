"""Swedish person identities: their formats, and the proof that no living person has one."""
