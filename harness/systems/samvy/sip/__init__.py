"""The samordnad plan in Samvy: a plan is its happenings, and its phase follows from the last of them."""
