-- Corrections of the registered mobile number, from the second person's approval on. One runs for a customer at a time.
create table number_change (
    id            bigint      not null primary key,
    approval_id   bigint      not null,
    customer_id   bigint      not null,
    state         varchar(12) character set ascii not null
        comment 'WRITING, COOLING, DONE, TAKING_BACK, TAKEN_BACK or FAILED',
    old_sealed    varbinary(255) not null,
    old_hash      binary(32)  not null,
    new_sealed    varbinary(255) not null,
    new_hash      binary(32)  not null,
    reply_number  varchar(20) character set ascii not null comment 'where the old number texts to cancel; empty: nowhere',
    approved_at   datetime(3) not null,
    written_at    datetime(3) null,
    cooling_until datetime(3) null,
    ended_at      datetime(3) null,
    tries         int         not null default 0,
    next_try_at   datetime(3) not null,
    claim         bigint      null,
    claimed_until datetime(3) null,
    failure       varchar(40) character set ascii null,
    open_slot     tinyint     null comment '1 until it is over',
    unique key number_change_approval (approval_id),
    unique key number_change_open (customer_id, open_slot),
    key number_change_due (state, next_try_at),
    key number_change_old (old_hash, state)
) engine = InnoDB default charset = utf8mb4;
