"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make documents, what was extracted from them, events, findings and revisions."""
    op.create_table(
        "revision",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "extraction",
        sa.Column(
            "document_id", sa.String(200), sa.ForeignKey("document.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("timexes", sa.Text, nullable=False),
        sa.Column("tellings", sa.Text, nullable=False),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("created", sa.String(40), nullable=False),
        sa.Column("modified", sa.String(40), nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("withdrawn", sa.String(40)),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_index("ix_event_position", "event", ["position"])
    op.create_table(
        "finding",
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("value", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Drop them all."""
    for table in ("finding", "event", "extraction", "document", "revision"):
        op.drop_table(table)
