"""What people see of Samvy: server-rendered pages over the same acts and rules as the API. All of it is invented."""
