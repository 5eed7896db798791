"""Pages made once a revision: the second reader of a large timeline does not wait."""

from collections.abc import Callable
from functools import wraps

from flask import Response, make_response, request
from werkzeug.wrappers import Response as AnyResponse

from web.site import site

View = Callable[..., str | AnyResponse]


def remembered(view: View) -> View:
    """Keep what `view` answers for as long as the chronicle, the day and the address stay the same."""

    @wraps(view)
    def answer(**arguments: str) -> AnyResponse:
        here = site()
        revision = here.chronicle.revision().number
        key = ("page", here.base_url, request.full_path, revision, here.config.today())
        body = here.bodies.get(key)
        if body is not None:
            return Response(body, mimetype="text/html")
        made = make_response(view(**arguments))
        if made.status_code == 200:  # noqa: PLR2004
            here.bodies.put(key, made.get_data())
        return made

    return answer
