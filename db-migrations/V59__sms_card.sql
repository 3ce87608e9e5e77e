-- The card a message is about, for the timeline of that card ("where is my code?").
alter table sms_message
    add column card_id bigint null,
    add key sms_message_of_card (card_id, id);
