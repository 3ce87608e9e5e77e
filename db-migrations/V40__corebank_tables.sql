-- What the bank says about its customers, filled by the CSV import (S1.11). Personal values are sealed; a keyed hash
-- stands beside those that are looked up.

create table corebank_customer (
    id                 bigint         not null primary key,
    national_id_sealed varbinary(128) not null,
    national_id_hash   binary(32)     not null,
    name_fa_sealed     varbinary(512) not null,
    name_en_sealed     varbinary(512) not null,
    birth_date_sealed  varbinary(128) not null,
    mobile_sealed      varbinary(128) not null,
    unique key corebank_customer_national_id (national_id_hash)
) engine = InnoDB default charset = utf8mb4;

create table corebank_card (
    id               bigint         not null primary key,
    number_sealed    varbinary(128) not null,
    number_hash      binary(32)     not null,
    owner_sealed     varbinary(128) not null,
    owner_hash       binary(32)     not null,
    holder_fa_sealed varbinary(512) not null,
    holder_en_sealed varbinary(512) not null,
    expiry_year      smallint       not null,
    expiry_month     tinyint        not null,
    product          varchar(20)    not null,
    active           boolean        not null,
    unique key corebank_card_number (number_hash),
    key corebank_card_owner (owner_hash)
) engine = InnoDB default charset = utf8mb4;

create table corebank_account (
    id            bigint         not null primary key,
    bank          varchar(40)    not null,
    number_sealed varbinary(128) not null,
    number_hash   binary(32)     not null,
    owner_sealed  varbinary(128) not null,
    owner_hash    binary(32)     not null,
    kind          varchar(20)    not null,
    balance       bigint         not null,
    unique key corebank_account_number (bank, number_hash),
    key corebank_account_owner (owner_hash)
) engine = InnoDB default charset = utf8mb4;

create table corebank_movement (
    id              bigint         not null primary key,
    account_id      bigint         not null,
    reference       varchar(40)    not null,
    booked_at       datetime(3)    not null,
    kind            varchar(20)    not null,
    direction       varchar(10)    not null,
    amount          bigint         not null,
    balance_after   bigint         not null,
    party_fa_sealed varbinary(512) not null,
    party_en_sealed varbinary(512) not null,
    unique key corebank_movement_reference (account_id, reference),
    key corebank_movement_latest (account_id, booked_at),
    constraint corebank_movement_account foreign key (account_id) references corebank_account (id)
) engine = InnoDB default charset = utf8mb4;
