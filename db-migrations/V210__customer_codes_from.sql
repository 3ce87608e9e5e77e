-- A new number has to age before codes go to it: none does before this moment. Null: at any time.
alter table customer add column codes_from datetime(3) null;
