-- What ATMs asked for and were answered, so that a repeated request gets the same answer and does nothing again. An
-- answer may hold a part of a key: it is sealed, and the row goes after a day.
create table terminal_request (
    id             bigint          not null primary key,
    channel        varchar(40)     not null,
    request_id     varchar(64)     character set ascii collate ascii_bin not null,
    request_digest binary(32)      not null comment 'keyed: it covers a card number and a PIN',
    card_id        bigint          not null,
    terminal_id    varchar(40)     character set ascii collate ascii_bin not null,
    action         varchar(20)     not null,
    result         varchar(10)     not null,
    answer_sealed  varbinary(8192) not null,
    asked_at       datetime(3)     not null,
    unique key terminal_request_id (channel, request_id),
    key terminal_request_of_card (card_id, asked_at),
    key terminal_request_age (asked_at)
) engine = InnoDB default charset = utf8mb4;
