"""Allure results and the report built from them."""
