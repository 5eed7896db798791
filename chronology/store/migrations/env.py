"""Runs the migrations on the connection that `engine.migrate` hands over."""

from alembic import context

from chronology.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,  # the caller's transaction holds it all
)
context.run_migrations()
