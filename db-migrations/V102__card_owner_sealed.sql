-- The owner's national ID, sealed beside its hash: without it the hash could not follow a rotation of the vault's keys.

alter table card
    add column owner_sealed varbinary(255) not null after pan_hash;
