-- Dialogues of dialled codes: a few minutes long. The key is a keyed hash of gateway, dialogue and telephone.
create table ussd_session (
    session_key binary(32)   not null primary key,
    step        int          not null,
    input_hash  binary(32)   not null,
    screen      varchar(16)  not null,
    cards       varchar(200) character set ascii not null,
    chosen_card bigint       null,
    expires_at  datetime(3)  not null,
    key ussd_session_expiry (expires_at)
) engine = InnoDB default charset = utf8mb4;
