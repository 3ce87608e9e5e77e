-- What else the owner of a card decides about its codes, and what the next question about a code has to look at.
alter table card_password
    add column last_asked_at datetime(3) null comment 'the latest question about a code',
    add column code_made_at datetime(3) null comment 'the bank made a code on request, there may be one alive',
    add column types_off varchar(120) null comment 'types of transactions without codes, comma between; null: none',
    add column hour_from tinyint null comment 'codes count from this hour in Tehran, 0 to 23; null: all day',
    add column hour_until tinyint null comment 'and until this one, 1 to 24';
