"""Works through the jobs, in a thread of its own: one job after the other, whichever process took it in."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from filelock import FileLock, Timeout

from api import problems
from api.adding import documents_of
from api.jobs.store import Job, Jobs, Waiting
from qa.catalog.database import translated
from qa.errors import FootnoteError, StoreLocked, UnreadableFile
from qa.ingest.naming import Provenance
from qa.ingest.reports import AddReport, Refused
from qa.ingest.sources import Source
from qa.library import Library

ATTEMPTS = 3  # times a file is begun that ended the process each time
IDLE_SECONDS = 15.0  # after so long a process looks whether another one left a job behind
BUSY_SECONDS = 1.0  # between two tries while another process writes to the library
TWICE = "Another file of this upload has the same name. Give it a name of its own, or send it by itself."
DEADLY = f"Adding it ended the service {ATTEMPTS} times. It is left out."

log = structlog.stdlib.get_logger("api")


class Runner:
    """Of all processes on a library one runs jobs at a time: it holds a lock, which the system releases when it dies."""

    def __init__(self, jobs: Jobs, library: Library) -> None:
        self._jobs = jobs
        self._library = library
        self._lock = FileLock(library.home / "jobs.lock")
        self._called = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(
            target=self._live, name="jobs", daemon=True
        )  # a long file must not hold the end up

    def start(self) -> None:
        """Begin, with what an ended process left."""
        self._called.set()
        self._thread.start()

    def wake(self) -> None:
        """There is a new job."""
        self._called.set()

    def stop(self, seconds: float) -> None:
        """Finish the file at hand if it takes no longer than this; the rest is done after the next start."""
        self._stopping.set()
        self._called.set()
        self._thread.join(seconds)

    def _live(self) -> None:
        while not self._stopping.is_set():
            self._called.wait(IDLE_SECONDS)
            self._called.clear()
            try:
                self._work()
            except FootnoteError as error:  # the store of the jobs itself; the next round tries again
                log.error("jobs", error=type(error).__name__, detail=str(error))

    def _work(self) -> None:
        with self._alone() as alone:
            while alone and not self._stopping.is_set():
                found = self._jobs.next()
                if found is None:
                    return
                self._run(*found)

    @contextmanager
    def _alone(self) -> Iterator[bool]:
        """Whether the lock was had: who waits for it until it is free misses no job that came in meanwhile."""
        while not self._stopping.is_set():
            try:
                with translated(self._library.home / "jobs.lock"):
                    self._lock.acquire(timeout=BUSY_SECONDS)
            except Timeout:
                continue
            try:
                yield True
            finally:
                self._lock.release()
            return
        yield False

    def _run(self, job: Job, provenance: Provenance) -> None:
        try:
            for file in self._jobs.waiting(job):
                report = self._added(job, file, provenance)
                if report is None:  # the service ends; the job goes on after the next start
                    return
                job = self._jobs.advance(job, file, report)
            self._jobs.finish(job, job.report | {"documents": documents_of(self._library, job.report, provenance)})
        except FootnoteError as error:
            self._failed(job, problems.of_error(error).model_dump(exclude_none=True))
        except Exception as error:  # noqa: BLE001 - the outermost border of this thread: a bug must not end it
            self._failed(job, problems.of_unexpected(error).model_dump(exclude_none=True))

    def _failed(self, job: Job, problem: dict[str, object]) -> None:
        if not self._stopping.is_set():  # then the library may be closed already, which is no fault of the job
            self._jobs.finish(job, self._jobs.get(job.id).report, problem)

    def _added(self, job: Job, file: Waiting, provenance: Provenance) -> AddReport | None:
        if file.repeated:
            return _refused(file, TWICE)
        if file.attempts >= ATTEMPTS:
            return _refused(file, DEADLY)
        self._jobs.attempt(job, file)
        while not self._stopping.is_set():
            try:
                with translated(file.path):
                    content = file.path.read_bytes()
                return self._library.add_source(Source(file.name, content), provenance)
            except UnreadableFile as error:
                return _refused(file, str(error))
            except StoreLocked:
                self._stopping.wait(BUSY_SECONDS)
        return None


def _refused(file: Waiting, reason: str) -> AddReport:
    return AddReport(refused=(Refused(file.name, reason),))
