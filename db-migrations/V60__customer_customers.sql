-- Who signed up. Personal data are sealed; the hashes beside them are keyed (design section 7).
create table customer (
    id                   bigint         not null primary key,
    national_id_sealed   varbinary(128) not null,
    national_id_hash     binary(32)     not null,
    mobile_sealed        varbinary(128) not null,
    mobile_hash          binary(32)     not null,
    name_fa_sealed       varbinary(512) not null,
    name_en_sealed       varbinary(512) not null,
    locale               varchar(8)     not null,
    second_factor_always boolean        not null,
    registered_at        datetime(3)    not null,
    unique key customer_national_id (national_id_hash),
    key customer_mobile (mobile_hash)
) engine = InnoDB default charset = utf8mb4;

-- Which text somebody agreed to. The hash is of the text shown, so that it can be proven later (S1.6).
create table terms_acceptance (
    customer_id bigint      not null,
    version     varchar(32) character set ascii not null,
    locale      varchar(8)  character set ascii not null,
    text_hash   char(64)    character set ascii not null,
    accepted_at datetime(3) not null,
    primary key (customer_id, version),
    constraint terms_acceptance_customer foreign key (customer_id) references customer (id)
) engine = InnoDB default charset = utf8mb4;

-- The inbox in the portal. Details are named arguments of a translated text and hold no secret.
create table notice (
    id          bigint        not null primary key,
    customer_id bigint        not null,
    kind        varchar(64)   character set ascii not null,
    details     varchar(2000) not null,
    created_at  datetime(3)   not null,
    read_at     datetime(3)   null,
    key notice_inbox (customer_id, id),
    constraint notice_customer foreign key (customer_id) references customer (id)
) engine = InnoDB default charset = utf8mb4;
