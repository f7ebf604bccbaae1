"""What is counted: Chinese classifiers and nouns, and the English nouns that say the same, by class.

Two numbers of a sentence may stand in another order in English (向14个镇派出15名 / sent 15 commissioners to 14 towns);
what they count tells which is which, and where nothing tells, their order must.
"""

from __future__ import annotations

CHINESE_CLASSES = {
    "person": (
        "人 名 位 员 特派员 专家 教授 农民 干部 学生 职工 人员 群众 院士 博士 教师 村民 代表 委员 科技工作者 "
        "工程师 技术员 志愿者 人才 学员 带头人"
    ),
    "visit": "人次",
    "organisation": "家 企业 公司 单位 机构 院所 研究所 协会 医院 学校 高校 合作社 部门 商户",
    "place": "镇 乡 村 县 区 市 场 街道 社区 乡镇 城市 省 镇场所 地区 园区 园",
    "household": "户 农户",
    "copy": "份 册 本 资料",
    "set": "套",
    "project": "项目 课题 工程",
    "base": "基地",
    "breed": "品种 新品种",
    "technique": "新技术 技术",
    "problem": "问题 难题",
    "patent": "专利 发明专利",
    "vehicle": "辆 车辆",
    "time": "次 场次 届",
    "measure": "措施 举措",
    "category": "类 大类 小类 种类",
}
"""By class: units and nouns, parted by spaces."""
ENGLISH_CLASSES = {
    "person": (
        "person people persons expert professor farmer official student commissioner worker employee cadre member-of "
        "teacher trainee villager resident technician engineer researcher scientist volunteer graduate doctor adviser "
        "advisor specialist academician instructor judge inspector citizen participant staff personnel leader learner "
        "intern postgraduate talent postdoc delegate applicant deputy representative entrepreneur fisherman fishermen "
        "women men woman man child children"
    ),
    "visit": "visit participation",
    "organisation": (
        "enterprise company companies firm business businesses unit institution organisation organization institute "
        "association hospital school university universities college cooperative co-operative body bodies agency "
        "agencies department shop bureau bureaus laboratory laboratories supplier manufacturer"
    ),
    "place": (
        "town township village county counties district city cities province community communities neighbourhood "
        "subdistrict municipality municipalities"
    ),
    "household": "household family families",
    "copy": "copy copies book booklet leaflet pamphlet handbook manual document brochure",
    "set": "set",
    "project": "project programme program",
    "base": "base",
    "breed": "breed variety varieties species strain",
    "technique": "technique technology technologies",
    "problem": "problem difficulty difficulties",
    "patent": "patent",
    "vehicle": "vehicle car bus buses",
    "time": "occasion",
    "measure": "measure",
    "category": "category categories type kind class classes",
}
"""By class: nouns in the singular, irregular plurals beside them."""
NO_PLURAL_S = ("ies", "ses", "men", "people", "children", "staff", "personnel", "women", "bodies")


def nouns_by_word(classes: dict[str, str], plural: str) -> dict[str, str]:
    """Every noun, and its plural, with its class."""
    found: dict[str, str] = {}
    for concept, words in classes.items():
        for word in words.split():
            found[word] = concept
            if plural and not word.endswith(NO_PLURAL_S):
                found[word + plural] = concept
    return found


CHINESE_NOUNS = nouns_by_word(CHINESE_CLASSES, "")
ENGLISH_NOUNS = nouns_by_word(ENGLISH_CLASSES, "s")
