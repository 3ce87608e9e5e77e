-- What a phone with an active token asks (docs/protocol/phone.md).
alter table token
    -- SHA-256 of the name that a phone computes out of its key; null until the token was proven.
    add column phone_name_hash binary(32) null after pin_bound,
    -- SHA-256 of the 128 random bits of the device that holds the token (S10.23); null until one has told them.
    add column device_hash binary(32) null after phone_name_hash,
    -- Whether its own phone gave it back.
    add column given_back boolean not null default false after dead_at,
    add unique key token_phone_name (phone_name_hash);

-- The token that a new phone is to take over from; a move is over when that one is dead.
alter table activation
    add column moves_token_id bigint null after token_id;

-- A request counts once: the code over it is kept until its time has passed for good.
create table phone_request (
    mac     binary(32)  not null primary key,
    seen_at datetime(3) not null,
    key phone_request_seen (seen_at)
) engine = InnoDB default charset = utf8mb4;

-- The wish to put a new phone in the place of one that is not at hand, where the bank lets such a wish wait.
create table new_phone_wish (
    card_id     bigint      not null,
    kind        varchar(6)  not null,
    customer_id bigint      not null,
    wished_at   datetime(3) not null,
    from_at     datetime(3) not null,
    primary key (card_id, kind),
    key new_phone_wish_from (from_at)
) engine = InnoDB default charset = utf8mb4;

-- Wrong codes sent with a card number, per network; a keyed hash stands for its address.
create table claim_network (
    activation_id bigint   not null,
    network       char(43) character set ascii collate ascii_bin not null,
    tries         smallint not null,
    primary key (activation_id, network)
) engine = InnoDB default charset = utf8mb4;
