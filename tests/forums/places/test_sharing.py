"""What other sites and search engines are told of the page of a forum."""

from forums.places.service import staff_forum
from tests.cast import HOME, Cast
from tests.house import House

LOCAL = f"/neighbourhoods/{HOME}/forum"


async def test_a_forum_and_a_section_name_their_whole_address(house: House, cast: Cast) -> None:
    for path in (LOCAL, f"{LOCAL}/traffic"):
        for asked in (path, f"{path}?from=a-post"):
            page = (await house.page(asked)).text
            assert f'<link rel="canonical" href="{house.url}{path}">' in page
            assert f'<meta property="og:url" content="{house.url}{path}">' in page
            assert f'<meta property="og:image" content="{house.url}/static/images/icon-180.png?v=' in page


async def test_the_staffs_forum_tells_them_nothing(house: House, cast: Cast) -> None:
    forum = await staff_forum("south-wales")
    page = (await house.page(f"/forums/{forum['id']}", cast.ada)).text
    assert "og:" not in page
    assert '<meta name="robots" content="noindex">' in page
