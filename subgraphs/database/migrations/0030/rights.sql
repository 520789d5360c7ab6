-- Hiding and the lock (Articles 23, 24, 36 and 37): what subjects asked not to be displayed, and since when they let nothing of theirs be used by agreement.
-- zh: 隐藏与锁定（第二十三、二十四、三十六、三十七条）：信用主体要求不予展示的守信信息，以及其停止依协议共享的起止时间。

-- One row for each time that something was hidden. `shown_at`: when it was shown again.
create table rights.hiding (
  subject_id uuid not null,
  id uuid not null,
  held_in text not null,
  row_id uuid not null,
  hidden_at timestamptz not null,
  shown_at timestamptz,
  primary key (id)
);
create index hiding_row on rights.hiding (row_id);
create index hiding_subject on rights.hiding (subject_id);

-- One row for each lock. Its reason lies sealed in public_credit.text_whole.
create table rights.sharing_lock (
  subject_id uuid not null,
  id uuid not null,
  locked_at timestamptz not null,
  unlocked_at timestamptz,
  primary key (subject_id, id)
);
create unique index sharing_lock_open on rights.sharing_lock (subject_id) where unlocked_at is null;
