"""What no source gives is read in one place, marked as ours, and refused when it means nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from steps.dsl.acts import Acts
from steps.dsl.cast import Cast
from steps.dsl.rollout import Rollout
from steps.dsl.state import new_state
from steps.dsl.world import World
from testdata.faults import Specifikationsfel
from testdata.organisation.enheter import find_unit
from testdata.organisation.kommuner import kommuner
from testdata.organisation.options import check_tables, group_of, kommun_live_from, kommun_options
from testdata.parameters import parameter


def test_every_kommun_has_option_1_alone_unless_something_else_is_said_and_it_is_ours() -> None:
    for kommun in kommuner():
        chosen = kommun_options(kommun.kod)
        assert (chosen.value, chosen.trust, chosen.parameter) == ({1}, "D", "kommun_option")


@pytest.mark.parametrize("options", [[1], [1, 2], [1, 3], [1, 2, 3]])
def test_two_and_three_are_additions_to_one(options: list[int]) -> None:
    assert kommun_options("1490", {"1490": options}).value == set(options)


@pytest.mark.parametrize("options", [[], [2], [3], [2, 3], [1, 4], [0]])
def test_options_that_cannot_be_chosen_are_refused(options: list[int]) -> None:
    with pytest.raises(Specifikationsfel, match="kommun_option går inte att använda: Borås har") as caught:
        kommun_options("1490", {"1490": options})

    assert "klass D" in caught.value.next_step


def test_a_kommun_follows_its_omrade_unless_a_day_is_stated() -> None:
    assert kommun_live_from("1490") is None
    stated = kommun_live_from("1490", {"1490": "2022-06-07"})
    assert stated is not None
    assert (stated.value, stated.trust) == (date(2022, 6, 7), "D")
    with pytest.raises(Specifikationsfel, match="Borås har »snart«"):
        kommun_live_from("1490", {"1490": "snart"})


def test_a_vardcentral_is_in_the_group_that_is_stated_or_in_the_assumed_one() -> None:
    vc = find_unit("VC Borås").hsa_id

    assert group_of(vc).value == parameter("vc_grupp_annars").default
    assert (group_of(vc).parameter, group_of(vc, {vc: 3}).parameter) == ("vc_grupp_annars", "vc_grupp")
    assert group_of(vc, {vc: 3}).value == 3
    with pytest.raises(Specifikationsfel, match="VC Borås har grupp 4"):
        group_of(vc, {vc: 4})
    with pytest.raises(Specifikationsfel, match=r"SÄS \(slutenvård\) är ingen primärvård"):
        group_of(find_unit("SÄS").hsa_id)
    with pytest.raises(Specifikationsfel, match=r"Habilitering & Hälsa norra .* är ingen primärvård"):
        group_of(find_unit("Habilitering & Hälsa norra").hsa_id)


@pytest.mark.parametrize(("read", "key"), [(kommun_options, "9999"), (kommun_live_from, "0180"), (group_of, "SE0-X")])
def test_a_key_that_is_nobody_is_refused(read: Any, key: str) -> None:
    with pytest.raises(Specifikationsfel, match="finns inte"):
        read(key)


def test_the_tables_that_are_shipped_mean_something() -> None:
    check_tables()


def test_a_scenario_cannot_place_a_unit_where_it_would_never_go_live() -> None:
    state = new_state(scenario="s", channel="api", seed=1, krav=[], defects=[])
    world = World(state, lambda: pytest.fail("nothing has happened"))
    rollout = Rollout(Cast(state, world), world, Acts(state))

    rollout.place_in_group("VC Borås", 2)
    with pytest.raises(Specifikationsfel, match="VC Mark har grupp 9"):
        rollout.place_in_group("VC Mark", 9)

    assert state["world"]["parameters"]["vc_grupp"] == {find_unit("VC Borås").hsa_id: 2}
