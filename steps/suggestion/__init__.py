"""Which sentence somebody probably meant by a step that does not exist, with her own values in it."""
