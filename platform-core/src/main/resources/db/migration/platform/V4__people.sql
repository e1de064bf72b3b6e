-- The organisation. The path holds the ids from the root down to the unit itself, each followed by a slash, so that a
-- subtree is what begins with the path of its top.
create table platform.organisation_unit (
    id         uuid primary key,
    parent     uuid references platform.organisation_unit (id),
    kind       text not null,
    name       text not null,
    code       text not null unique,
    ordinal    int not null,             -- order among siblings
    path       text collate "C" not null unique,
    created_at timestamptz not null,
    check (id is distinct from parent)
);
create index organisation_unit_parent on platform.organisation_unit (parent, ordinal, id);

-- Columns of bytes are sealed by the cryptographic service; an index is the MAC by which an equal value is found.
alter table platform.account
    add column unit_id              uuid references platform.organisation_unit (id),
    add column position             text not null default '',
    add column phone                bytea,
    add column phone_index          bytea,
    add column id_number            bytea,
    add column id_number_index      bytea,
    add column enabled              boolean not null default true,
    add column must_change_password boolean not null default false,
    add column password_changed_at  timestamptz,
    add column totp_secret          bytea,
    add column totp_confirmed       boolean not null default false,
    add column totp_step            bigint not null default 0, -- time step of the last code that was accepted
    add column sm2_public_key       text,
    add column external_subject     text unique;
update platform.account set password_changed_at = created_at;
alter table platform.account alter column password_changed_at set not null;
alter table platform.account alter column password_changed_at set default now();
create index account_unit on platform.account (unit_id);
create index account_phone on platform.account (phone_index);
create unique index account_id_number on platform.account (id_number_index);

-- Passwords that were replaced, so that none comes back soon.
create table platform.former_password (
    id            uuid primary key,
    account_id    uuid not null references platform.account (id) on delete cascade,
    password_hash text not null
);
create index former_password_account on platform.former_password (account_id, id);

-- What lets a person in who has lost the second factor; each once.
create table platform.recovery_code (
    account_id uuid not null references platform.account (id) on delete cascade,
    digest     bytea not null,
    primary key (account_id, digest)
);

-- Failures of one network address since the beginning of its current window.
create table platform.sign_in_address (
    address  text primary key,
    failures int not null,
    since    timestamptz not null
);
create index sign_in_address_since on platform.sign_in_address (since);

-- Numbers to be signed with an SM2 key; each once.
create table platform.sign_in_challenge (
    nonce      text primary key,
    expires_at timestamptz not null
);
create index sign_in_challenge_expires on platform.sign_in_challenge (expires_at);

create table platform.api_token (
    id         uuid primary key,
    account_id uuid not null references platform.account (id) on delete cascade,
    name       text not null,
    digest     bytea not null unique,
    scopes     text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used  timestamptz
);
create index api_token_account on platform.api_token (account_id, id);
