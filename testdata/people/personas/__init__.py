"""The catalogue of personas: named people, each one worth testing for a reason of her own."""
