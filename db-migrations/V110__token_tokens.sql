-- Authenticator tokens. The key leaves the row when the token dies.
create table token (
    id             bigint         not null primary key,
    customer_id    bigint         not null,
    card_id        bigint         not null,
    kind           varchar(6)     not null,
    way            varchar(20)    not null,
    state          varchar(8)     not null,
    -- 1 while ACTIVE, else null: the database refuses a second active token of one password.
    active_slot    tinyint        null,
    key_sealed     varbinary(512) null,
    algorithm      varchar(8)     not null,
    digits         tinyint        not null,
    period_seconds smallint       not null,
    -- The highest accepted step; -1 before the first.
    last_step      bigint         not null default -1,
    -- The latest accepted steps, newest first, comma separated: needed when a clock was set back (RFC 6238, 5.2).
    recent_steps   varchar(400)   character set ascii not null default '',
    drift_steps    smallint       not null default 0,
    label          varchar(40)    null,
    created_at     datetime(3)    not null,
    activated_at   datetime(3)    null,
    last_used_at   datetime(3)    null,
    dead_at        datetime(3)    null,
    unique key token_one_active (card_id, kind, active_slot),
    key token_dead (state, dead_at)
) engine = InnoDB default charset = utf8mb4;
