"""What readers might type, for the benchmark of the search; the words are the source's and the vocabulary's."""

CHINESE_QUERIES = """
15000
１５０００
15,000份
1万
10000
3000万
近3000万元
230
50
30万亩
驰名商标
馳名商標
科技特派员
科技特派員
特派员
河蟹
蟹
洪湖
湖
洪湖清水蟹
“洪湖清水”蟹
产学研
产学研结合
利益共享
技术创新战略联盟
科技下乡
科技活动周
龙头企业
示范基地
创新示范基地
公司+基地
科技局
市科技局
农民
农民现场技术咨询
资料
水产
水产养殖
培训
科技 培训
河蟹 示范
"科技 培训"
政务事务是否公开
企业评机关
无偿资助
国家创新基金
优质苗种
生态养殖
病害防治
节水灌溉
小龙虾
稻田综合种养
不存在的词语
的
行政复议
""".strip().splitlines()

ENGLISH_QUERIES = """
15,000
15000
30 million
CNY 30 million
commissioner
commissioners
alliance
river crab
"river crab"
demonstration bases
training
farmers
fishery
technology week
enterprise
trademark
science
xyzzy
""".strip().splitlines()
