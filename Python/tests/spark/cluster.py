"""A standalone Spark cluster on loopback: a master, and workers that can be killed."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pyspark


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Cluster:
    """Starts a master and workers of one core each, as processes of their own."""

    def __init__(self, folder: Path, workers: int = 2) -> None:
        self.folder = folder
        self.home = Path(pyspark.__file__).parent
        self.port = free_port()
        self.url = f"spark://127.0.0.1:{self.port}"
        self._processes: list[subprocess.Popen[bytes]] = []
        self.master = self._start(
            "master", "org.apache.spark.deploy.master.Master",
            "--host", "127.0.0.1", "--port", str(self.port), "--webui-port", "0",
        )
        self._wait_for(self.master, "master", "I have been elected leader")
        self.workers = [self._start_worker(number) for number in range(workers)]
        for number in range(workers):
            self._wait_for(
                self.workers[number], f"worker-{number}", "Successfully registered with master"
            )

    def _start_worker(self, number: int) -> subprocess.Popen[bytes]:
        return self._start(
            f"worker-{number}", "org.apache.spark.deploy.worker.Worker",
            "--host", "127.0.0.1", "--webui-port", "0", "--cores", "1", "--memory", "1g",
            "--work-dir", str(self.folder / f"work-{number}"), self.url,
        )

    def _start(self, name: str, *arguments: str) -> subprocess.Popen[bytes]:
        environment = os.environ | {
            "SPARK_HOME": str(self.home),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "PYSPARK_PYTHON": sys.executable,
            "SPARK_DAEMON_MEMORY": "256m",
        }
        with open(self.folder / f"{name}.log", "wb") as log:
            process = subprocess.Popen(
                [str(self.home / "bin" / "spark-class"), *arguments],
                stdout=log, stderr=subprocess.STDOUT, env=environment, start_new_session=True,
            )
        self._processes.append(process)
        return process

    def _wait_for(
        self, process: subprocess.Popen[bytes], name: str, message: str, seconds: float = 120
    ) -> None:
        log = self.folder / f"{name}.log"
        end = time.monotonic() + seconds
        while time.monotonic() < end and process.poll() is None:
            if message in log.read_text(errors="replace"):
                return
            time.sleep(0.1)
        raise RuntimeError(f"{name} did not say “{message}”:\n{log.read_text(errors='replace')}")

    def kill_worker(self, number: int) -> None:
        """Ends a worker and its executors at once, as a machine that loses its power."""
        os.killpg(self.workers[number].pid, signal.SIGKILL)
        self.workers[number].wait()

    def stop(self) -> None:
        """Ends all that was started."""
        for process in reversed(self._processes):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def session(self, **conf: str):
        """A session whose executors have a core each."""
        from pyspark.sql import SparkSession

        os.environ["PYSPARK_PYTHON"] = sys.executable
        os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
        builder = (
            SparkSession.builder.master(self.url)
            .appName("tanba")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.ui.enabled", "false")
            .config("spark.executor.cores", "1")
            .config("spark.executor.memory", "512m")
            .config("spark.python.worker.reuse", "true")
            .config("spark.network.timeout", "60s")
            .config("spark.executor.heartbeatInterval", "5s")
        )
        for key, value in conf.items():
            builder = builder.config(key.replace("__", "."), value)
        return builder.getOrCreate()
