-- A standard may say after how many months on its list restoration is applied for (Article 40); those of serious untrustworthiness where it does not.
-- zh: 认定标准可以规定列入名单后申请信用修复的最短月数（第四十条）；未规定的，适用严重失信的期限。
alter table sanctions.standard add column restoration_months int;
