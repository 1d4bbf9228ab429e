"""`spacepact ui` in a real browser: the graph by layers, schedules on, all green, each source alone, a failed check."""

import json
import os
import shutil
import signal
import socket
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.integration.command import spacepact, start, without_sample, write_articles
from tests.unit.nasty_server import Server, running
from tests.unit.source_run import item, rss
from tests.unit.source_run import page as story

LAYERS = ["sources", "raw", "claims", "facts", "dimensions", "star", "metrics", "published"]
PATIENCE = 150
ARTICLES: list[dict[str, Any]] = [
    {
        "id": f"series-{day}",
        "title": "Long March counts",
        "published": f"2020-0{day}-20",
        "source": "Test Wire",
        "text": f"The launch was the {number} mission of the Long March rocket family, the China "
        "Aerospace Science and Technology Corporation said. France and Italy signed a memorandum of understanding on "
        f"satellite navigation on {month} 19.",
    }
    for day, month, number in ((1, "January", "340th"), (2, "February", "320th"))
]

pytestmark = [
    pytest.mark.xdist_group("ui"),
    pytest.mark.skipif(not shutil.which("chromium"), reason="needs Debian's package chromium"),
    pytest.mark.skipif(not shutil.which("chromedriver"), reason="needs Debian's package chromium-driver"),
]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Page:
    """A running Dagster page, asked through its own interface and through a browser."""

    def __init__(self, home: Path, port: int, browser: webdriver.Chrome) -> None:
        self.home = home
        self.address = f"http://127.0.0.1:{port}"
        self.browser = browser

    def ask(self, query: str) -> dict[str, Any]:
        request = urllib.request.Request(  # noqa: S310 - our own server
            f"{self.address}/graphql",
            json.dumps({"query": query}).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            answered: dict[str, Any] = json.load(answer)
        assert "errors" not in answered, answered
        found: dict[str, Any] = answered["data"]
        return found

    def runs(self) -> list[str]:
        return [
            run["status"] for run in self.ask("{runsOrError{... on Runs{results{status}}}}")["runsOrError"]["results"]
        ]

    def open(self, path: str, words: list[str]) -> str:
        """Open a page and wait until it shows those words; returns all that it shows."""
        self.browser.get(self.address + path)

        def shown(browser: webdriver.Chrome) -> str | None:
            text = browser.find_element(By.TAG_NAME, "body").text
            return text if all(word in text for word in words) else None

        text = WebDriverWait(self.browser, 60).until(shown, f"{path} does not show {words}")
        assert text
        return text


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for switch in (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1800,1100",
    ):
        options.add_argument(switch)
    driver = webdriver.Chrome(options, Service(shutil.which("chromedriver")))
    yield driver
    driver.quit()


SOURCES = """
[sample]
enabled = false
[[source]]
name = "sky-post"
kind = "feed"
url = "{root}/feed.xml"
every = "1h"
allow_private = true
seconds_between_requests = 0
"""


@pytest.fixture(scope="module")
def site() -> Iterator[Server]:
    """An outlet with a feed of three stories, one of which cannot be had."""
    with running() as up:
        up.publish("/feed.xml", rss(*(item(f"/s/{number}", f"Story {number}") for number in range(3))))
        for number in range(2):
            up.publish(f"/s/{number}", story(f"Story {number}", f"The agencies met in hall {number} of the city. " * 9))
        up.publish("/s/2", status=403)
        yield up


@pytest.fixture(scope="module")
def page(browser: webdriver.Chrome, site: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A home with a feed and unread articles in its inbox, its Dagster page, and the first tick done."""
    home = without_sample(tmp_path_factory.mktemp("ui") / "home")
    (home / "sources.toml").write_text(SOURCES.format(root=site.root), encoding="utf-8")
    write_articles(home / "inbox" / "series.jsonl", ARTICLES)
    os.utime(home / "inbox" / "series.jsonl", (1_600_000_000, 1_600_000_000))
    port = free_port()
    log = home.with_name("ui.log")
    with log.open("wb") as stream:
        process = start(home, "ui", "--port", str(port), output=stream)
    page = Page(home, port, browser)
    try:
        _wait(lambda: "SUCCESS" in page.runs(), "the inbox sensor started no run that succeeded")
        yield page
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)
    said = log.read_text(encoding="utf-8")
    assert process.returncode == 0, said
    assert "Schedules and the inbox sensor run while this runs" in said
    assert [word for word in ("STEP_START", "ASSET_MATERIALIZATION", "RUN_SUCCESS") if word in said] == []


def _wait(done: Any, problem: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if done():
                return
        except OSError:
            pass  # not up yet
        time.sleep(1)
    raise AssertionError(problem)


def test_the_graph_reads_from_left_to_right_by_layer(page: Page) -> None:
    page.open("/asset-groups", LAYERS)
    places = {}
    for node in page.browser.find_elements(By.CSS_SELECTOR, "svg foreignObject, svg foreignobject"):
        name = node.text.strip().split("\n")[0]
        if name in LAYERS:
            places[name] = node.rect["x"]
    assert sorted(places, key=lambda name: places[name]) == LAYERS


def test_schedules_and_sensor_are_on(page: Page) -> None:
    states = page.ask(
        "{workspaceOrError{... on Workspace{locationEntries{name locationOrLoadError{... on RepositoryLocation{"
        "repositories{schedules{name scheduleState{status}} sensors{name sensorState{status}}}}}}}}}"
    )["workspaceOrError"]["locationEntries"]
    assert [entry["name"] for entry in states] == ["spacepact"]
    repository = states[0]["locationOrLoadError"]["repositories"][0]
    on = {s["name"]: s["scheduleState"]["status"] for s in repository["schedules"]}
    on |= {s["name"]: s["sensorState"]["status"] for s in repository["sensors"]}
    assert {name: on[name] for name in ("hourly_refresh", "daily_rebuild", "inbox_sensor")} == {
        "hourly_refresh": "RUNNING",
        "daily_rebuild": "RUNNING",
        "inbox_sensor": "RUNNING",
    }
    page.open("/automation", ["hourly_refresh", "daily_rebuild", "inbox_sensor"])


def test_every_asset_is_green_after_one_tick(page: Page) -> None:
    nodes = page.ask("{assetNodes{assetKey{path} assetMaterializations(limit:1){runId}}}")["assetNodes"]
    assert len(nodes) > 40
    assert [node["assetKey"]["path"] for node in nodes if not node["assetMaterializations"]] == []


def counts_of(page: Page, path: list[str]) -> list[dict[str, int]]:
    """The numbers of each materialization of an asset, the newest first."""
    query = """{assetNodeOrError(assetKey: {path: PATH}) {... on AssetNode {assetMaterializations {
        metadataEntries {label ... on IntMetadataEntry {intValue}}}}}}""".replace("PATH", json.dumps(path))
    made = page.ask(query)["assetNodeOrError"]["assetMaterializations"]
    return [
        {entry["label"]: entry["intValue"] for entry in one["metadataEntries"] if entry.get("intValue") is not None}
        for one in made
    ]


def test_a_source_shows_what_it_is_what_it_brought_and_what_that_cost(page: Page, site: Server) -> None:
    (first,) = counts_of(page, ["sources", "sky-post"])
    told = {name: first[name] for name in ("new", "changed", "rejected", "requests")}
    assert told == {"new": 2, "changed": 0, "rejected": 1, "requests": 5}
    text = page.open("/assets/sources/sky-post", ["sky-post", "asked every 1h"])
    assert f"{site.root}/feed.xml" in text


def launch(page: Page, path: list[str]) -> str:
    """Materialize one asset alone; returns how the run ended."""
    query = """mutation {launchPipelineExecution(executionParams: {mode: "default", selector: {
        pipelineName: "__ASSET_JOB", repositoryLocationName: "spacepact", repositoryName: "__repository__",
        assetSelection: [{path: PATH}]}}) {... on LaunchRunSuccess {run {runId}}}}""".replace("PATH", json.dumps(path))
    run = page.ask(query)["launchPipelineExecution"]["run"]["runId"]
    status = '{runOrError(runId: "RUN") {... on Run {status}}}'.replace("RUN", run)
    _wait(lambda: page.ask(status)["runOrError"]["status"] in ("SUCCESS", "FAILURE"), "the run does not end")
    return str(page.ask(status)["runOrError"]["status"])


def test_a_source_is_run_alone_though_it_is_not_due(page: Page, site: Server) -> None:
    asked = len(site.asked)
    inbox = len(counts_of(page, ["sources", "inbox"]))
    assert launch(page, ["sources", "sky-post"]) == "SUCCESS"
    newest = counts_of(page, ["sources", "sky-post"])[0]
    assert (newest["new"], newest["changed"]) == (0, 0)
    assert len(site.asked) > asked
    assert len(counts_of(page, ["sources", "inbox"])) == inbox


def test_a_source_run_alone_says_that_nothing_is_published_yet(page: Page) -> None:
    assert launch(page, ["sources", "sky-post"]) == "SUCCESS"
    page.open("/assets/sources/sky-post", ["not yet: what was read is stored", "launch the job refresh"])


def check_of(page: Page, name: str) -> dict[str, Any]:
    """The last outcome of a source's check."""
    query = """{assetNodeOrError(assetKey: {path: ["sources", "NAME"]}) {... on AssetNode {assetChecksOrError {
        ... on AssetChecks {checks {name executionForLatestMaterialization {status evaluation {
        success severity description}}}}}}}}""".replace("NAME", name)
    (check,) = page.ask(query)["assetNodeOrError"]["assetChecksOrError"]["checks"]
    found: dict[str, Any] = check["executionForLatestMaterialization"]
    return found


def test_a_source_that_fails_is_red_and_the_run_goes_on(page: Page, site: Server) -> None:
    assert check_of(page, "sky-post")["status"] == "SUCCEEDED"
    before = site.published["/feed.xml"]
    site.publish("/feed.xml", status=404)
    assert launch(page, ["sources", "sky-post"]) == "SUCCESS"
    failed = check_of(page, "sky-post")
    assert failed["status"] == "FAILED"
    assert failed["evaluation"]["severity"] == "ERROR"
    assert "HTTP 404" in failed["evaluation"]["description"]
    page.open("/assets/sources/sky-post?view=checks", ["read_without_fault", "HTTP 404"])
    site.published["/feed.xml"] = before
    assert launch(page, ["sources", "sky-post"]) == "SUCCESS"
    assert check_of(page, "sky-post")["status"] == "SUCCEEDED"


def test_a_broken_list_of_sources_leaves_the_page_whole_and_is_told(page: Page) -> None:
    file = page.home / "sources.toml"
    before = file.read_text(encoding="utf-8")
    file.write_text(before.replace('kind = "feed"', 'kind = "fead"'), encoding="utf-8")
    reload = 'mutation{reloadRepositoryLocation(repositoryLocationName:"spacepact"){__typename}}'
    page.ask(reload)
    assert launch(page, ["sources", "sources_toml"]) == "FAILURE"
    page.open("/assets/sources/sources_toml", ["sources.toml cannot be read", "fead"])
    file.write_text(before, encoding="utf-8")
    page.ask(reload)
    assert launch(page, ["sources", "sky-post"]) == "SUCCESS"


def test_a_failed_check_shows_its_rows(page: Page) -> None:
    text = page.open(
        "/assets/metrics/reported_vs_itemised?view=checks&checkDetail=cumulative_series_rises",
        ["cumulative_series_rises", "bad_rows", "sample"],
    )
    assert "320" in text


def test_a_second_page_on_the_same_home_is_refused(page: Page) -> None:
    done = spacepact(page.home, "ui", "--port", str(free_port()), check=False)
    assert done.returncode == 1
    assert "already runs on this home" in done.stderr
