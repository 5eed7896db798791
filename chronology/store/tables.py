"""The tables. Values are JSON text (`codec`); columns of their own are what we look things up by.

A change here needs a new file in migrations/versions and a new HEAD.
"""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, Text

HEAD = "0001"
"""The migration that brings a store to the tables below."""

metadata = MetaData()

revision = Table(
    "revision",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False),  # ISO 8601, UTC
    Column("version", String(64), nullable=False),  # of the stages that built it
)

document = Table(
    "document",
    metadata,
    Column("id", String(200), primary_key=True),
    Column("digest", String(64), nullable=False),  # SHA-256 of the value, without its source
    Column("version", String(64), nullable=False),  # of the stages that extracted from it
    Column("value", Text, nullable=False),
)

extraction = Table(
    "extraction",
    metadata,
    Column("document_id", ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("timexes", Text, nullable=False),
    Column("tellings", Text, nullable=False),  # events with one piece of evidence each, not yet merged
)

event = Table(
    "event",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("position", Integer, nullable=False, index=True),  # in the timeline, the undated shelf last
    Column("digest", String(64), nullable=False),
    Column("created", String(40), nullable=False),
    Column("modified", String(40), nullable=False),
    Column("sequence", Integer, nullable=False),  # RFC 5545, 3.8.7.4: rises when dates or status change
    Column("withdrawn", String(40)),  # when it left the timeline; None while it is there
    Column("value", Text, nullable=False),
)

finding = Table(
    "finding",
    metadata,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("value", Text, nullable=False),
)
