"""The wire of every simulated system, written down: OpenAPI per system, JSON Schema per document."""
