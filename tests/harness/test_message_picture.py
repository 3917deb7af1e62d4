"""The message picture: self-contained, escaped, in Swedish, with every crossing in its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from careacts import SamsaDesk
from landscape import SAS, SOC_BORAS
from wireclient import WireClient

from harness.kernel.message_picture import Arrow, draw_messages

NewWorld = Callable[..., str]
SVG = "{http://www.w3.org/2000/svg}"
AT = datetime(2022, 4, 4, 8, tzinfo=UTC)


def draw(*arrows: Arrow, title: str = "Bild", **names: str) -> ET.Element:
    drawn = draw_messages(arrows, title=title, names=names, systems=("samsa", "samvy"))
    return ET.fromstring(drawn)  # noqa: S314 (our own text)


def texts(picture: ET.Element) -> list[str]:
    return ["".join(text.itertext()) for text in picture.iter(f"{SVG}text")]


def arrow(sender: str, recipient: str, text: str = "Hej") -> Arrow:
    return Arrow(at=AT, sender=sender, recipient=recipient, text=text)


def test_units_stand_to_the_left_of_systems_under_their_names() -> None:
    picture = draw(arrow("samsa", "u1"), arrow("u2", "samvy"), samsa="SAMSA", samvy="Samvy", u1="Enhet 1")

    assert texts(picture)[:4] == ["Enhet 1", "u2", "SAMSA", "Samvy"]


def test_every_arrow_has_its_care_time_in_stockholm_and_its_text() -> None:
    picture = draw(arrow("u1", "samsa", "Inskrivning, ärende S-1"))

    assert "2022-04-04 10:00:00" in texts(picture)
    assert "Inskrivning, ärende S-1" in " ".join(texts(picture))
    assert len([path for path in picture.iter(f"{SVG}path") if path.get("class") == "arrow"]) == 1


def test_an_arrow_points_from_sender_to_recipient() -> None:
    there, back = (
        path.get("d")
        for path in draw(arrow("u1", "samsa"), arrow("samsa", "u1")).iter(f"{SVG}path")
        if path.get("class") == "arrow"
    )

    assert there is not None
    assert back is not None
    left, right = int(there.split()[0][1:]), int(there.split("H")[1])
    assert left < right
    assert (back.split()[0], back.split("H")[1]) == (f"M{right}", str(left))


def test_what_people_have_written_is_escaped() -> None:
    picture = draw(arrow("u1", "u1", '<script>"&'), title='En "värld" & <b>', u1="<i>")

    assert picture.get("aria-label") == 'En "värld" & <b>'
    assert "<i>" in texts(picture)
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= {
        "svg", "title", "style", "defs", "marker", "path", "rect", "text", "tspan", "line"
    }  # fmt: skip


def test_long_texts_are_wrapped_and_the_picture_grows() -> None:
    short, long = draw(arrow("u1", "samsa")), draw(arrow("u1", "samsa", "ord " * 40))

    assert int(long.get("height") or 0) > int(short.get("height") or 0) + 50
    assert long.get("width") == short.get("width")


def test_an_empty_world_says_so() -> None:
    assert texts(draw()) == ["Inga meddelanden ännu."]


def test_the_picture_of_a_world_shows_units_platform_and_refusals(client: WireClient, new_world: NewWorld) -> None:
    world = new_world()
    desk = SamsaDesk(client, world)
    desk.admit()
    desk.assess("soc")
    desk.send()
    desk.send()

    answer = client.call("GET", f"/insyn/v/{world}/meddelandebild.svg")

    said = " ".join(texts(ET.fromstring(answer.body)))  # noqa: S314 (our own text)
    for words in (
        "Enhet SAS",
        "Enhet SOCB",
        "SAMSA",
        "Samvy",
        "Integrationen",
        "Millenniumenheter",
    ):
        assert words in said
    assert "SAMSA-ärende pågår" in said
    assert "Nej:" in said
    assert SAS not in said
    assert SOC_BORAS not in said
    assert b"http" not in answer.body.replace(b"http://www.w3.org/2000/svg", b"")
