"""What a person checks: explanations, open questions, findings."""
