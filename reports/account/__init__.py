"""The account of a run: every scenario that was written must be found again in the report."""
