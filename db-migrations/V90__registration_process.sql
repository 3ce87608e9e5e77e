-- Sign-ups on their way. The step only ever moves on, by updates that name the step they expect (S1.2 to S1.10).
create table registration_process (
    id                 bigint         not null primary key,
    key_hash           binary(32)     not null,
    step               varchar(12)    character set ascii not null,
    ended_because      varchar(24)    character set ascii null,
    national_id_sealed varbinary(128) not null,
    mobile_sealed      varbinary(128) not null,
    locale             varchar(8)     character set ascii not null,
    challenge_id       bigint         not null,
    terms_version      varchar(32)    character set ascii null,
    terms_locale       varchar(8)     character set ascii null,
    name_tries         int            not null,
    ends_at            datetime(3)    not null,
    unique key registration_process_key (key_hash),
    key registration_process_age (ends_at)
) engine = InnoDB default charset = utf8mb4;

-- Wrong cards, per person and day. The person is a keyed hash of the national ID.
create table registration_card_tries (
    person binary(32) not null,
    day    date       not null,
    tries  int        not null,
    primary key (person, day)
) engine = InnoDB default charset = utf8mb4;
