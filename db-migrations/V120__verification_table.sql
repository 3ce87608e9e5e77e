-- One row for each question a channel asked. The unique key makes a question count once, on any number of nodes.

create table verification (
    id bigint not null primary key,
    channel varchar(40) not null,
    request_id varchar(64) character set ascii collate ascii_bin not null,
    request_digest binary(32) not null comment 'keyed: it covers a card number and a code',
    asked_at datetime(3) not null,
    verdict varchar(8) not null,
    reason varchar(24) not null,
    detail_a bigint null,
    detail_b bigint null,
    card_id bigint null comment 'null: a card the portal does not know',
    kind varchar(8) not null,
    transaction_type varchar(20) not null,
    amount bigint not null,
    merchant_id varchar(40) character set ascii collate ascii_bin not null,
    terminal_id varchar(40) character set ascii collate ascii_bin not null,
    unique key verification_request (channel, request_id),
    key verification_of_card (card_id, id)
) engine = InnoDB default charset = utf8mb4;
