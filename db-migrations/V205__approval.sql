-- What one member of staff proposes and another decides. The row is found waiting once: one conditional update decides.
create table approval (
    id             bigint      not null primary key,
    kind           varchar(40) character set ascii not null,
    customer_id    bigint      null,
    card_id        bigint      null,
    branch         varchar(6)  character set ascii null comment 'of who proposed it; null: of no branch',
    state          varchar(10) character set ascii not null comment 'WAITING, APPROVED, REFUSED, WITHDRAWN or EXPIRED',
    maker_id       bigint      not null,
    checker_id     bigint      null,
    proposed_at    datetime(3) not null,
    expires_at     datetime(3) not null,
    decided_at     datetime(3) null,
    shown_sealed   varbinary(8000) not null comment 'facts and consequences, as JSON',
    payload_sealed varbinary(8000) null comment 'what the deed needs, as JSON; gone once it is decided',
    note_sealed    varbinary(2200) null,
    same_hash      binary(32)  not null comment 'keyed hash of kind, subject and payload',
    open_slot      tinyint     null comment '1 while it waits: the same is not proposed twice',
    unique key approval_same (same_hash, open_slot),
    key approval_waiting (state, expires_at),
    key approval_of_branch (branch, state, id),
    key approval_of_customer (customer_id, id),
    constraint approval_two_people check (checker_id is null or checker_id <> maker_id)
) engine = InnoDB default charset = utf8mb4;
