"""What each city of the assessment samples is like: the numbers that make-assessment.py must bring about.

Numbers of 2024 at the normal size of 318 enterprises; another size scales them. Cities and counties are the real
ones of Hubei; every number is invented. Several stand exactly at a limit, and say so.
"""
from typing import NamedTuple


class City(NamedTuple):
    """Enterprises: how many, and how many of them have no officer in office (an award holder without one is also a
    规模以上企业 without one). Rates of the methods-return as numerator and denominator."""
    code: str
    name: str
    short: str
    large: int
    small: int
    holders: int
    holders_bare: int
    large_bare: int
    small_bare: int
    managers: tuple
    shop_floor: tuple
    quality_staff: tuple
    platforms: tuple
    policies: int


# Trained of all, and so on: 80 %, 50 %, 50 %, 100 % are the thresholds of 2024.
CITIES = [
    # reaches everything: 100.00, as does 荆门市
    City("420100", "武汉市", "武汉", 30, 36, 10, 0, 0, 12, (11086, 12480), (51920, 83640), (5210, 8012), (24, 24), 3),
    # small enterprises 6 of 10: exactly 60 %
    City("420200", "黄石市", "黄石", 8, 10, 3, 0, 1, 4, (2101, 2560), (9450, 17300), (905, 1710), (6, 7), 1),
    # front line exactly 50 %
    City("420300", "十堰市", "十堰", 8, 10, 3, 0, 2, 5, (2512, 3015), (10620, 21240), (1003, 2140), (5, 5), 1),
    # small enterprises 11 of 16: 68.75 %, printed 68.8
    City("420500", "宜昌市", "宜昌", 14, 16, 6, 0, 0, 5, (4406, 5120), (21006, 36180), (2204, 3560), (11, 11), 2),
    City("420600", "襄阳市", "襄阳", 13, 17, 5, 1, 2, 6, (3900, 5080), (17480, 33920), (1690, 3326), (9, 10), 2),
    City("420700", "鄂州市", "鄂州", 4, 5, 2, 0, 1, 3, (702, 1010), (2890, 6904), (288, 655), (2, 3), 1),
    City("420800", "荆门市", "荆门", 7, 9, 2, 0, 0, 3, (1744, 2068), (7712, 14006), (811, 1502), (6, 6), 1),
    City("420900", "孝感市", "孝感", 9, 11, 3, 1, 2, 4, (2040, 2702), (8310, 18004), (822, 1805), (5, 6), 1),
    # with 黄冈市: equal totals by different ways (managers 75.2 % here, fewer candidates there)
    City("421000", "荆州市", "荆州", 9, 12, 4, 0, 0, 5, (1880, 2500), (10300, 19900), (1010, 2006), (7, 7), 1),
    # managers exactly 80 %
    City("421100", "黄冈市", "黄冈", 9, 12, 2, 0, 0, 5, (2000, 2500), (9010, 17102), (950, 1804), (8, 8), 2),
    City("421200", "咸宁市", "咸宁", 6, 8, 2, 0, 1, 3, (1105, 1500), (5004, 10260), (502, 1016), (4, 4), 1),
    City("421300", "随州市", "随州", 5, 6, 2, 0, 1, 3, (880, 1204), (3610, 8010), (402, 870), (3, 3), 1),
    # quality staff 1249 of 2500: 49.96 %, printed 50.0, and not reached
    City("422800", "恩施土家族苗族自治州", "恩施", 5, 10, 1, 0, 1, 4, (1012, 1340), (4206, 9006), (1249, 2500), (4, 5), 1),
    City("429004", "仙桃市", "仙桃", 4, 5, 1, 0, 0, 2, (1040, 1290), (5030, 9480), (519, 1004), (3, 3), 1),
    # no platform: not applicable; no policy issued: none, which is not the same as no answer
    City("429006", "天门市", "天门", 3, 4, 1, 1, 1, 1, (520, 744), (2210, 5016), (240, 511), (0, 0), 0),
    City("429005", "潜江市", "潜江", 4, 5, 1, 0, 0, 2, (1100, 1365), (5120, 9702), (540, 1003), (3, 3), 1),
    # no award holder: not applicable
    City("429021", "神农架林区", "神农架", 1, 3, 0, 0, 0, 1, (36, 45), (160, 310), (17, 33), (1, 1), 1),
]

COUNTIES = {
    "420100": "江岸区 江汉区 硚口区 汉阳区 武昌区 青山区 洪山区 东西湖区 汉南区 蔡甸区 江夏区 黄陂区 新洲区",
    "420200": "黄石港区 西塞山区 下陆区 铁山区 阳新县 大冶市",
    "420300": "茅箭区 张湾区 郧阳区 郧西县 竹山县 竹溪县 房县 丹江口市",
    "420500": "西陵区 伍家岗区 点军区 猇亭区 夷陵区 远安县 兴山县 秭归县 长阳土家族自治县 五峰土家族自治县 宜都市 当阳市 枝江市",
    "420600": "襄城区 樊城区 襄州区 南漳县 谷城县 保康县 老河口市 枣阳市 宜城市",
    "420700": "梁子湖区 华容区 鄂城区",
    "420800": "东宝区 掇刀区 沙洋县 钟祥市 京山市",
    "420900": "孝南区 孝昌县 大悟县 云梦县 应城市 安陆市 汉川市",
    "421000": "沙市区 荆州区 公安县 江陵县 石首市 洪湖市 松滋市 监利市",
    "421100": "黄州区 团风县 红安县 罗田县 英山县 浠水县 蕲春县 黄梅县 麻城市 武穴市",
    "421200": "咸安区 嘉鱼县 通城县 崇阳县 通山县 赤壁市",
    "421300": "曾都区 随县 广水市",
    "422800": "恩施市 利川市 建始县 巴东县 宣恩县 咸丰县 来凤县 鹤峰县",
}


def counties(city):
    """A city directly under the province has no counties: it is its own district."""
    return COUNTIES.get(city.code, city.name).split()


def called(city):
    """恩施州 for 恩施土家族苗族自治州, as lists have it; the others by their name."""
    return city.short + "州" if city.name.endswith("州") else city.name


def office(city):
    return f"{called(city)}质量强{city.name[-1]}工作委员会办公室"
