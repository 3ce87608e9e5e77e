-- The bank's staff. Names and national IDs are sealed; the hash beside the ID keeps one row for one person.
create table branch (
    code    varchar(6)   character set ascii not null primary key,
    name_fa varchar(100) not null,
    name_en varchar(100) not null
) engine = InnoDB default charset = utf8mb4;

create table staff_member (
    id                 bigint         not null primary key,
    user_name          varchar(32)    character set ascii collate ascii_bin not null,
    name_fa_sealed     varbinary(512) not null,
    name_en_sealed     varbinary(512) not null,
    national_id_sealed varbinary(128) not null,
    national_id_hash   binary(32)     not null,
    role               varchar(20)    character set ascii not null,
    branch             varchar(6)     character set ascii null,
    active             boolean        not null,
    created_at         datetime(3)    not null,
    unique key staff_member_user_name (user_name),
    unique key staff_member_national_id (national_id_hash)
) engine = InnoDB default charset = utf8mb4;

-- How a member proves to be it. In a table of its own: a sign-in must not wait for deeds that hold the member's row.
create table staff_credential (
    staff_id            bigint         not null primary key,
    password_hash       varchar(255)   character set ascii collate ascii_bin null,
    password_changed_at datetime(3)    null,
    key_sealed          varbinary(128) null comment 'of the authenticator in use',
    last_step           bigint         not null default 0 comment 'newest time step that was used; never goes back',
    new_key_sealed      varbinary(128) null comment 'shown as a QR code and not proven yet',
    invitation_hash     binary(32)     null,
    invited_until       datetime(3)    null,
    unique key staff_credential_invitation (invitation_hash),
    constraint staff_credential_member foreign key (staff_id) references staff_member (id)
) engine = InnoDB default charset = utf8mb4;
