"""What people see of SAMSA: server-rendered pages over the same acts and rules as the API."""
