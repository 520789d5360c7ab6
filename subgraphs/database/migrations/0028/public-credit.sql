-- Records know by which class and from which day their display is reckoned, and the earlier end that their provider stated (Article 37 §2), so that a new
-- table of periods moves them unopened. What ends is found by its last day. Records of before keep their ends.
-- zh: 记录载明公示期限所依的类别、起算日和提供单位自定的较早截止日（第三十七条第二款），期限表变更时无需解封即可调整；按截止日查找到期信息，已有记录截止日不变。

alter table public_credit.record add column display_class text, add column display_from date, add column stated_until date;
create index record_ends on public_credit.record (displayed_until) where current and display <> 'ARCHIVED' and displayed_until is not null;
create index record_display_class on public_credit.record (display_class, display_from, id)
  where current and display <> 'ARCHIVED' and display_class is not null;
