/**
 * Traditional characters of surnames and common given names with their simplified form, in pairs (General List of Simplified Chinese Characters, 1986;
 * Table of General Standard Chinese Characters, 2013). Only what stands in names and in the words before numbers: a text in traditional characters is not rewritten.
 */
/** 년 월 일 stand in Korean dates for 年 月 日. */
const PAIRS =
  '년年월月일日' +
  '證证護护號号碼码電电話话機机駕驾駛驶戶户區区縣县鄉乡樓楼單单職职員员當当罰罚訴诉處处經经營营負负責责聯联係系絡络執执業业編编檔档間间' +
  '陳陈張张劉刘黃黄趙赵吳吴孫孙楊杨許许鄭郑謝谢馮冯馬马羅罗鄧邓蕭萧葉叶蘇苏呂吕盧卢鍾钟鐘钟譚谭陸陆鄒邹趙赵龍龙龔龚嚴严賴赖韓韩湯汤賀贺錢钱倫伦樊樊韋韦閻阎閆闫顧顾賈贾' +
  '歐欧鮑鲍莊庄塗涂關关車车連连華华單单費费項项紀纪藍蓝溫温齊齐喬乔烏乌聶聂葛葛鄔邬婁娄鄺邝鄢鄢蔣蒋範范畢毕饒饶岑岑倪倪龐庞駱骆農农褚褚儲储衛卫買买萬万時时竇窦' +
  '諸诸葛葛東东偉伟國国強强勝胜軍军紅红麗丽芳芳傑杰豐丰慶庆寶宝貴贵榮荣蘭兰鳳凤鵬鹏飛飞雲云雯雯靜静潔洁燕燕瑩莹穎颖玲玲瓊琼媛媛嬌娇嫻娴婭娅學学愛爱義义禮礼達达遠远' +
  '進进運运輝辉銘铭鋒锋鑫鑫鋼钢銳锐錦锦鎮镇長长門门開开陽阳際际順顺預预頌颂顯显風风騰腾驍骁驥骥魯鲁鴻鸿麟麟龍龙誠诚詠咏詩诗諾诺謙谦賢贤贊赞躍跃輕轻瑋玮璽玺環环瑤瑶' +
  '筆笔節节純纯綺绮維维綠绿緒绪績绩繼继續续聖圣聲声聰聪肅肃興兴蓮莲薔蔷蘋苹處处術术補补親亲覺觉觀观訓训記记澤泽濤涛濱滨潤润漢汉滿满淵渊渾浑煥焕燦灿爾尔獻献珮佩' +
  '憲宪懷怀戰战揚扬敘叙暉晖曄晔曉晓條条業业樂乐樹树橋桥櫻樱權权歡欢歲岁歷历殿殿氣气沖冲決决淨净準准溝沟滄沧潛潜為为無无億亿優优儀仪俠侠倉仓個个側侧傳传備备' +
  '冊册劍剑勁劲動动務务勳勋勵励匯汇協协廳厅參参叢丛員员啟启嘯啸園园圓圆圖图團团堅坚墨墨報报壯壮壽寿夢梦奧奥婦妇嬋婵孝孝寧宁寶宝將将專专尋寻導导層层嵐岚島岛嶺岭巖岩帥帅師师帶带幫帮廣广應应彥彦後后從从德德恆恒悅悦惠惠';

export const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, index) => [PAIRS.charAt(index * 2), PAIRS.charAt(index * 2 + 1)]),
);
