"""What people see of Millenniumenheter: two small pages over the same rules as the API. Both are invented."""
