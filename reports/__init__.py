"""What a run shows afterwards: rows, account, summary and Allure. Judges nothing itself."""
