-- A card that went to another person has cases of both; the open one of the former owner is nobody else's.
alter table fraud_case
    drop key fraud_case_once,
    add unique key fraud_case_once (customer_id, card_id, subject, subject_id, open_slot);
