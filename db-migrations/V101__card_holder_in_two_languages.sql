-- The bank prints a holder's name in Persian and in Latin letters; the portal shows the one the reader reads.

alter table card
    change column holder_name holder_fa varchar(100) not null,
    add column holder_en varchar(100) not null after holder_fa;
