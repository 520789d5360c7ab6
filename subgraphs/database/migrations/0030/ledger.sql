-- What was hidden, is shown again and hidden once more is told once more (Article 37): notices say how often it had been shown again.
-- zh: 隐藏后恢复展示又再次隐藏的，再次通知（第三十七条）：通知记载此前恢复展示的次数。

alter table ledger.change add column again int not null default 0;
create unique index change_once_more on ledger.change (recipient, record_id, version, kind, again);
drop index ledger.change_once;
