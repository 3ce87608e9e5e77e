-- The simulated phones of the trial. The texts hold real codes of the trial: sealed like everything else.
create table simulator_inbox (
    id          bigint          not null primary key,
    message_id  bigint          not null,
    number      varbinary(64)   not null,
    number_hash binary(32)      not null,
    body        varbinary(6200) not null,
    received_at datetime(3)     not null,
    unique key simulator_inbox_once (message_id),
    key simulator_inbox_of_number (number_hash, id)
) engine = InnoDB default charset = utf8mb4;
