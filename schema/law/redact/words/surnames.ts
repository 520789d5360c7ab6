/**
 * Surnames: 百家姓, the first four hundred of the census of 2010 (Ministry of Public Security, 全国姓名报告). Those that are also words of grammar are set apart: before such a character more must speak for a name.
 */
const list = (characters: string): ReadonlySet<string> => new Set(characters);

/** Seldom the beginning of another word. */
export const SURE_SURNAMES = list(
  '敬苟禚呙皋丛矫玄冼丁乜亓亢仇仉仝佘佟佴侯俞倪傅储冀冉冮冯冼刘匡卞卢厍吕吴咸哈唐夔妫姚姜姬娄孙孟宋宓宦寇尉尚尹屈屠岑岳崔嵇巩巫庄庞庹庾廖张弭彭徐慕戢戴扈敖於昌昝晁晋晏暴曹曾朱李杜杨柏柳栗栾桑梁樊欧殳殷毕汪汲沈涂滕漆潘濮濯' +
    '焦熊牟王璩甄甯盖眭瞿祁祝禹秦窦笪籍糜綦缑缪罗羿翁翟耿聂肖胡臧芦苏苗范茹荀荆荤莘莫萧董蒋蒙蒯蓟蔚蔡蔺薛虞袁裴褚覃訾詹许谢谭贲贺贾赵辛迟逄逊逮逯邓邗邝邢邬邰邱邴邵邸邹郁郇郎郏郐郑郗郜郝郤郦郭郸鄂鄢酆钟钭钮' +
    '闫闳闵闻阎阙阚阮陆陈隋隗雍霍靖靳鞠韦韩顾骆魏鲁鲜麦麴黎龚',
);

/** The beginning of many other words too. */
export const OTHER_SURNAMES = list(
  '修候宁万严丰么乌乐乔云仁仗付仰仲任伊伍伏佐何余兰关冒冶冷凌凤刁刑刚勾华卓卜卫危历厉原古台史叶司吉周喜喻堵夏奚孔季安宗官宛宣宫容寿封尤展山巢左巴帅席常康廉弘惠戈戎战戚房扎招揭文方施易景智暨曲木朴权杭林柯柴桂桓' +
    '梅植楚檀武段毋毛江池汤沙洪浦海淡温游湛满燕牛狄琴甘田申白皮盘盛石祖禄程穆章童竺符简米粟索练羊胥舒艾芮苑英茅荣葛蒲蓝蓬薄融裘褶解诸谈谷豆贝贡费赖路车那金鉴钱银阳阴陶隆雨雷青韶项颜饶马高鱼鲍鹿麻黄齐龙',
);

/** Words of grammar and of every sentence, which are surnames too. */
export const WORDS_TOO = list(
  '区经由代东习于井仓代位元充党全公养农初利别劳包单占印双向和商国娜宰家宿富居师干平年幸广应弓强怀思慎成扶支时明月有束松查步水沃滑牧班生益秋空管红纪终能花苍衡言计越边连通都锁门须黑',
);
