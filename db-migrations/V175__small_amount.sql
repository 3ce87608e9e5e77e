-- Small payments with the static second password: who accepted the risk, and what was used of it (I8).
create table small_amount_consent (
    card_id      bigint      not null primary key,
    customer_id  bigint      not null,
    text_version varchar(16) character set ascii not null comment 'which wording of the risk was accepted',
    consented_at datetime(3) not null
) engine = InnoDB default charset = utf8mb4;

create table small_amount_use (
    id             bigint      not null primary key,
    channel        varchar(40) character set ascii collate ascii_bin not null,
    request_id     varchar(64) character set ascii collate ascii_bin not null,
    request_digest binary(32)  not null comment 'keyed: it covers a card number',
    card_id        bigint      null,
    amount         bigint      not null,
    allowed        boolean     not null,
    asked_at       datetime(3) not null,
    unique key small_amount_use_once (channel, request_id),
    key small_amount_use_of_card (card_id, asked_at)
) engine = InnoDB default charset = utf8mb4;
