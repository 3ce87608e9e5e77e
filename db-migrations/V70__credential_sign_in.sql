-- User names and password hashes. The name is unique without regard to case; the hash is Argon2id over a peppered MAC.
create table credential (
    customer_id         bigint       not null primary key,
    user_name           varchar(32)  character set ascii not null,
    user_name_canonical varchar(32)  character set ascii collate ascii_bin not null,
    password_hash       varchar(255) character set ascii collate ascii_bin not null,
    changed_at          datetime(3)  not null,
    unique key credential_user_name (user_name_canonical),
    constraint credential_customer foreign key (customer_id) references customer (id)
) engine = InnoDB default charset = utf8mb4;

-- Growing waits. The subject is a keyed hash of an account, a known device or an address, whether or not it exists.
create table sign_in_wait (
    subject  binary(32)  not null primary key,
    failures int         not null,
    last_at  datetime(3) not null,
    open_at  datetime(3) not null,
    key sign_in_wait_age (last_at)
) engine = InnoDB default charset = utf8mb4;

-- Browsers that were proven by an SMS code once; only a keyed hash of the cookie is here.
create table known_device (
    id           bigint      not null primary key,
    customer_id  bigint      not null,
    key_hash     binary(32)  not null,
    created_at   datetime(3) not null,
    last_used_at datetime(3) not null,
    expires_at   datetime(3) not null,
    unique key known_device_key (key_hash),
    key known_device_customer (customer_id),
    constraint known_device_customer_id foreign key (customer_id) references customer (id)
) engine = InnoDB default charset = utf8mb4;

-- One texted code each. The code is derived from id and nonce with a key outside the database and stands nowhere.
-- A row that is not genuine belongs to data that match nobody: no SMS went out and no code is ever right.
create table sms_challenge (
    id              bigint      not null primary key,
    key_hash        binary(32)  null,
    purpose         varchar(20) character set ascii not null,
    customer_id     bigint      null,
    device_id       bigint      null,
    genuine         boolean     not null,
    nonce           binary(16)  not null,
    code_expires_at datetime(3) not null,
    resend_at       datetime(3) not null,
    ends_at         datetime(3) not null,
    tries           int         not null,
    tries_max       int         not null,
    used_at         datetime(3) null,
    unique key sms_challenge_key (key_hash),
    key sms_challenge_customer (customer_id, id),
    key sms_challenge_age (ends_at)
) engine = InnoDB default charset = utf8mb4;

-- The stored ways back after a lost user name or password: CODE, then PASSWORD (only for a lost password), then DONE.
create table recovery (
    id            bigint         not null primary key,
    key_hash      binary(32)     not null,
    kind          varchar(12)    character set ascii not null,
    step          varchar(12)    character set ascii not null,
    customer_id   bigint         null,
    challenge_id  bigint         not null,
    mobile_sealed varbinary(128) not null,
    limit_hash    binary(32)     not null,
    locale        varchar(8)     character set ascii not null,
    ends_at       datetime(3)    not null,
    unique key recovery_key (key_hash),
    key recovery_age (ends_at)
) engine = InnoDB default charset = utf8mb4;
