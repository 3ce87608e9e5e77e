-- "Which card?", asked back by text message. The phone is a keyed hash.
create table textin_question (
    phone_hash binary(32)   not null primary key,
    cards      varchar(200) character set ascii not null,
    expires_at datetime(3)  not null,
    key textin_question_expiry (expires_at)
) engine = InnoDB default charset = utf8mb4;
