#!/usr/bin/env python3
"""Writes the data document of a register of 20 000 certificates to standard output; every hundredth has ended."""
SURNAMES, GIVEN = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑", "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚"
RARE = {4711: ("王𬱖", "Wang Wei"), 4712: ("李䶮", "Li Yan"), 4713: ("阿依古丽·买买提", "Ayiguli·Maimaiti")}

print("<data publication='register'><parameter name='employer' value='yes'/><query name='entries'>")
for serial in range(1, 20001):
    name = SURNAMES[serial % 20] + GIVEN[serial // 20 % 20] + GIVEN[serial // 400 % 20]
    name, pinyin = RARE.get(serial, (name, "Yang Li"))
    ended = "standing='已作废' ended_on='2024-05-06'" if serial % 100 == 0 else "standing='有效'"
    print(f"<row number='CMQ2023{serial:06}0' name='{name}' pinyin='{pinyin}' decided='2023-01-20' "
          f"issued_on='2023-02-14' employer='样例第{serial % 700}有限公司' {ended}/>")
print("</query><query name='standing'><row entries='20000' valid='19800' ended='200' last_day='2024-05-06'/></query></data>")
