"""Sammanföring in Samvy (Millennium's combine and uncombine): which records are one person's."""
