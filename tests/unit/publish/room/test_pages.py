import html
import re
from pathlib import Path

from onrecord.publish.room.pages import VIEWS
from support.hostile import hostile_contents
from support.records import written
from support.room import client


def test_every_page_that_a_page_leads_to_is_there(tmp_path: Path) -> None:
    for contents in (None, hostile_contents()):
        room = client(written(tmp_path, contents))
        waiting, seen = [route for route in VIEWS if "{" not in route], set[str]()
        while waiting:
            path = waiting.pop()
            if path in seen:
                continue
            seen.add(path)
            answer = room.get(path)
            assert answer.status_code == 200, path
            assert len(answer.content) < 300_000
            found = re.findall(r'href="(/[^"#]*)', answer.text)
            waiting += [one for one in map(html.unescape, found) if not one.startswith(("/take", "/api"))]
        # The page of an attribution leads on to its report, and stands in addresses of the API alone.
        kinds = {route.split("/")[1] for route in VIEWS} - {"attribution"}
        assert kinds <= {path.split("?")[0].split("/")[1] for path in seen}
