"""Words for what people ask of other offices. Where a site holds nothing of it, a search says so; it does not show what
holds the other words of the query.

General words of everyday questions to any authority, none of a certain bureau; what a site holds is found as any word.
"""

from __future__ import annotations

from typing import Final

CHINESE_ELSEWHERE: Final = tuple(
    """
    社保 社会保险 社保卡 养老金 养老保险 退休金 退休 养老 低保 五保 救助 失业金 失业保险 工伤 生育津贴 抚恤
    医保 医疗保险 新农合 合作医疗 报销 健保 挂号 预约 医院 医生 护士 疫苗 接种 疫情 核酸 新冠 门诊 药店 体检
    公积金 住房公积金 房价 房产 房产证 不动产 买房 租房 公租房 廉租房 物业 拆迁 征地 宅基地 土地出让 土地出让金 房屋
    楼市 强积金
    身份证 户口 户籍 居住证 护照 签证 港澳通行证 出入境 驾照 驾驶证 行驶证 车牌 年审 违章 暂住证 悠遊卡 八达通
    结婚 离婚 婚姻 结婚登记 生育 准生证 二孩 三孩 出生证 死亡证明 殡葬 收养
    中考 高考 考试 学区 入学 招生 幼儿园 小学 中学 学费 奖学金 助学金 老年大学 查重 实习 考研 学籍
    教师资格
    招聘 求职 就业 找工作 公务员考试 事业编 事业单位 职位 岗位 招考 人事考试 工资 薪水 劳动合同 劳动仲裁
    税 税收 税务 纳税 发票 所得税 增值税 税收优惠 营业执照 工商登记 注册公司 企业注册 开公司
    贷款 信贷 银行 信用卡 利率 保险 理赔 农业保险 股票 基金会 债券 还贷
    预算 决算 三公 三公经费 部门预算 部门决算 财政预算 财政决算 审计 采购 政府采购 招标 投标 中标 招标公告 招投标
    天气 气象 天气预报 降雨 气温 台风 洪水 防汛 空气质量
    公交 公交车 公交路线 地铁 高铁 火车 车站 机场 航班 停车 停车场 高速公路 道路 交通 网约车 出租车
    旅游 景点 酒店 宾馆 饭店 餐馆 美食 门票 旅行 民宿
    水费 电费 燃气 停水 停电 供暖 自来水 宽带 网速 快递 垃圾分类
    处罚 行政处罚 行政许可 行政复议 行政诉讼 执法 法院 诉讼 律师 公证 警察 报警 派出所 公安 判决
    市长 副市长 书记 局长姓名 副局长 局长简历 局领导 领导班子 领导名单 领导分工 简历 处长 科长 局长是谁 局长叫什么
    局长名字 谁是局长
    人大 人大代表 政协 提案 议案 建议提案 提案答复 会议纪要 纪要 党代会 纪委 纪检 监察 纪检监察 巡视 巡察 换届
    发布会 新闻发布会 记者会
    人工智能 大数据 云计算 区块链 元宇宙 机器人 无人机 芯片 半导体 集成电路 量子 量子计算 航天 卫星 生物医药 新能源
    新能源汽车 电动车 电动汽车 充电桩 光伏 风电 锂电池 核电 软件 软体 超算
    清华 清华大学 北大 北京大学 复旦 复旦大学 浙大 浙江大学 武大 武汉大学 上海交大 南京大学 中山大学 台大 港大
    小龙虾 龙虾 虾 养虾 对虾 虾苗 甲鱼 养甲鱼 乌龟 牛蛙 青蛙 鳗鱼 鲈鱼 鳜鱼 草鱼 鲤鱼 鲢鱼 黄颡鱼
    养蜂 蜜蜂 蜂蜜 蚕 养蚕 养兔 养狗 宠物 养鸽 蘑菇 食用菌 中药材 药材 花卉 大豆 花生 马铃薯 土豆 红薯 烟草 柑橘
    橙子 苹果 葡萄 草莓 桃树
    拖拉机 收割机 农机补贴 农机 农业机械 大棚 灌溉 水利 抽水
    电影 演唱会 彩票 体育 足球 健身 图书馆 博物馆 公园 广场舞
    扶贫 脱贫 落户 积分入户 户口迁移 人才引进补贴 居民 社区 物业费 驾校 诈骗 反诈 消防 保安 地铁站 出租 网购 退货
    快递员 外卖 微信支付 支付宝 信用 失信 黑名单 残疾人 残疾证 老年证 老人卡 孤儿 留守儿童 妇女 青年 共青团 工会
    党费 入党 党员 党建 退伍 退役军人 征兵 民兵 统战 宗教 民族 台胞 侨胞 外事 签约 仪式 中医 推拿 牙科 眼科 诊所
    药品 食品安全 疾控 献血 心理 义诊 住院 生病 感冒 癌症 狂犬 广场 电影院 剧院 舞蹈 音乐 文物 非遗 景区 游泳 游泳馆
    球场 马拉松 篮球 冠军 乐园 动物园 水库 堤坝 河长 防洪 抗旱 森林 林业 植树 野生动物 保护区 噪音 噪声 扬尘 雾霾
    环评 彩礼 家暴 婚假 产假 年假 放假 节假日 作息 加班 社工 志愿者 义工 油价 加油站 电价 水价 煤气 充电 路灯 井盖
    红绿灯 违建 城管 摆摊 市容 公厕 装修 电梯 数学 英语 语文 作文 奥数 竞赛 诺贝尔 诺贝尔奖 博士 硕士 研究生 留学
    毕业证 毕业设计 学位 幼师 家教 补习 出口 进口 关税 海关 外贸 外资 汇率 黄金 股市 上市 破产 债务 创投 风投 典当
    期货 理财
    论文查重 查重率 毕业论文 GDP 国内生产总值 生产总值 物价 通胀 常住人口 人口 人口普查 普查 城镇化 财政收入 失业率
    就业率 出生率 研发强度 招商引资 招商 外商 外商投资 优惠政策 招商政策 自贸区 开发区 经开区 保税区 工业园 科技馆
    天文馆 天文 专利年费 专利代理 商标注册 技术合同 技术合同登记 高企 高企认定 高新技术企业认定 瞪羚 独角兽 专精特新
    小巨人 孵化器 众创空间 创业大赛 科技奖 科技进步奖 科学技术奖 院士 院士工作站 博士后 重点实验室 揭榜挂帅 加计扣除
    创新券 科技贷 科协 火箭 物联网 大模型 算法 编程 智慧城市 数字经济 网络安全 基因 转基因 干细胞 石墨烯 氢能 储能
    碳中和 碳交易 补课 校服 食堂 暑假 寒假 夏令营 研学 高中 初中 专升本 自考 普通话 养老院 敬老院 高龄补贴 火化
    墓地 公墓 救济 慈善 捐款 红十字 社保局 人社局 民政局 教育局 公安局 财政局 税务局 住建局 卫健委 医保局 交通局
    农业局 农业农村局 水利局 环保局 生态环境局 市场监管局 工商局 统计局 审计局 发改委 发改局 经信局 工信局 商务局
    文旅局 文化局 体育局 信访局 司法局 林业局 畜牧局 国土局 自然资源局 规划局 城管局 招商局 气象局 烟草局 邮局 供电局
    检察院 街道办 居委会 汽车 买车 二手车 车险 修车 摩托车 淘宝 京东 抖音 快手 短视频 直播 直播带货 微商 游戏 小说
    电视剧 综艺 明星 星座 算命 菜谱 做饭 减肥 整容 理发 租车 机票 火车票 欠薪 讨薪 遗产 继承 火灾 爆炸 谣言 华为 腾讯
    阿里巴巴 百度 比亚迪 茅台 特斯拉 谷歌 微软 校长 省长 县长 主席 总理 总统 厅长 镇长 村长 村支书 一把手
    行政审批 办事指南 一网通办 政务服务中心 办证 盖章 公章 开证明 年检 信用代码 统一社会信用代码 三定方案
    权力清单 责任清单 负面清单 规范性文件 红头文件 人事任免 任免 遴选 选调 职称 职称评审 年终奖 绩效工资 公车 公务接待
    出国 出差 差旅 固定资产 政府债务 专项债 国企 国资 十四五 十五五 五年规划 工作要点 犯罪 坐牢 监狱 小偷 选举 战争
    军队 领导是谁 谁是领导 领导叫什么 局长叫啥 局长姓什么 局长姓啥 局长是哪位 领导姓名 领导班子成员 历任局长
    """.split()
)
ENGLISH_ELSEWHERE: Final = tuple(
    word.strip()
    for line in """
    social security, social insurance, pension, pensions, retirement, unemployment benefit, welfare, social welfare
    health insurance, medical insurance, hospital, nurse, hospitals, doctor, vaccine, vaccination, covid, coronavirus,
    pandemic, pharmacy
    housing, housing fund, house price, real estate, property, property tax, rent, mortgage, land sale, demolition
    passport, visa, visas, identity card, ID card, residence permit, driving licence, driver's license,
    vehicle registration, immigration
    marriage, divorce, birth certificate, adoption, funeral
    exam, exams, school enrolment, school enrollment, enrolment, enrollment, tuition, scholarship, kindergarten,
    internship, plagiarism check
    job, jobs, vacancy, vacancies, recruitment, employment, career, salary, salaries, wages, job vacancies
    tax, taxes, taxation, income tax, VAT, invoice, business licence, business license, company registration
    loan, loans, bank, banks, credit, insurance, interest rate, stock, bonds
    audit, procurement, tender, tenders, bidding, public procurement, three public expenses, final accounts
    weather, forecast, rain, temperature, typhoon, flood, air quality
    bus, buses, timetable, subway, metro, railway, station, airport, flight, flights, parking, taxi, traffic,
    highway
    hotel, hotels, restaurant, restaurants, tourist, tourism, tourist attractions, sightseeing, travel, tickets
    water bill, electricity bill, power cut, gas, heating, broadband, rubbish collection, garbage
    fine, penalty, court, lawsuit, lawyer, police, notary, permit, administrative penalty
    mayor, party secretary, minister, deputy director, director's name, head of the bureau, leadership,
    curriculum vitae, biography, who is the director
    people's congress, minutes, motion, election, elections, parliament, council
    press conference, press release, press releases, media briefing
    artificial intelligence, AI, big data, cloud computing, blockchain, robot, robots, robotics, drone, drones, chip,
    chips, semiconductor, semiconductors, quantum, satellite, biotech, electric car, electric cars, electric vehicle,
    solar, solar panels, wind power, battery, nuclear, software, app
    Tsinghua, Peking University, Harvard, Stanford, MIT, Oxford, Cambridge, Wuhan University
    crayfish, shrimp, shrimps, prawn, prawns, lobster, turtle, turtles, frog, frogs, bass, oyster
    bee, bees, honey, silkworm, rabbit, pet, pets, mushroom, mushrooms, herbs, flowers, soybean, peanut, potato,
    potatoes, tobacco, orange, apple, grape, strawberry
    tractor, tractors, harvester, greenhouse, irrigation
    cinema, movie, concert, lottery, sport, football, library, museum
    poverty, clinic, clinics, dentist, disabled, disability, veterans, army, religion, church, temple,
    festival tickets, swimming, gym, stadium, zoo, theatre, music, climate, climate change, embassy, consulate,
    customs, tariff, exports, import duty, currency, exchange rate, bicycle, bike, rental, car rental, apartment,
    elevator, dating, kindergartens, PhD, master's degree, scholarships, nursery, childcare,
    children's, adoption agency, volunteering, police station, fire brigade, petrol, fuel price, street lights,
    noise, smog, forestry, wildlife, dam, reservoir
    gross domestic product, CPI, inflation, population, census, unemployment, birth rate, FDI,
    foreign investment, foreign trade, investment promotion, preferential policy, preferential policies, tax break,
    tax breaks, free trade zone, development zone, incubator, unicorn, venture capital, academician, postdoc,
    internet of things, GMO, genetically modified, hydrogen, carbon trading, carbon neutral, smart city,
    cybersecurity, coding, video game, video games, crime, theft, prison, human rights, democracy, communist party,
    belt and road, governor, president, prime minister, Huawei, Tencent, Alibaba, Tesla, BYD, Google, Microsoft, IPO,
    bitcoin, car, cars, ferry, wifi, SIM card, flu, cancer, diabetes, surgery, mental health, recipe,
    recipes, menu, cooking, coffee, beer, wine, high school, primary school, boarding school, summer camp, wedding,
    cemetery, five-year plan, plagiarism, science museum, planetarium, war, murder
    """.splitlines()
    for word in line.split(",")
    if word.strip()
)
