-- Persons act for credit subjects under mandates, and entries of the ledger name who acted. Entries of before stand as they are.
-- zh: 受托人可以凭委托代信用主体办理，披露日志载明由谁办理；此前的条目不变。

-- `agent` is the pseudonym that the agent has for the subject, so that an entry whose content is proven joins nobody who acts for two. Entries of before have
-- neither, and their leaves stand.
alter table ledger.disclosure add column mandate uuid, add column agent text;
