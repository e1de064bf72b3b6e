-- Who created it; null for what is older than this column.
alter table knowledge.knowledge_base add column owner uuid;
create index knowledge_base_owner on knowledge.knowledge_base (owner);
