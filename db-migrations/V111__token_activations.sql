-- Activations: how a key is on its way to a phone.
create table activation (
    id              bigint          not null primary key,
    -- SHA-256 of the 128 random bits by which a phone names the activation.
    ref_hash        binary(32)      not null,
    customer_id     bigint          not null,
    card_id         bigint          not null,
    token_id        bigint          not null,
    kind            varchar(6)      not null,
    way             varchar(20)     not null,
    state           varchar(10)     not null,
    -- 1 while not over, else null: at most one live activation per password.
    live_slot       tinyint         null,
    -- What the screen may show; null as soon as a screen has taken it.
    handover_sealed varbinary(2048) null,
    -- The part or code that goes by SMS, kept so that a repeat says the same; null when over.
    sms_sealed      varbinary(512)  null,
    -- Public key of the phone that won the claim, base64url; not a secret.
    claim_key       char(87)        character set ascii collate ascii_bin null,
    device_name     varchar(40)     null,
    code_tries      smallint        not null default 0,
    proof_tries     smallint        not null default 0,
    created_at      datetime(3)     not null,
    visible_until   datetime(3)     not null,
    expires_at      datetime(3)     not null,
    over_at         datetime(3)     null,
    unique key activation_ref (ref_hash),
    unique key activation_one_live (card_id, kind, live_slot),
    key activation_customer (customer_id, created_at),
    key activation_expiry (live_slot, expires_at),
    key activation_over (over_at)
) engine = InnoDB default charset = utf8mb4;
