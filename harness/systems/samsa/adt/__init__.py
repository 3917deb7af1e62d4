"""What SAMSA has been told of admissions whose process is in Samvy."""
