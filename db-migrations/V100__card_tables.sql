-- Cards the portal knows, and the state of the two passwords of each.

create table card (
    id bigint not null primary key,
    pan_sealed varbinary(255) not null,
    pan_hash binary(32) not null,
    owner_hash binary(32) not null comment 'look-up hash of the national ID of the owner',
    customer_id bigint null comment 'the portal customer who saw this card last among his own',
    issuer varchar(40) not null comment 'key of the issuer profile',
    product varchar(16) not null comment 'NORMAL or GIFT',
    holder_name varchar(120) not null,
    expiry_year smallint not null comment 'Jalali',
    expiry_month tinyint not null comment 'Jalali, good until the end of this month',
    active boolean not null comment 'the bank lets this card be used',
    created_at datetime(3) not null,
    unique key card_pan (pan_hash),
    key card_of_customer (customer_id)
) engine = InnoDB default charset = utf8mb4;

-- failed_attempts counts wrong codes in a row. It is raised before a code is looked at and taken back when the code
-- turns out right, so that parallel guesses can never be evaluated more often than the limit allows.
create table card_password (
    card_id bigint not null,
    kind varchar(8) not null comment 'FIRST or SECOND',
    state varchar(8) not null comment 'STATIC, DYNAMIC or LOCKED',
    state_since datetime(3) null,
    frozen_at datetime(3) null,
    failed_attempts smallint not null default 0,
    last_accepted_at datetime(3) null,
    channels varchar(80) null comment 'channels switched on, comma between; null: all the profile offers',
    life_seconds smallint null comment 'null: as the profile says',
    amount_cap bigint null comment 'rial; null: none',
    primary key (card_id, kind),
    constraint card_password_card foreign key (card_id) references card (id),
    constraint card_password_kind check (kind in ('FIRST', 'SECOND')),
    constraint card_password_state check (state in ('STATIC', 'DYNAMIC', 'LOCKED')),
    constraint card_password_attempts check (failed_attempts >= 0)
) engine = InnoDB default charset = utf8mb4;
