from __future__ import annotations

import pytest
from cluster import Cluster


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    started = Cluster(tmp_path_factory.mktemp("spark"))
    yield started
    started.stop()


@pytest.fixture(scope="module")
def spark(cluster):
    session = cluster.session()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()
