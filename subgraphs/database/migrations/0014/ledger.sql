-- What a unit was told of those whom it watches is found by key: the entries of others, and of other subjects, are never walked over, since the time of
-- an acknowledgement would count them (Article 23). Few entries are told by a feed, so that the others cost nothing more.
create index disclosure_told on ledger.disclosure (subject_id, unit) where (bases -> 0) ->> 'article' = '6';
