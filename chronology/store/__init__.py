"""Where chronicles are kept: SQLAlchemy Core, SQLite by default."""
