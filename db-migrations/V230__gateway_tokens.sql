-- Tokens for account passwords and sign-ins at gateways (S10.2 to S10.6, S10.18 to S10.25): stock, issue, life, links.
create table gateway_token (
    id              bigint         not null primary key,
    branch          varchar(6)     character set ascii not null,
    serial_sealed   varbinary(128) not null,
    serial_hash     binary(32)     not null,
    -- IN_STOCK, ISSUED to a customer, ACTIVE on a phone, DEAD
    state           varchar(8)     character set ascii not null,
    customer_id     bigint         null,
    -- The activation code that went by SMS; null but while ISSUED.
    code_sealed     varbinary(256) null,
    code_expires_at datetime(3)    null,
    code_tries      smallint       not null default 0,
    proof_tries     smallint       not null default 0,
    -- Public key of the phone that won the claim; not a secret. With it the key is drawn.
    claim_key       char(87)       character set ascii collate ascii_bin null,
    ref_sealed      varbinary(256) null,
    ref_hash        binary(32)     null,
    -- Leaves the row when the token dies.
    key_sealed      varbinary(512) null,
    algorithm       varchar(8)     null,
    digits          tinyint        null,
    period_seconds  smallint       null,
    phone_name_hash binary(32)     null,
    device_hash     binary(32)     null,
    device_name     varchar(40)    null,
    last_step       bigint         not null default -1,
    recent_steps    varchar(400)   character set ascii not null default '',
    drift_steps     smallint       not null default 0,
    created_at      datetime(3)    not null,
    issued_at       datetime(3)    null,
    activated_at    datetime(3)    null,
    last_used_at    datetime(3)    null,
    last_refused_at datetime(3)    null,
    dead_at         datetime(3)    null,
    unique key gateway_token_serial (serial_hash),
    unique key gateway_token_ref (ref_hash),
    unique key gateway_token_phone (phone_name_hash),
    key gateway_token_branch (branch, state, id),
    key gateway_token_customer (customer_id, id)
) engine = InnoDB default charset = utf8mb4;

-- What a token's codes count for (S10.4). At most one living link of a customer and a scope.
create table gateway_link (
    id          bigint      not null primary key,
    token_id    bigint      not null,
    customer_id bigint      not null,
    scope       varchar(8)  character set ascii not null,
    live_slot   tinyint     null,
    wrong_codes smallint    not null default 0,
    locked_at   datetime(3) null,
    linked_at   datetime(3) not null,
    unlinked_at datetime(3) null,
    unique key gateway_link_one_live (customer_id, scope, live_slot),
    key gateway_link_token (token_id)
) engine = InnoDB default charset = utf8mb4;

-- The accounts of a living link of scope ACCOUNT, by which a channel may name it.
create table gateway_account (
    id            bigint         not null primary key,
    link_id       bigint         not null,
    bank          varchar(40)    character set ascii not null,
    number_sealed varbinary(128) not null,
    number_hash   binary(32)     not null,
    unique key gateway_account_number (bank, number_hash),
    key gateway_account_link (link_id)
) engine = InnoDB default charset = utf8mb4;

-- What happened to a token; rows are only added.
create table gateway_event (
    id          bigint       not null primary key,
    token_id    bigint       not null,
    happened_at datetime(3)  not null,
    kind        varchar(40)  character set ascii not null,
    actor       varchar(64)  not null,
    scopes      varchar(40)  character set ascii not null default '',
    note        varchar(200) not null default '',
    key gateway_event_token (token_id, id)
) engine = InnoDB default charset = utf8mb4;

-- One row for each question of a channel about an account or gateway password; as `verification` for cards.
create table gateway_verification (
    id               bigint      not null primary key,
    channel          varchar(40) not null,
    request_id       varchar(64) character set ascii collate ascii_bin not null,
    request_digest   binary(32)  not null comment 'keyed: it covers a subject and a code',
    asked_at         datetime(3) not null,
    verdict          varchar(8)  not null,
    reason           varchar(24) not null,
    customer_id      bigint      null comment 'null: nobody is known by what was sent, or nothing is linked',
    token_id         bigint      null,
    scope            varchar(8)  character set ascii not null,
    transaction_type varchar(20) not null,
    amount           bigint      not null,
    merchant_id      varchar(40) character set ascii collate ascii_bin not null,
    terminal_id      varchar(40) character set ascii collate ascii_bin not null,
    unique key gateway_verification_request (channel, request_id),
    key gateway_verification_customer (customer_id, id),
    key gateway_verification_age (asked_at)
) engine = InnoDB default charset = utf8mb4;
