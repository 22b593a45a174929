"""Characters that make-exam.py makes names of, with their pinyin, and names that try the rules (GB/T 28039)."""


def readings(text):
    """`王 Wang 李 Li`: pairs."""
    words = text.split()
    return list(zip(words[::2], words[1::2]))


SURNAMES = readings(
    "王 Wang 李 Li 张 Zhang 刘 Liu 陈 Chen 杨 Yang 黄 Huang 赵 Zhao 周 Zhou 吴 Wu 徐 Xu 孙 Sun 胡 Hu 朱 Zhu 高 Gao 林 Lin 何 He 郭 Guo 马 Ma "
    "罗 Luo 梁 Liang 宋 Song 郑 Zheng 谢 Xie 韩 Han 唐 Tang 冯 Feng 于 Yu 董 Dong 萧 Xiao 程 Cheng 曹 Cao 袁 Yuan 邓 Deng 许 Xu 傅 Fu 彭 Peng "
    "苏 Su 卢 Lu 蒋 Jiang 蔡 Cai 贾 Jia 丁 Ding 魏 Wei 薛 Xue 余 Yu 潘 Pan 杜 Du 戴 Dai 夏 Xia 钟 Zhong 汪 Wang 田 Tian 姜 Jiang 范 Fan 方 Fang "
    "石 Shi 姚 Yao 谭 Tan 廖 Liao 邹 Zou 熊 Xiong 金 Jin 陆 Lu 郝 Hao 孔 Kong 欧阳 Ouyang 上官 Shangguan 司徒 Situ 诸葛 Zhuge")
FIRST = readings(
    "雨 yu 思 si 梓 zi 子 zi 文 wen 晓 xiao 建 jian 志 zhi 家 jia 明 ming 永 yong 秀 xiu 春 chun 雪 xue 佳 jia 俊 jun 浩 hao 宇 yu 嘉 jia 晨 chen "
    "欣 xin 若 ruo 静 jing 海 hai 玉 yu 丽 li 立 li 国 guo 德 de 世 shi 启 qi 景 jing 楚 chu 江 jiang 汉 han 荆 jing 克 ke 仲 zhong 绍 shao "
    "令 ling 怀 huai 承 cheng 维 wei 敬 jing 凤 feng 桂 gui 金 jin 兰 lan")
SECOND = readings(
    "涵 han 轩 xuan 彤 tong 萱 xuan 豪 hao 杰 jie 琳 lin 敏 min 锋 feng 霞 xia 莲 lian 梅 mei 松 song 柏 bai 泉 quan 辉 hui 琪 qi 瑶 yao 琴 qin "
    "颖 ying 婷 ting 悦 yue 妍 yan 航 hang 博 bo 睿 rui 渊 yuan 哲 zhe 彬 bin 超 chao 鹏 peng 波 bo 涛 tao 峰 feng 岚 lan 菲 fei 蓉 rong 芸 yun "
    "霖 lin 昱 yu 炜 wei 炎 yan 远 yuan 民 min 生 sheng 荣 rong 芳 fang 英 ying 萍 ping 亮 liang 安 an")


def joined(syllables):
    """Written solid; an apostrophe before a syllable that begins with a, o or e."""
    text = syllables[0].capitalize()
    for syllable in syllables[1:]:
        text += ("'" if syllable[0] in "aoe" else "") + syllable
    return text


def name_by_chance(chance):
    surname, said = chance.one_of(SURNAMES)
    given = [chance.one_of(FIRST)] + ([chance.one_of(SECOND)] if chance.below(5) else [])
    return surname + "".join(character for character, _ in given), said + " " + joined([reading for _, reading in given])


# Of one character, of twenty with 间隔号, of two surnames, with an apostrophe, with ü written Ü and YU, with characters
# that fonts often lack (CJK extensions A, B, E and F, GB 18030 level 3).
ONE = ("玥", "Yue")
TWENTY = ("阿卜杜克里木江·买买提热依木江·样例艾力", "Abudukelimujiang·Maimaitireyimujiang·Yangliaili")
DOTTED = [("扎西·样例江措", "Zhaxi·Yanglijiangcuo"), ("古丽扎尔·样例买买提", "Gulizhaer·Yanglimaimaiti"), ("阿依努尔·样例", "Ayinuer·Yangli")]
TWO_SURNAMES = ("周林雨涵", "Zhou-Lin Yuhan")
APOSTROPHE = ("王静安", "Wang Jing'an")
UMLAUT = ("吕晓梅", "Lü Xiaomei")
UMLAUT_AS_YU = ("吕敏", "Lyu Min")
RARE = [("王𬱖", "Wang Wei"), ("李䶮", "Li Yan"), ("刘㛃", "Liu Jie"), ("胡𡐓", "Hu Kun"), ("赵𫖯", "Zhao Fu"), ("张堃", "Zhang Kun"),
        ("罗赟", "Luo Yun"), ("谢燚", "Xie Yi"), ("欧阳堃元", "Ouyang Kunyuan"), ("陈喆", "Chen Zhe")]
TWICE = ("李思涵", "Li Sihan")  # two candidates of one name

SCHOOLS = ["样例大学", "样例理工大学", "样例师范大学", "样例职业技术学院", "样例工业学院"]
TRADES = ("机械 食品 纺织 电子 汽车零部件 建材 医药 化工 光电 检测 包装 钢构 轴承 茶业 船舶 环保 新材料 电气").split()
WORDS = ("精工 宏远 长江 三鑫 明德 恒信 楚风 华盛 新源 绿野 金桥 天和 瑞丰 东湖 汉水 清江 隆中 云梦 赤壁 武当 启航 嘉禾 百川").split()
FORMS = ["有限公司", "有限公司", "有限责任公司", "股份有限公司", "厂"]
LONG_EMPLOYER = "样例新一代信息技术与高端装备制造产业计量检测认证综合技术服务股份有限公司第二分公司质量管理与标准化部"
STAFF_POSTS = ["质量工程师", "检验员", "体系工程师", "质量主管助理", "供应商质量工程师"]
HEAD_POSTS = ["质量部经理", "质量总监", "质量管理科科长", "品质部部长", "体系管理办公室主任"]
OTHER_POSTS = ["操作工", "销售代表", "工艺员", "行政专员"]
