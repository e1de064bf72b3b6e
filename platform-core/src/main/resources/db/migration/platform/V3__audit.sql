-- Who did what. An entry is written in the transaction of what it tells of, and gets its place in the tree soon after.
create table platform.audit_entry (
    id            uuid primary key,
    at            timestamptz not null,
    account_id    uuid,
    actor         text not null,
    address       text,
    action        text not null,
    object_type   text not null,
    object_id     text,
    result        text not null,
    before_digest bytea,
    after_digest  bytea,
    details       jsonb not null,
    mac           bytea,          -- proves until the next head that the application wrote it
    leaf          bigint unique,  -- place in the tree; null until the next head
    forged        boolean not null default false
);
create index audit_entry_waiting on platform.audit_entry (id) where leaf is null and not forged;
create index audit_entry_forged on platform.audit_entry (id) where forged;
create index audit_entry_at on platform.audit_entry (at, id);
create index audit_entry_object on platform.audit_entry (object_type, object_id, at);
create index audit_entry_account on platform.audit_entry (account_id, at);

-- Perfect subtrees of the Merkle tree; level 0 are the leaves.
create table platform.audit_subtree (
    level  smallint not null,
    number bigint not null,
    digest bytea not null,
    primary key (level, number)
);

create table platform.audit_head (
    size      bigint primary key,
    previous  bigint not null,
    root      bytea not null,
    signed_at timestamptz not null,
    key       int not null,
    signature bytea not null
);
