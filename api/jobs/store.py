"""Jobs in one SQLite file beside the library's, their files in a folder until they are added."""

import json
import shutil
import sqlite3
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, Any, Literal

from api.jobs.schema import SCHEMA, VERSION
from qa.answers import as_json
from qa.catalog.database import Database, translated
from qa.catalog.schema import Schema
from qa.errors import InputError
from qa.ingest.naming import Provenance
from qa.ingest.reports import AddReport

FILE, FOLDER = "jobs.db", "uploads"
ANEW = "move that file away and send again what was not yet added"
KEPT = 1_000  # finished jobs that can be looked up
State = Literal["waiting", "running", "done", "failed"]
_COLUMNS = "id, state, created_at, finished_at, files, files_done, passages, current, report, problem"


class UnknownJob(InputError):
    """No job has this id."""


@dataclass(frozen=True, slots=True)
class Job:
    """One upload on its way into the library. ``report`` grows with each file; ``problem`` says why a job failed."""

    id: str
    state: State
    created_at: str
    finished_at: str | None
    files: int
    files_done: int
    passages: int
    current: str | None
    report: dict[str, Any]
    problem: dict[str, Any] | None

    @property
    def finished(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in ("done", "failed")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file of a job that is still to be added. ``repeated``: one before it has its name. ``attempts`` begun so far."""

    number: int
    name: str
    path: Path
    repeated: bool
    attempts: int


class Jobs:
    """Safe for many threads and processes; who works on them is the runner's business. Raises StoreError and UnknownJob."""

    def __init__(self, home: Path, kept: int = KEPT) -> None:
        self._database = Database(home / FILE, Schema(SCHEMA, VERSION, ANEW))
        self._folder = home / FOLDER
        self._kept = kept

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def begin(self, files: Sequence[tuple[str, IO[bytes]]], provenance: Provenance) -> Job:
        """Write the files to the disk, piece by piece, and then note what is to be done with them."""
        job, folder = uuid.uuid4().hex, self._folder
        with translated(folder):
            (folder / job).mkdir(parents=True)
            for number, (_, content) in enumerate(files):
                with (folder / job / str(number)).open("wb") as file:
                    shutil.copyfileobj(content, file)
        said = json.dumps(as_json(provenance))  # a form says collection, publisher and date, and nothing else
        with self._database.write() as transaction:
            row = [job, _now(), len(files), json.dumps(as_json(AddReport())), said]
            transaction.execute(
                "INSERT INTO jobs (id, state, created_at, files, report, provenance) VALUES (?, 'waiting', ?, ?, ?, ?)",
                row,
            )
            rows = [(job, number, name) for number, (name, _) in enumerate(files)]
            transaction.executemany("INSERT INTO files (job, number, name) VALUES (?, ?, ?)", rows)
            transaction.execute(
                "DELETE FROM jobs WHERE finished_at IS NOT NULL AND number <= (SELECT max(number) FROM jobs) - ?",
                [self._kept],
            )
        return self.get(job)

    def get(self, job_id: str) -> Job:
        """One job."""
        with self._database.read() as connection:
            row = connection.execute(f"SELECT {_COLUMNS} FROM jobs WHERE id = ?", [job_id]).fetchone()  # noqa: S608 - constant
        if row is None:
            raise UnknownJob(f"There is no job {job_id.encode(errors='replace').decode()}.", "Upload the files again.")
        return _job(row)

    def recent(self, limit: int, offset: int) -> tuple[list[Job], int]:
        """Jobs, the newest first, and how many there are."""
        with self._database.read() as connection:
            query = f"SELECT {_COLUMNS} FROM jobs ORDER BY number DESC LIMIT ? OFFSET ?"  # noqa: S608 - constant
            found = [_job(row) for row in connection.execute(query, [limit, offset])]
            (total,) = connection.execute("SELECT count(*) FROM jobs").fetchone()
        return found, int(total)

    # -- for the one who works on them -------------------------------------------------------------------------------

    def next(self) -> tuple[Job, Provenance] | None:
        """The oldest job that is not finished; one that an ended process left is taken up again."""
        with self._database.read() as connection:
            query = f"SELECT {_COLUMNS}, provenance FROM jobs WHERE finished_at IS NULL ORDER BY number LIMIT 1"  # noqa: S608 - constant
            row = connection.execute(query).fetchone()
        return None if row is None else (_job(row), _provenance(row["provenance"]))

    def waiting(self, job: Job) -> list[Waiting]:
        """The files of a job that are still to be added, in order."""
        query = (
            "SELECT number, name, attempts, EXISTS (SELECT 1 FROM files AS other WHERE other.job = files.job "
            "AND other.name = files.name AND other.number < files.number) AS repeated "
            "FROM files WHERE job = ? AND NOT done ORDER BY number"
        )
        with self._database.read() as connection:
            rows = connection.execute(query, [job.id]).fetchall()
        path = self._folder / job.id
        return [
            Waiting(r["number"], r["name"], path / str(r["number"]), bool(r["repeated"]), r["attempts"]) for r in rows
        ]

    def attempt(self, job: Job, file: Waiting) -> None:
        """Note that a file is begun: one that ends the process again and again must not be begun for ever."""
        with self._database.write() as transaction:
            transaction.execute("UPDATE jobs SET state = 'running', current = ? WHERE id = ?", [file.name, job.id])
            transaction.execute(
                "UPDATE files SET attempts = attempts + 1 WHERE job = ? AND number = ?", [job.id, file.number]
            )

    def advance(self, job: Job, file: Waiting, report: AddReport) -> Job:
        """Note that a file is done with."""
        before = self.get(job.id)
        both = {key: before.report[key] + value for key, value in as_json(report).items()}
        with self._database.write() as transaction:
            transaction.execute(
                "UPDATE jobs SET files_done = files_done + 1, passages = ?, report = ?, current = NULL WHERE id = ?",
                [both["passages"], json.dumps(both), job.id],
            )
            transaction.execute("UPDATE files SET done = 1 WHERE job = ? AND number = ?", [job.id, file.number])
        file.path.unlink(missing_ok=True)
        return replace(before, report=both)

    def finish(self, job: Job, report: dict[str, Any], problem: dict[str, Any] | None = None) -> None:
        """Nothing more will happen to it, and nothing of its files is kept."""
        said = None if problem is None else json.dumps(problem)
        with self._database.write() as transaction:
            transaction.execute(
                "UPDATE jobs SET state = ?, finished_at = ?, current = NULL, report = ?, problem = ? WHERE id = ?",
                ["done" if problem is None else "failed", _now(), json.dumps(report), said, job.id],
            )
        shutil.rmtree(self._folder / job.id, ignore_errors=True)


def _job(row: sqlite3.Row) -> Job:
    values = {key: row[key] for key in Job.__dataclass_fields__}
    problem = json.loads(row["problem"]) if row["problem"] else None
    return Job(**{**values, "report": json.loads(row["report"]), "problem": problem})


def _provenance(said: str) -> Provenance:
    values = json.loads(said)
    published = values["published"]
    return Provenance(values["collection"], published and date.fromisoformat(published), values["publisher"])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
