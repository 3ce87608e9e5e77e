-- People whom the bank knows and who never signed up: they use an ATM, an app or text messages (S3, S4, S7, S9, S13, S14).
alter table customer
    modify registered_at datetime(3) null comment 'when the person signed up for the portal; null: never did';
