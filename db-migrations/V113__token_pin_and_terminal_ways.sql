-- The personal PIN of a card (S7.3): it enters the derivation of its codes and is never sent with one. The row's id is
-- the card's.
create table token_pin (
    card_id    bigint         not null primary key,
    pin_sealed varbinary(128) not null,
    set_at     datetime(3)    not null
) engine = InnoDB default charset = utf8mb4;

-- Whether the codes of a token come out of its key together with that PIN.
alter table token
    add column pin_bound boolean not null default false after key_sealed;

-- The serial number on a receipt, by which a phone names the activation (S9.4); gone when the activation is over.
alter table activation
    add column serial_hash binary(32) null after ref_hash,
    add unique key activation_serial (serial_hash);
