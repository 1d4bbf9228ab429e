"""Tables are made in the order of need, several at a time, and a fault ends it at once."""

import threading
from graphlib import CycleError

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.order import make_in_order


@st.composite
def graphs(draw):
    """Names, each of which may need those before it, in any order."""
    names = [f"t{n}" for n in range(draw(st.integers(0, 8)))]
    needs = {
        name: frozenset(draw(st.sets(st.sampled_from(names[:at])))) if at else frozenset()
        for at, name in enumerate(names)
    }
    return {name: needs[name] for name in draw(st.permutations(names))}


@given(graphs())
def test_each_is_made_once_after_all_that_it_needs(needs):
    made: list[str] = []
    with duckdb.connect() as con:
        yielded = list(make_in_order(needs, lambda _, name: made.append(name), con.cursor))
    assert sorted(made) == sorted(yielded) == sorted(needs)
    assert all(made.index(other) < made.index(name) for name, others in needs.items() for other in others)


def test_two_are_under_way_at_once():
    together = threading.Barrier(2, timeout=10)
    with duckdb.connect() as con:
        list(make_in_order({"a": frozenset(), "b": frozenset()}, lambda *_: together.wait(), con.cursor))


def test_a_fault_breaks_off_what_is_under_way_and_begins_no_other():
    begun = threading.Event()

    def make(con: duckdb.DuckDBPyConnection, name: str) -> None:
        if name == "long":
            begun.set()
            con.execute("select count(*) from range(1000000000000)")  # hours
        elif name == "bad":
            assert begun.wait(10)
            con.execute("select * from nowhere")
        else:
            con.execute("create table late as select 1")

    needs = {"long": frozenset(), "bad": frozenset(), "late": frozenset({"bad"})}
    with duckdb.connect() as con:
        with pytest.raises(duckdb.CatalogException, match="nowhere"):
            list(make_in_order(needs, make, con.cursor))
        assert con.execute("show tables").fetchall() == []


def test_who_stops_asking_leaves_nothing_under_way():
    with duckdb.connect() as con:
        begun: list[str] = []
        needs = {"a": frozenset(), "b": frozenset({"a"}), "c": frozenset({"b"})}

        def make(own: duckdb.DuckDBPyConnection, name: str) -> None:
            begun.append(name)
            if name == "b":
                own.execute("select count(*) from range(1000000000000)")  # hours

        making = make_in_order(needs, make, con.cursor)
        assert next(making) == "a"
        making.close()
        assert begun == ["a", "b"]


def test_that_on_which_most_waits_is_begun_first():
    needs = {"leaf": frozenset(), "first": frozenset(), "long": frozenset(), "last": frozenset({"first"})}
    effort = {"leaf": 2, "first": 1, "long": 3, "last": 4}
    begun: list[str] = []
    is_first_begun = threading.Event()

    def make(_: duckdb.DuckDBPyConnection, name: str) -> None:
        if name == "long":
            assert is_first_begun.wait(10)  # both are begun at once, and threads start as they like
        begun.append(name)
        if name == "first":
            is_first_begun.set()

    with duckdb.connect() as con:
        list(make_in_order(needs, make, con.cursor, effort.__getitem__))
    assert begun.index("first") < begun.index("long") < begun.index("leaf")


def test_the_processors_are_shared_and_given_back():
    seen: dict[str, int] = {}
    together = threading.Barrier(2, timeout=10)

    def make(con: duckdb.DuckDBPyConnection, name: str) -> None:
        ((seen[name],),) = con.execute("select current_setting('threads')").fetchall()
        if name != "alone":
            together.wait()  # else one would find the other gone

    with duckdb.connect(config={"threads": 4}) as con:
        list(make_in_order({"a": frozenset(), "b": frozenset(), "alone": frozenset("ab")}, make, con.cursor))
        assert con.execute("select current_setting('threads')").fetchall() == [(4,)]
    assert seen == {"a": 3, "b": 3, "alone": 4}


def test_what_needs_itself_over_others_is_refused():
    needs = {"a": frozenset({"b"}), "b": frozenset({"a"})}
    with duckdb.connect() as con, pytest.raises(CycleError):
        list(make_in_order(needs, lambda *_: None, con.cursor))
