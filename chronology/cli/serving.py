"""`serve`: the pages, feeds and API, on waitress."""

import logging
from ipaddress import ip_address
from typing import Any

import click
from flask import Flask
from waitress import create_server

from chronology.chronicle import Chronicle
from chronology.cli.building import SOURCES, add
from chronology.cli.options import STORE
from chronology.model import ChronologyError
from web.app import create_app
from web.config import Config

CONNECTIONS = 1000
"""Calendars hold their connections open: the library's hundred would lock the others out."""

LARGEST_BODY = 16_000_000
"""Bytes read before the library itself hangs up; the site refuses far smaller ones in its own words."""


@click.command()
@click.argument("sources", nargs=-1, metavar=f"[{SOURCES}]")
@STORE
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, envvar="PORT", type=click.IntRange(0, 65535))
@click.option(
    "--base-url",
    default="",
    envvar="CHRONOLOGY_BASE_URL",
    metavar="URL",
    help="Public address, where a proxy stands in front; else that of each request.",
)
def serve(sources: tuple[str, ...], store: str, host: str, port: int, base_url: str) -> None:
    """Serve the timeline; build the sources first, if any are given."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s", force=True)
    with Chronicle.open(store) as chronicle:
        if sources:
            add(chronicle, sources)
        app = create_app(Config(store=store, base_url=base_url), chronicle)
        server = _server(app, host, port)
        click.echo(f"Serving http://{_shown(host)}:{server.effective_port}/ (Ctrl-C stops it)")
        try:
            server.run()
        finally:
            server.close()


def _server(app: Flask, host: str, port: int) -> Any:
    try:
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a waiting request is no news
        return create_server(
            app,
            host=host,
            port=port,
            threads=8,
            connection_limit=CONNECTIONS,
            max_request_body_size=LARGEST_BODY,
        )
    except OSError as error:
        raise ChronologyError(
            f"cannot be listened on ({error.strerror or error})",
            where=f"{host}:{port}",
            remedy="Choose another --port",
        ) from error


def _shown(host: str) -> str:
    try:
        return f"[{host}]" if ip_address(host).version == 6 else host  # noqa: PLR2004 - IPv6
    except ValueError:
        return host
