"""What is known of the world: places, person names, the schema, the user's entity list."""
