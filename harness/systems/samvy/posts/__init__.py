"""What a receiving unit does with a besked beside its kvittens: opens it, sends it back, passes it on."""
