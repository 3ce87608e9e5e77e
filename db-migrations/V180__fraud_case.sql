-- What customers say was not them. Of one card and one thing pointed at, one case is open at a time: the unique key sees
-- to that, since open_slot is 1 while the case is open and null afterwards.
create table fraud_case (
    id               bigint      not null primary key,
    customer_id      bigint      not null,
    card_id          bigint      not null,
    subject          varchar(16) character set ascii not null comment 'CARD, VERIFICATION, MESSAGE or ACTIVITY',
    subject_id       bigint      not null comment 'row pointed at; 0 for the card as a whole',
    reported_by      varchar(8)  character set ascii not null comment 'PORTAL or SMS',
    reported_at      datetime(3) not null,
    happened_at      datetime(3) null comment 'when the thing pointed at happened',
    what             varchar(64) character set ascii not null comment 'type of transaction, purpose of the message, kind of event',
    amount           bigint      null comment 'rial',
    merchant         varchar(60) null comment 'as the channel named it',
    terminal_id      varchar(40) character set ascii collate ascii_bin null,
    state            varchar(8)  character set ascii not null comment 'OPEN or CLOSED',
    open_slot        tinyint     null,
    unique key fraud_case_once (card_id, subject, subject_id, open_slot),
    key fraud_case_of_customer (customer_id, id),
    key fraud_case_waiting (state, id)
) engine = InnoDB default charset = utf8mb4;

-- What staff wrote about a case. Rows are added and never changed.
create table fraud_case_note (
    id         bigint       not null primary key,
    case_id    bigint       not null,
    written_at datetime(3)  not null,
    author     varchar(64)  not null,
    text_sealed varbinary(4300) not null,
    key fraud_case_note_of_case (case_id, id),
    constraint fraud_case_note_case foreign key (case_id) references fraud_case (id)
) engine = InnoDB default charset = utf8mb4;
