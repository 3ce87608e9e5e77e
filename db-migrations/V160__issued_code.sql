-- Codes the bank made on request. The code itself stands nowhere: it is derived from the row with a key of the vault.
create table issued_code (
    id               bigint       not null primary key,
    card_id          bigint       not null,
    kind             varchar(6)   not null,
    channel          varchar(12)  not null,
    state            varchar(8)   not null comment 'LIVE, USED, BURNT, REPLACED',
    digits           tinyint      not null,
    nonce            char(32)     character set ascii not null,
    -- What it pays for; null where it is good for any payment of this card.
    transaction_type varchar(20)  null,
    amount           bigint       null,
    merchant_id      varchar(40)  character set ascii collate ascii_bin null,
    terminal_id      varchar(40)  character set ascii collate ascii_bin null,
    made_at          datetime(3)  not null,
    expires_at       datetime(3)  not null,
    over_at          datetime(3)  null,
    key issued_code_of_card (card_id, kind, expires_at),
    key issued_code_expiry (expires_at),
    constraint issued_code_state check (state in ('LIVE', 'USED', 'BURNT', 'REPLACED'))
) engine = InnoDB default charset = utf8mb4;
