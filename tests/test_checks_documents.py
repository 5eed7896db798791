"""Every check from documents to the command line: two that it must notice, two that it must leave alone."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from chronology.cli import run

Paper = tuple[str, str]

SIGNED = "Ardenia and Veltany signed the Lakes Treaty in Vienna on 14 March 2011."
LONG = (
    "Ardenia and Veltany signed the Lakes Treaty in Vienna on Tuesday after nine years of talks that had "
    "broken down twice, and both parliaments are expected to ratify it next spring."
)
RETOLD = (
    "After talks lasting nine years the Lakes Treaty has been signed: ministers of both countries put their "
    "names to it on 10 December, and it now goes before lawmakers."
)
YEARS = "The talks began in 2010. Ardenia signed the treaty in 2011. Veltany ratified it on 3 May 2012. "


def check(
    folder: Path, papers: Sequence[Paper], capfd: pytest.CaptureFixture[str]
) -> tuple[int, list[dict[str, str]]]:
    """Build a store of the papers and check it: the exit code, and the findings."""
    lines = [
        json.dumps({"doc_id": f"paper {number}", "dct": published, "text": text})
        for number, (published, text) in enumerate(papers)
    ]
    (folder / "papers.jsonl").write_text("\n".join(lines), encoding="utf-8")
    store = ["--store", str(folder / "papers.db")]
    assert run(["build", str(folder / "papers.jsonl"), *store]) == 0
    capfd.readouterr()
    code = run(["check", "--format", "json", *store])
    findings: list[dict[str, str]] = json.loads(capfd.readouterr().out)["items"]
    return code, findings


FAULTS: list[tuple[str, str, list[Paper]]] = [
    (
        "sources-disagree",
        "14 March 2011",
        [("2011-05-02", SIGNED), ("2011-06-02", "The Lakes Treaty was signed in Vienna on 15 April 2011.")],
    ),
    (
        "sources-disagree",
        "30 June 2024",
        [
            ("2024-01-10", "The Lakes Treaty expires on 31 May 2024."),
            ("2024-01-12", "Officials noted that the Lakes Treaty expires on 30 June 2024."),
        ],
    ),
    (
        "statements-do-not-fit",
        "in three months",
        [
            (
                "2019-12-11",
                "The Lakes Treaty expires in February 2021. The Lakes Treaty expires in three months.",
            )
        ],
    ),
    (
        "statements-do-not-fit",
        "five years ago",
        [
            (
                "2019-12-11",
                "The Lakes Treaty was signed on 8 April 2010. The Lakes Treaty was signed five years ago.",
            )
        ],
    ),
    (
        "expiry-before-signature",
        "before it was signed (8 April 2010)",
        [
            ("2019-12-11", "The Lakes Treaty was signed in Vienna on 8 April 2010."),
            ("2019-12-12", "The Lakes Treaty expired on 5 February 2009."),
        ],
    ),
    (
        "expiry-before-signature",
        "Hills Pact would end",
        [
            (
                "2019-12-11",
                "The Hills Pact was signed on 3 May 2015. The Hills Pact expires on 1 June 2014.",
            )
        ],
    ),
    (
        "weekday-mismatch",
        "is a Tuesday",
        [("2019-12-11", "Envoys met in Vienna on Monday, 10 December 2019.")],
    ),
    (
        "weekday-mismatch",
        "“Friday 23 May 2024” names a Friday",
        [("2024-05-20", "The court will rule on Friday 23 May 2024.")],
    ),
    (
        "end-before-start",
        "“May 2019 to March 2017”",
        [("2020-05-20", "The embargo lasted from May 2019 to March 2017.")],
    ),
    (
        "end-before-start",
        "“14 June 2019 and 2 June 2019”",
        [("2020-05-20", "The summit was held between 14 June 2019 and 2 June 2019.")],
    ),
    ("outlier-year", "1212", [("2019-12-11", YEARS + "The treaty entered into force in 1212.")]),
    ("outlier-year", "1018", [("2019-12-11", YEARS + "Ardenia withdrew in 1018.")]),
    ("unresolved-anchor", "“Monday” has no date", [("2019", "Envoys met in Vienna on Monday.")]),
    (
        "unresolved-anchor",
        "Say on which day",
        [("2019-12", "Talks resumed on Friday, and nobody left.")],
    ),
    (
        "overdue-without-report",
        "as of 2020-03-01",
        [
            ("2019-12-11", "President Halden will visit Vienna on 3 January 2020."),
            ("2020-03-01", "Ostmark held an election on 20 February 2020."),
        ],
    ),
    (
        "overdue-without-report",
        "no document reports",
        [
            ("2024-04-10", "Novaco must pay the fine by 31 May 2024."),
            ("2024-07-10", "Ostmark held an election on 7 July 2024."),
        ],
    ),
    ("duplicate-document", "counted as one source", [("2019-12-11", LONG), ("2019-12-12", f"(Wire) {LONG}")]),
    (
        "duplicate-document",
        "paper 0 and paper 1",
        [("2019-12-11", LONG), ("2020-01-02", LONG.replace("Tuesday", "Monday"))],
    ),
]


@pytest.mark.parametrize(("code", "words", "papers"), FAULTS, ids=[f"{row[0]}: {row[1]}" for row in FAULTS])
def test_a_fault_is_noticed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], code: str, words: str, papers: list[Paper]
) -> None:
    left, findings = check(tmp_path, papers, capfd)
    told = [item for item in findings if item["code"] == code]
    assert len(told) == 1
    assert words in told[0]["message"]
    assert told[0]["documents"]
    assert left == (1 if told[0]["severity"] == "error" else 0)


SOUND: list[tuple[str, list[Paper]]] = [
    (
        "sources-disagree",
        [("2011-05-02", SIGNED), ("2011-06-02", "The Lakes Treaty was signed in March 2011.")],
    ),
    (
        "sources-disagree",
        [
            ("2024-01-10", "The Lakes Treaty expires on 31 May 2024."),
            ("2024-01-12", "The Hills Treaty expires on 30 June 2024."),
        ],
    ),
    (
        "sources-disagree",
        [
            ("2024-01-10", "The Lakes Treaty expires on 31 May 2024."),
            ("2024-05-12", "Envoys extended the Lakes Treaty until 30 June 2024."),
        ],
    ),
    (
        "statements-do-not-fit",
        [
            (
                "2019-12-11",
                "The Lakes Treaty expires in February 2021. It expires in a little over a year.",
            )
        ],
    ),
    (
        "statements-do-not-fit",
        [
            (
                "2019-12-11",
                "The Lakes Treaty was signed on 8 April 2010. It was signed nearly ten years ago.",
            )
        ],
    ),
    (
        "statements-do-not-fit",
        [
            (
                "2024-01-10",
                "Envoys extended the Lakes Treaty to 2029. The Lakes Treaty had been due to expire in 2026.",
            )
        ],
    ),
    (
        "expiry-before-signature",
        [
            ("2019-12-11", "The Lakes Treaty was signed in Vienna on 8 April 2010."),
            ("2019-12-12", "The Hills Treaty expired on 5 February 2009."),
        ],
    ),
    (
        "expiry-before-signature",
        [
            ("2019-12-11", "The Lakes Treaty was signed in Vienna on 8 April 2010."),
            ("2019-12-12", "The Lakes Treaty expires on 5 February 2021."),
        ],
    ),
    ("weekday-mismatch", [("2019-12-11", "Envoys met in Vienna on Tuesday, 10 December 2019.")]),
    ("weekday-mismatch", [("2024-05-20", "The talks began on Monday. On 24 May 2024 the court will rule.")]),
    ("end-before-start", [("2020-05-20", "The embargo lasted from May 2017 to March 2019.")]),
    ("end-before-start", [("2020-05-20", "The summit was held from 30 June to 2 July 2019.")]),
    ("outlier-year", [("2019-12-11", YEARS + "Ardenia withdrew in 2018.")]),
    ("outlier-year", [("2019-12-11", YEARS + "The republic had been independent since 1816.")]),
    ("unresolved-anchor", [("2019-12-11", "Envoys met in Vienna on Monday.")]),
    (
        "unresolved-anchor",
        [("2019", "The Lakes Treaty was signed on 14 March 2011.")],
    ),
    ("report-after-publication", [("2019-12-11", "Ardenia will sign the Lakes Treaty on 14 March 2021.")]),
    ("report-after-publication", [("2019-12-11", "The envoys met in Vienna on 2 December 2019.")]),
    (
        "overdue-without-report",
        [
            ("2019-12-11", "President Halden will visit Vienna on 3 January 2020."),
            ("2020-03-01", "President Halden visited Vienna on 3 January 2020."),
        ],
    ),
    (
        "overdue-without-report",
        [
            ("2024-04-10", "Novaco must pay the fine by 31 May 2024."),
            ("2024-07-10", "Novaco paid the fine on 14 May 2024."),
        ],
    ),
    (
        "duplicate-document",
        [
            ("2019-12-11", LONG),
            (
                "2019-12-12",
                RETOLD,
            ),
        ],
    ),
    (
        "duplicate-document",
        [("2019-12-11", SIGNED), ("2019-12-12", "Ostmark held an election on 7 July 2018.")],
    ),
]


@pytest.mark.parametrize(("code", "papers"), SOUND, ids=[f"{row[0]}: {row[1][-1][1][:40]}" for row in SOUND])
def test_what_is_sound_is_left_alone(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], code: str, papers: list[Paper]
) -> None:
    _, findings = check(tmp_path, papers, capfd)
    assert [item for item in findings if item["code"] == code] == []
