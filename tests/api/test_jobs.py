"""``/v1/jobs``: what an upload leaves to be done, whatever happens to the process."""

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from filelock import FileLock

from api.app import create_app
from api.jobs.runner import ATTEMPTS, Runner
from api.jobs.store import Jobs, UnknownJob
from qa.errors import ModelUnreachable
from qa.ingest.naming import Provenance
from qa.ingest.sources import Source
from qa.library import Library
from qa.ports import Vectors
from tests.api.test_uploads import followed
from tests.fakes import MemoryIndex, OverlapReranker, WordEmbedder


class Unplugged(WordEmbedder):
    """An ``Embedder`` whose service is away."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        raise ModelUnreachable("The embedding model cannot be reached.")


def begun(home: Path, *names: str) -> str:
    """The id of a job that another process took in and did not work on."""
    jobs = Jobs(home)
    files = [(name, io.BytesIO(f"{name} is moored at the pier.".encode())) for name in names]
    job = jobs.begin(files, Provenance()).id
    jobs.close()
    return job


def test_an_upload_survives_the_end_of_the_process(library: Library) -> None:
    """What was taken in is added after the next start."""
    job = begun(library.home, "a.txt", "b.txt")
    with TestClient(create_app(library)) as client:
        (*_, (name, last)) = followed(client, f"/v1/jobs/{job}")
    assert (name, last["state"], last["report"]["added"]) == ("finished", "done", ["a.txt", "b.txt"])
    assert not list((library.home / "uploads").iterdir())


def test_a_job_is_taken_up_where_it_was_left(library: Library) -> None:
    """A file that was done with is not added again, and the report holds both."""
    job = begun(library.home, "a.txt", "b.txt")
    jobs = Jobs(library.home)
    first = jobs.waiting(jobs.get(job))[0]
    jobs.attempt(jobs.get(job), first)
    jobs.advance(jobs.get(job), first, library.add_source(Source(first.name, first.path.read_bytes())))
    with TestClient(create_app(library)) as client:
        (*_, (_, last)) = followed(client, f"/v1/jobs/{job}")
    assert (last["files_done"], last["report"]["added"], last["report"]["unchanged"]) == (2, ["a.txt", "b.txt"], [])
    jobs.close()


def test_a_file_that_ends_the_process_every_time_is_left_out(library: Library) -> None:
    """The service does not die of it for ever, and the other files are added."""
    job = begun(library.home, "deadly.txt", "b.txt")
    jobs = Jobs(library.home)
    for _ in range(ATTEMPTS):
        jobs.attempt(jobs.get(job), jobs.waiting(jobs.get(job))[0])
    with TestClient(create_app(library)) as client:
        (*_, (_, last)) = followed(client, f"/v1/jobs/{job}")
    assert last["report"]["added"] == ["b.txt"]
    assert last["report"]["refused"][0]["path"] == "deadly.txt"
    jobs.close()


def test_a_failed_job_says_why(library: Library) -> None:
    """As the problem that a request would have got; later jobs are still worked on."""
    job = begun(library.home, "a.txt")
    broken = Library(library.home, MemoryIndex(), Unplugged(), OverlapReranker())
    with TestClient(create_app(broken)) as client:
        (*_, (_, last)) = followed(client, f"/v1/jobs/{job}")
    assert (last["state"], last["problem"]["type"]) == ("failed", "urn:footnote:model-unreachable")
    later = begun(library.home, "b.txt")
    with TestClient(create_app(library)) as client:
        assert followed(client, f"/v1/jobs/{later}")[-1][1]["state"] == "done"
        assert client.get(f"/v1/jobs/{job}").json() == last


def test_one_process_at_a_time_works_on_jobs(library: Library) -> None:
    """While another holds the lock, a job waits; the other's end lets it go on."""
    other = FileLock(library.home / "jobs.lock")
    with TestClient(create_app(library)) as client:
        with other:
            job = client.post("/v1/documents", files={"files": ("a.txt", b"One.")}).headers["location"]
            assert client.get(job).json()["state"] == "waiting"
        assert followed(client, job)[-1][1]["state"] == "done"


def test_a_stopped_runner_leaves_the_rest_for_later(library: Library) -> None:
    """Nothing is begun any more, nothing is called failed."""
    job = begun(library.home, "a.txt")
    jobs = Jobs(library.home)
    runner = Runner(jobs, library)
    with FileLock(library.home / "jobs.lock"):
        runner.start()
        runner.stop(10)
    assert jobs.get(job).state == "waiting"
    jobs.close()
    library.close()


def test_jobs_are_listed_newest_first(library: Library) -> None:
    """A page at a time."""
    made = [begun(library.home, f"{name}.txt") for name in "abc"]
    with TestClient(create_app(library)) as client:
        first = client.get("/v1/jobs?limit=2").json()
        rest = client.get(f"/v1/jobs?limit=2&offset={first['next']}").json()
    assert [job["id"] for job in first["jobs"] + rest["jobs"]] == made[::-1]
    assert (first["total"], rest["next"]) == (3, None)


@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
def test_an_unknown_job(client: TestClient, accept: str) -> None:
    """404, however it was asked."""
    response = client.get("/v1/jobs/none", headers={"Accept": accept})
    assert (response.status_code, response.json()["type"]) == (404, "urn:footnote:unknown-job")


def test_only_so_many_finished_jobs_are_kept(tmp_path: Path) -> None:
    """The list does not grow for ever; what is not finished is never forgotten."""
    jobs = Jobs(tmp_path, kept=2)
    ids = [jobs.begin([("a.txt", io.BytesIO(b"One."))], Provenance()).id for _ in range(2)]
    jobs.finish(jobs.get(ids[1]), {})
    ids += [jobs.begin([("a.txt", io.BytesIO(b"One."))], Provenance()).id for _ in range(3)]
    with pytest.raises(UnknownJob):
        jobs.get(ids[1])
    assert {job.id for job in jobs.recent(9, 0)[0]} == {ids[0], *ids[2:]}
    jobs.close()
