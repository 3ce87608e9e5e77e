-- Registered channels of the bank and their bearer keys; several keys of a client may live at once for a while, so that
-- a key can be rotated without a pause.

create table channel_client (
    id varchar(40) character set ascii collate ascii_bin not null primary key,
    name varchar(80) not null,
    scopes varchar(200) not null comment 'comma between',
    created_at datetime(3) not null,
    revoked_at datetime(3) null
) engine = InnoDB default charset = utf8mb4;

create table channel_key (
    id bigint not null primary key,
    client_id varchar(40) character set ascii collate ascii_bin not null,
    key_mac binary(32) not null,
    created_at datetime(3) not null,
    expires_at datetime(3) not null,
    key channel_key_of_client (client_id),
    constraint channel_key_client foreign key (client_id) references channel_client (id)
) engine = InnoDB default charset = utf8mb4;
