-- Leaves that are no entries, with which each interval of the ledger is filled, so that its size counts nothing (Article 23). Salt and content open the
-- commitment that the leaf is made from. The content is empty, or in one leaf an interval the number of its entries.
create table ledger.padding (
  leaf_index bigint not null,
  salt bytea not null,
  content text not null,
  primary key (leaf_index)
);
