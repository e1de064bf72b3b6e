-- Who may do what. Only the application writes here: every set of rows (a role; the roles of an account; the grants on an
-- object) is sealed by a MAC, and so is the list of the sets.
create table platform.role (
    id       uuid primary key,
    name     text not null unique,
    label    text not null,
    built_in boolean not null
);

create table platform.role_permission (
    role_id    uuid not null references platform.role (id),
    permission text not null,
    scope      text not null check (scope in ('OWN', 'UNIT', 'DISTRICT', 'ALL')),
    primary key (role_id, permission)
);

create table platform.role_assignment (
    account_id uuid not null references platform.account (id),
    role_id    uuid not null references platform.role (id),
    primary key (account_id, role_id)
);
create index role_assignment_role on platform.role_assignment (role_id);

create table platform.object_grant (
    object_type  text not null,
    object_id    uuid not null,
    subject_type text not null check (subject_type in ('ACCOUNT', 'UNIT', 'ROLE')),
    subject_id   uuid not null,
    permission   text not null,
    primary key (object_type, object_id, subject_type, subject_id, permission)
);
create index object_grant_subject on platform.object_grant (subject_id, permission, object_type);

-- The list of sealed sets, in parts. Every part exists from the first start on, also while it lists nothing.
create table platform.access_directory (
    part    smallint primary key,
    version bigint not null,
    mac     bytea not null
);

create table platform.access_set (
    kind    text not null,
    id      text not null,
    part    smallint not null,
    version bigint not null, -- the part's version when the set changed last
    mac     bytea not null,
    primary key (kind, id)
);
create index access_set_part on platform.access_set (part);
