"""What is done with a case beside its process: vårdkontakt, messages sent back or on, new parts, avbrott."""
