-- Who texts in is found by the registered number (S6.3). Rows from before are completed at the next start.
alter table corebank_customer
    add column mobile_hash binary(32) null after mobile_sealed,
    add key corebank_customer_mobile (mobile_hash);
