-- A card number that went to another person: what happened before is not the new owner's to see.
alter table card
    add column owned_since datetime(3) null comment 'null: never was anybody else''s' after owner_hash;
