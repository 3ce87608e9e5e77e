-- Counts the passwords of a customer, so that a sign-in can tell whether the password it rests on is still the one.
alter table credential add column password_version int not null default 1;

-- A new password ends the customer's open recoveries.
alter table recovery add key recovery_customer (customer_id);
