-- What a branch can do for a password, and the count that unlocking does not start again: wrong codes since the last
-- right one or the last new binding (NIST 800-63B-4: at most 100 in all).
alter table card_password
    add column wrong_in_row int not null default 0,
    add column locked_from varchar(8) character set ascii null comment 'state before LOCKED',
    add column emergency_channels varchar(80) character set ascii null comment 'ways in place of the app, comma between',
    add column emergency_until datetime(3) null;

create table emergency_access (
    id          bigint      not null primary key,
    approval_id bigint      not null,
    customer_id bigint      not null,
    card_id     bigint      not null,
    kind        varchar(8)  character set ascii not null,
    channels    varchar(80) character set ascii not null,
    begun_at    datetime(3) not null,
    until       datetime(3) not null,
    ended_at    datetime(3) null,
    unique key emergency_access_approval (approval_id),
    key emergency_access_due (ended_at, until),
    key emergency_access_of_card (card_id, id)
) engine = InnoDB default charset = utf8mb4;
