
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA pipeline;

CREATE FUNCTION pipeline.note_approval() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pipeline', '$user', 'public'
    AS $$
begin
  insert into outbox_event (kind, run_id, step) values ('APPROVAL_REQUESTED', new.run_id, new.step);
  return null;
end $$;

CREATE FUNCTION pipeline.note_attempt() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pipeline', '$user', 'public'
    AS $$
begin
  insert into outbox_event (kind, run_id, step, fence)
  values (
    case when new.outcome is null then 'ATTEMPT_STARTED' else 'ATTEMPT_ENDED' end,
    new.run_id, new.step, new.fence);
  return null;
end $$;

CREATE FUNCTION pipeline.note_run() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pipeline', '$user', 'public'
    AS $$
begin
  insert into outbox_event (kind, run_id)
  values (case when new.ended_at is null then 'RUN_STARTED' else 'RUN_ENDED' end, new.id);
  return null;
end $$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE pipeline.backfill (
    id uuid NOT NULL,
    pipeline text NOT NULL,
    from_time timestamp with time zone NOT NULL,
    to_time timestamp with time zone NOT NULL,
    reprocess text NOT NULL,
    max_active integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    cancelled_at timestamp with time zone,
    CONSTRAINT backfill_max_active_check CHECK ((max_active > 0)),
    CONSTRAINT backfill_reprocess_check CHECK ((reprocess = ANY (ARRAY['MISSING'::text, 'FAILED'::text, 'ALL'::text])))
);

CREATE TABLE pipeline.backfill_time (
    backfill_id uuid NOT NULL,
    logical_time timestamp with time zone NOT NULL,
    run_id uuid
);

CREATE TABLE pipeline.outbox_message (
    id bigint NOT NULL,
    channel text NOT NULL,
    target text NOT NULL,
    subject text NOT NULL,
    payload text NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    due_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    error text,
    given_up_at timestamp with time zone,
    key uuid DEFAULT gen_random_uuid() NOT NULL
);

ALTER TABLE pipeline.outbox_message ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pipeline.delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE pipeline.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);

CREATE TABLE pipeline.outbox_event (
    id bigint NOT NULL,
    kind text NOT NULL,
    run_id uuid NOT NULL,
    step text,
    fence bigint,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT outbox_event_kind_check CHECK ((kind = ANY (ARRAY['RUN_STARTED'::text, 'RUN_ENDED'::text, 'ATTEMPT_STARTED'::text, 'ATTEMPT_ENDED'::text, 'APPROVAL_REQUESTED'::text])))
);

ALTER TABLE pipeline.outbox_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pipeline.happening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE pipeline.log_chunk (
    run_id uuid NOT NULL,
    step text NOT NULL,
    fence bigint NOT NULL,
    "position" bigint NOT NULL,
    content bytea NOT NULL,
    is_last boolean NOT NULL,
    written_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT log_chunk_position_check CHECK (("position" >= 0))
);

CREATE TABLE pipeline.pipeline_definition (
    version text NOT NULL,
    pipeline text NOT NULL,
    source text NOT NULL,
    first_seen_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pipeline_definition_version_check CHECK ((length(version) = 64))
);

CREATE TABLE pipeline.pipeline_run (
    id uuid NOT NULL,
    pipeline text NOT NULL,
    def_hash text NOT NULL,
    trigger text NOT NULL,
    logical_time timestamp with time zone,
    idem_key text,
    body_hash text,
    params json NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    state text NOT NULL,
    reason text,
    message text,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    deadline_ms bigint,
    deadline timestamp with time zone,
    event_seq integer DEFAULT 0 NOT NULL,
    labels jsonb DEFAULT '{}'::jsonb NOT NULL,
    resumed_from uuid,
    stop_by timestamp with time zone,
    CONSTRAINT pipeline_run_check CHECK (((trigger = ANY (ARRAY['SCHEDULE'::text, 'BACKFILL'::text])) = (logical_time IS NOT NULL))),
    CONSTRAINT pipeline_run_check1 CHECK (((idem_key IS NULL) = (body_hash IS NULL))),
    CONSTRAINT pipeline_run_check2 CHECK (((state = ANY (ARRAY['SUCCEEDED'::text, 'REJECTED'::text, 'FAILED'::text, 'CANCELLED'::text, 'TIMED_OUT'::text])) = (ended_at IS NOT NULL))),
    CONSTRAINT pipeline_run_deadline_ms_check CHECK ((deadline_ms > 0)),
    CONSTRAINT pipeline_run_idem_key_check CHECK ((length(idem_key) <= 128)),
    CONSTRAINT pipeline_run_labels_check CHECK ((jsonb_typeof(labels) = 'object'::text)),
    CONSTRAINT pipeline_run_note_check CHECK ((length(note) <= 1000)),
    CONSTRAINT pipeline_run_reason_check CHECK ((reason = ANY (ARRAY['GATE'::text, 'EXCEPTION'::text, 'LEASE_LOST'::text, 'OOM'::text, 'DEADLINE'::text, 'USER'::text, 'UPSTREAM'::text, 'SHUTDOWN'::text, 'CONFIG'::text]))),
    CONSTRAINT pipeline_run_state_check CHECK ((state = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text, 'WAITING_APPROVAL'::text, 'CANCELLING'::text, 'SUCCEEDED'::text, 'REJECTED'::text, 'FAILED'::text, 'CANCELLED'::text, 'TIMED_OUT'::text]))),
    CONSTRAINT pipeline_run_trigger_check CHECK ((trigger = ANY (ARRAY['API'::text, 'SCHEDULE'::text, 'BACKFILL'::text])))
);

CREATE TABLE pipeline.pipeline_schedule (
    pipeline text NOT NULL,
    cron text NOT NULL,
    time_zone text NOT NULL,
    handled_until timestamp with time zone NOT NULL,
    next_at timestamp with time zone,
    paused_at timestamp with time zone,
    paused_by text,
    pause_reason text,
    CONSTRAINT pipeline_schedule_check CHECK ((((paused_at IS NULL) = (paused_by IS NULL)) AND ((paused_at IS NULL) = (pause_reason IS NULL))))
);

CREATE TABLE pipeline.qrtz_blob_triggers (
    sched_name character varying(120) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    blob_data bytea
);

CREATE TABLE pipeline.qrtz_calendars (
    sched_name character varying(120) NOT NULL,
    calendar_name character varying(200) NOT NULL,
    calendar bytea NOT NULL
);

CREATE TABLE pipeline.qrtz_cron_triggers (
    sched_name character varying(120) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    cron_expression character varying(120) NOT NULL,
    time_zone_id character varying(80)
);

CREATE TABLE pipeline.qrtz_fired_triggers (
    sched_name character varying(120) NOT NULL,
    entry_id character varying(95) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    instance_name character varying(200) NOT NULL,
    fired_time bigint NOT NULL,
    sched_time bigint NOT NULL,
    priority integer NOT NULL,
    state character varying(16) NOT NULL,
    job_name character varying(200),
    job_group character varying(200),
    is_nonconcurrent boolean,
    requests_recovery boolean
);

CREATE TABLE pipeline.qrtz_job_details (
    sched_name character varying(120) NOT NULL,
    job_name character varying(200) NOT NULL,
    job_group character varying(200) NOT NULL,
    description character varying(250),
    job_class_name character varying(250) NOT NULL,
    is_durable boolean NOT NULL,
    is_nonconcurrent boolean NOT NULL,
    is_update_data boolean NOT NULL,
    requests_recovery boolean NOT NULL,
    job_data bytea
);

CREATE TABLE pipeline.qrtz_locks (
    sched_name character varying(120) NOT NULL,
    lock_name character varying(40) NOT NULL
);

CREATE TABLE pipeline.qrtz_paused_trigger_grps (
    sched_name character varying(120) NOT NULL,
    trigger_group character varying(200) NOT NULL
);

CREATE TABLE pipeline.qrtz_scheduler_state (
    sched_name character varying(120) NOT NULL,
    instance_name character varying(200) NOT NULL,
    last_checkin_time bigint NOT NULL,
    checkin_interval bigint NOT NULL
);

CREATE TABLE pipeline.qrtz_simple_triggers (
    sched_name character varying(120) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    repeat_count bigint NOT NULL,
    repeat_interval bigint NOT NULL,
    times_triggered bigint NOT NULL
);

CREATE TABLE pipeline.qrtz_simprop_triggers (
    sched_name character varying(120) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    str_prop_1 character varying(512),
    str_prop_2 character varying(512),
    str_prop_3 character varying(512),
    int_prop_1 integer,
    int_prop_2 integer,
    long_prop_1 bigint,
    long_prop_2 bigint,
    dec_prop_1 numeric(13,4),
    dec_prop_2 numeric(13,4),
    bool_prop_1 boolean,
    bool_prop_2 boolean
);

CREATE TABLE pipeline.qrtz_triggers (
    sched_name character varying(120) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    job_name character varying(200) NOT NULL,
    job_group character varying(200) NOT NULL,
    description character varying(250),
    next_fire_time bigint,
    prev_fire_time bigint,
    priority integer,
    trigger_state character varying(16) NOT NULL,
    trigger_type character varying(8) NOT NULL,
    start_time bigint NOT NULL,
    end_time bigint,
    calendar_name character varying(200),
    misfire_instr smallint,
    job_data bytea
);

CREATE TABLE pipeline.replica (
    owner text NOT NULL,
    workers integer NOT NULL,
    alive_until timestamp with time zone NOT NULL,
    CONSTRAINT replica_workers_check CHECK ((workers >= 0))
);

CREATE TABLE pipeline.run_event (
    run_id uuid NOT NULL,
    seq integer NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    step text,
    state text NOT NULL,
    attempt integer,
    reason text,
    message text
);

CREATE TABLE pipeline.schedule_audit (
    id bigint NOT NULL,
    pipeline text NOT NULL,
    at timestamp with time zone NOT NULL,
    action text NOT NULL,
    who text NOT NULL,
    reason text NOT NULL,
    CONSTRAINT schedule_audit_action_check CHECK ((action = ANY (ARRAY['PAUSE'::text, 'RESUME'::text])))
);

ALTER TABLE pipeline.schedule_audit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pipeline.schedule_audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE pipeline.step_attempt (
    run_id uuid NOT NULL,
    step text NOT NULL,
    fence bigint NOT NULL,
    attempt integer NOT NULL,
    owner text NOT NULL,
    started_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    ended_at timestamp with time zone,
    outcome text,
    error text,
    CONSTRAINT step_attempt_check CHECK (((ended_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT step_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['SUCCEEDED'::text, 'REJECTED'::text, 'FAILED'::text, 'RETRY'::text, 'LEASE_LOST'::text, 'RELEASED'::text, 'CANCELLED'::text, 'TIMED_OUT'::text])))
);

CREATE TABLE pipeline.step_run (
    run_id uuid NOT NULL,
    step text NOT NULL,
    seq integer NOT NULL,
    always boolean NOT NULL,
    state text NOT NULL,
    reason text,
    message text,
    attempt integer DEFAULT 0 NOT NULL,
    max_attempts integer NOT NULL,
    backoff_ms bigint NOT NULL,
    run_after timestamp with time zone,
    owner text,
    fence bigint DEFAULT 0 NOT NULL,
    lease_until timestamp with time zone,
    progress text,
    fraction double precision,
    output json,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    needs text[] DEFAULT '{}'::text[] NOT NULL,
    timeout_ms bigint,
    overdue_at timestamp with time zone,
    stop_by timestamp with time zone,
    inputs json,
    reused_run uuid,
    reused_attempt integer,
    ask text,
    CONSTRAINT step_run_ask_check CHECK (((length(ask) >= 1) AND (length(ask) <= 1000))),
    CONSTRAINT step_run_check CHECK (((state = ANY (ARRAY['RUNNING'::text, 'CANCELLING'::text])) = ((lease_until IS NOT NULL) AND (owner IS NOT NULL)))),
    CONSTRAINT step_run_check1 CHECK (((state <> ALL (ARRAY['READY'::text, 'RETRY_WAIT'::text])) OR (run_after IS NOT NULL))),
    CONSTRAINT step_run_check2 CHECK (((state = 'CANCELLING'::text) = (stop_by IS NOT NULL))),
    CONSTRAINT step_run_fraction_check CHECK (((fraction >= (0)::double precision) AND (fraction <= (1)::double precision))),
    CONSTRAINT step_run_max_attempts_check CHECK ((max_attempts > 0)),
    CONSTRAINT step_run_nobody_holds_what_asks CHECK (
CASE
    WHEN (ask IS NULL) THEN (state <> 'WAITING_APPROVAL'::text)
    ELSE (state <> ALL (ARRAY['READY'::text, 'RUNNING'::text, 'RETRY_WAIT'::text, 'CANCELLING'::text]))
END),
    CONSTRAINT step_run_output_check CHECK ((octet_length((output)::text) <= 65536)),
    CONSTRAINT step_run_reason_check CHECK ((reason = ANY (ARRAY['GATE'::text, 'EXCEPTION'::text, 'LEASE_LOST'::text, 'OOM'::text, 'DEADLINE'::text, 'USER'::text, 'UPSTREAM'::text, 'SHUTDOWN'::text, 'CONFIG'::text]))),
    CONSTRAINT step_run_reused CHECK (((state = 'REUSED'::text) = ((reused_run IS NOT NULL) AND (reused_attempt IS NOT NULL)))),
    CONSTRAINT step_run_state_check CHECK ((state = ANY (ARRAY['PENDING'::text, 'READY'::text, 'RUNNING'::text, 'RETRY_WAIT'::text, 'WAITING_APPROVAL'::text, 'CANCELLING'::text, 'SUCCEEDED'::text, 'REJECTED'::text, 'FAILED'::text, 'CANCELLED'::text, 'TIMED_OUT'::text, 'SKIPPED'::text, 'UPSTREAM_FAILED'::text, 'REUSED'::text]))),
    CONSTRAINT step_run_timeout_ms_check CHECK ((timeout_ms > 0))
)
WITH (fillfactor='75');

INSERT INTO pipeline.flyway_schema_history VALUES
	(0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '"pipeline"', NULL, 'postgres', '2026-12-01 04:57:40.250679', 0, true),
	(1, '1', 'create quartz tables', 'SQL', 'db/migration/V1__create_quartz_tables.sql', 349612436, 'postgres', '2026-12-01 04:57:40.295659', 89, true),
	(2, '2', 'create pipeline runs', 'SQL', 'db/migration/V2__create_pipeline_runs.sql', -669638775, 'postgres', '2026-12-01 04:57:40.452226', 38, true),
	(3, '20', 'add graph cancellation and events', 'SQL', 'db/migration/V20__add_graph_cancellation_and_events.sql', -1814057584, 'postgres', '2026-12-01 04:57:40.50673', 9, true),
	(4, '21', 'create replicas', 'SQL', 'db/migration/V21__create_replicas.sql', -393650505, 'postgres', '2026-12-01 04:57:40.52856', 3, true),
	(5, '22', 'add run labels', 'SQL', 'db/migration/V22__add_run_labels.sql', -680972788, 'postgres', '2026-12-01 04:57:40.542189', 6, true),
	(6, '30', 'create schedules', 'SQL', 'db/migration/V30__create_schedules.sql', 2131650951, 'postgres', '2026-12-01 04:57:40.556876', 10, true),
	(7, '31', 'add backfills', 'SQL', 'db/migration/V31__add_backfills.sql', 1484102636, 'postgres', '2026-12-01 04:57:40.57317', 25, true),
	(8, '32', 'create outbox', 'SQL', 'db/migration/V32__create_outbox.sql', -1198721089, 'postgres', '2026-12-01 04:57:40.61079', 17, true),
	(9, '40', 'add resumed runs', 'SQL', 'db/migration/V40__add_resumed_runs.sql', 1726589882, 'postgres', '2026-12-01 04:57:40.641072', 10, true),
	(10, '45', 'add approvals', 'SQL', 'db/migration/V45__add_approvals.sql', 61868526, 'postgres', '2026-12-01 04:57:40.68412', 7, true),
	(11, '46', 'note approvals', 'SQL', 'db/migration/V46__note_approvals.sql', -228679180, 'postgres', '2026-12-01 04:57:40.701269', 69, true),
	(12, '47', 'bound the end of stopped runs', 'SQL', 'db/migration/V47__bound_the_end_of_stopped_runs.sql', 1642571278, 'postgres', '2026-12-01 04:57:40.780289', 14, true),
	(13, '50', 'add attempt logs', 'SQL', 'db/migration/V50__add_attempt_logs.sql', -25171436, 'postgres', '2026-12-01 04:57:40.809767', 3, true),
	(14, '51', 'index ended runs', 'SQL', 'db/migration/V51__index_ended_runs.sql', -768856743, 'postgres', '2026-12-01 04:57:40.816778', 2, true),
	(15, '60', 'move deliveries to the common outbox', 'SQL', 'db/migration/V60__move_deliveries_to_the_common_outbox.sql', -841145984, 'postgres', '2026-12-01 04:57:40.825509', 70, true);

INSERT INTO pipeline.log_chunk VALUES
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'check_data_quality', 1, 0, '\x323032362d31322d30315430343a35393a30372e3839355a20494e464f205374657020636865636b5f646174615f7175616c69747920737461727465642c20617474656d70742031206f6620332e0a', false, '2026-12-01 04:59:08.374054+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'check_data_quality', 1, 79, '\x323032362d31322d30315430343a35393a30382e3431345a20494e464f2072656164696e6720636172732e637376202831302025290a', false, '2026-12-01 04:59:08.883675+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'check_data_quality', 1, 133, '\x323032362d31322d30315430343a35393a31312e3830325a20494e464f20636172732e6373763a20313230303020726f77732c205348412d32353620663562303761646237353533643632643461623465313837663366626362333163646265646566623433653131396664653038323434653237613432626234660a323032362d31322d30315430343a35393a31312e3830335a20494e464f203439333420726f777320746f206c6561726e2066726f6d2c20313238392068656c64206f75743b206c656674206f75743a207b6475706c69636174653d353333362c206f75746c6965723d3432352c20726566757365643d31367d0a', false, '2026-12-01 04:59:11.928451+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'check_data_quality', 1, 380, '\x323032362d31322d30315430343a35393a31322e3630345a20494e464f203332206f66203332206578706563746174696f6e7320617265206d65740a323032362d31322d30315430343a35393a31322e3834365a20494e464f2053746f72656420746865207072657061726564206461746120696e206d6c666c6f772d6172746966616374733a2f322f33323230333138316563633134396166623139643132643663623261646465352f6172746966616374732f646174612f613032313364636539633466303935636235643666613361336139333339303938393865393264323831643331376365353938316635366239336335613734322e706172717565742c2039372c3730342062797465730a323032362d31322d30315430343a35393a31322e3837375a20494e464f205468652073746570207375636365656465642e0a', true, '2026-12-01 04:59:12.93353+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'train_model', 1, 0, '\x323032362d31322d30315430343a35393a31322e3931365a20494e464f205374657020747261696e5f6d6f64656c20737461727465642c20617474656d70742031206f6620332e0a', false, '2026-12-01 04:59:12.933576+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'train_model', 1, 72, '\x323032362d31322d30315430343a35393a31332e3330325a20494e464f20636172732e6373763a20313230303020726f77732c205348412d32353620663562303761646237353533643632643461623465313837663366626362333163646265646566623433653131396664653038323434653237613432626234660a323032362d31322d30315430343a35393a31332e3330335a20494e464f203439333420726f777320746f206c6561726e2066726f6d2c20313238392068656c64206f75743b206c656674206f75743a207b6475706c69636174653d353333362c206f75746c6965723d3432352c20726566757365643d31367d0a323032362d31322d30315430343a35393a31332e3339315a20494e464f20547261696e696e67206772616469656e745f626f6f7374696e67207b74726565733d3530302c206d61785f64657074683d382c206d61785f6e6f6465733d31362c206e6f64655f73697a653d352c20736872696e6b6167653d302e30352c2073756273616d706c653d302e372c20636f6c756d6e735f7065725f73706c69743d307d2c207365656420372c206f6e203220746872656164730a', false, '2026-12-01 04:59:13.449146+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'train_model', 1, 502, '\x323032362d31322d30315430343a35393a31332e3937305a20494e464f20747265652030206f6620333930302028302025290a', false, '2026-12-01 04:59:14.503014+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'train_model', 1, 553, '\x323032362d31322d30315430343a35393a31392e3031315a20494e464f207472656520333735206f662033393030202831302025290a', false, '2026-12-01 04:59:19.077032+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'train_model', 1, 607, '\x323032362d31322d30315430343a35393a32342e3232305a20494e464f207472656520393435206f662033393030202832342025290a', false, '2026-12-01 04:59:24.712109+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'train_model', 1, 661, '\x323032362d31322d30315430343a35393a32392e3237325a20494e464f20747265652031383338206f662033393030202834372025290a', false, '2026-12-01 04:59:29.416937+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'train_model', 1, 716, '\x323032362d31322d30315430343a35393a33342e3431305a20494e464f20747265652032383233206f662033393030202837322025290a', false, '2026-12-01 04:59:34.51425+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'train_model', 1, 771, '\x323032362d31322d30315430343a35393a33382e3939375a20494e464f20547261696e65642054726565456e73656d626c655b3530302074726565732c203135353030206e6f6465732c2053756d5b626173653d31312e3634393832303630313935373632332c207363616c653d302e30355d5d0a', false, '2026-12-01 04:59:39.092735+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'train_model', 1, 888, '\x323032362d31322d30315430343a35393a34302e3037305a20494e464f2053746f72656420746865206d6f64656c20696e206d6c666c6f772d6172746966616374733a2f322f33323230333138316563633134396166623139643132643663623261646465352f6172746966616374732f6d6f64656c0a323032362d31322d30315430343a35393a34302e3037345a20494e464f205468652073746570207375636365656465642e0a', true, '2026-12-01 04:59:40.119467+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'evaluate_model', 1, 0, '\x323032362d31322d30315430343a35393a34302e3130345a20494e464f2053746570206576616c756174655f6d6f64656c20737461727465642c20617474656d70742031206f6620332e0a', false, '2026-12-01 04:59:40.119511+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'evaluate_model', 1, 75, '\x323032362d31322d30315430343a35393a34302e3139335a20494e464f20636172732e6373763a20313230303020726f77732c205348412d32353620663562303761646237353533643632643461623465313837663366626362333163646265646566623433653131396664653038323434653237613432626234660a323032362d31322d30315430343a35393a34302e3139335a20494e464f203439333420726f777320746f206c6561726e2066726f6d2c20313238392068656c64206f75743b206c656674206f75743a207b6475706c69636174653d353333362c206f75746c6965723d3432352c20726566757365643d31367d0a323032362d31322d30315430343a35393a34302e3232385a20494e464f206c6f6164696e6720746865206368616c6c656e676572202831302025290a', false, '2026-12-01 04:59:40.628704+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'evaluate_model', 1, 382, '\x323032362d31322d30315430343a35393a34302e3732305a20494e464f2073636f72696e67203132383920726f7773202833302025290a323032362d31322d30315430343a35393a34302e3832315a20494e464f2061736b696e6720746865206761746573202836302025290a323032362d31322d30315430343a35393a34302e3938395a20494e464f204761746520746573745f7232207061737365643a20302e38393835206973206e6f742062656c6f7720746865206d696e696d756d20302e370a323032362d31322d30315430343a35393a34302e3939315a20494e464f204761746520746573745f726d73655f7364207061737365643a20302e333138352069732077697468696e20746865206d6178696d756d20312e300a323032362d31322d30315430343a35393a34302e3939315a20494e464f204761746520696e74657276616c5f636f766572616765207061737365643a20302e38393638206973206265747765656e20302e383520616e6420302e39350a323032362d31322d30315430343a35393a34302e3939315a20494e464f2047617465206368616d70696f6e207061737365643a206e6f206d6f64656c20697320696e2070726f64756374696f6e207965740a323032362d31322d30315430343a35393a34302e3939315a20494e464f204761746520736c696365206272616e64207061737365643a2039206f66203920736c69636573206f66206272616e6420706173733b203132206e6f74206a75646765640a323032362d31322d30315430343a35393a34302e3939315a20494e464f204761746520736c696365206675656c207061737365643a2032206f66203220736c69636573206f66206675656c20706173733b2032206e6f74206a75646765640a323032362d31322d30315430343a35393a34302e3939335a20494e464f204761746520736c6963652079656172207061737365643a2035206f66203520736c69636573206f66207965617220706173730a323032362d31322d30315430343a35393a34302e3939335a20494e464f204761746520736c696365206d696c656167655f6b6d207061737365643a2035206f66203520736c69636573206f66206d696c656167655f6b6d20706173730a323032362d31322d30315430343a35393a34302e3939335a20494e464f204761746520736c696365207072696365207061737365643a203130206f6620313020736c69636573206f6620707269636520706173730a323032362d31322d30315430343a35393a34302e3939335a20494e464f204761746520626173656c696e65206272616e642c206d6f64656c2c2079656172207061737365643a20746865206d65616e206162736f6c757465206572726f722031323135322e32322069732077697468696e20746865206d6178696d756d2031383038322e32333a2032302025206c657373207468616e2074686174206f6620746865206d656469616e206279206272616e642c206d6f64656c2c20796561720a323032362d31322d30315430343a35393a34302e3939335a20494e464f20476174652072616e6765207061737365643a2031323839206f6620313238392070726564696374696f6e7320617265206265747765656e2033303030302e303020616e64203538383133342e30300a323032362d31322d30315430343a35393a34302e3939335a20494e464f2047617465206d6f6e6f746f6e65206d696c656167655f6b6d207061737365643a2039352e352025206f66207468652070726f626573206172652066616c6c696e672c2077697468696e206120746f6c6572616e6365206f6620352e3020253b20746865206d696e696d756d2069732039352e3020250a', false, '2026-12-01 04:59:41.145725+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'evaluate_model', 1, 1743, '\x323032362d31322d30315430343a35393a34312e3137345a20494e464f206578706c61696e696e67202838302025290a', false, '2026-12-01 04:59:41.652821+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'evaluate_model', 1, 1791, '\x323032362d31322d30315430343a35393a34322e3433375a20494e464f205468652073746570207375636365656465642e0a', true, '2026-12-01 04:59:42.672899+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'promote_to_staging', 1, 0, '\x323032362d31322d30315430343a35393a34322e3435305a20494e464f20537465702070726f6d6f74655f746f5f73746167696e6720737461727465642c20617474656d70742031206f6620332e0a', false, '2026-12-01 04:59:42.672949+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'promote_to_staging', 1, 79, '\x323032362d31322d30315430343a35393a34322e3638335a20494e464f2056657273696f6e2031206f66206361725f70726963655f707265646963746f72206973206e6f7720696e2053746167696e670a323032362d31322d30315430343a35393a34322e3731315a20494e464f205468652073746570207375636365656465642e0a', true, '2026-12-01 04:59:43.190352+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'validate_staging_model', 1, 0, '\x323032362d31322d30315430343a35393a34322e3734305a20494e464f20537465702076616c69646174655f73746167696e675f6d6f64656c20737461727465642c20617474656d70742031206f6620332e0a', false, '2026-12-01 04:59:43.190414+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'validate_staging_model', 1, 83, '\x323032362d31322d30315430343a35393a34332e3234335a20494e464f204761746520676f6c64656e207265636f726473207061737365643a203132206f6620313220676f6c64656e207265636f72647320617265207072656469637465642077697468696e2074686569722062616e64730a323032362d31322d30315430343a35393a34332e3234335a20494e464f204761746520706172697479207061737365643a203132206f6620313220676f6c64656e207265636f72647320617265207072656469637465642077697468207468652073616d652062697473206f6e65206279206f6e652c206173206120626174636820616e6420617320747261696e65640a323032362d31322d30315430343a35393a34332e3234385a20494e464f2047617465206c6174656e6379207061737365643a2074686520393574682070657263656e74696c6520302e313636206d732069732077697468696e20746865206d6178696d756d2035302e303030206d730a323032362d31322d30315430343a35393a34332e3239355a20494e464f205468652073746570207375636365656465642e0a', true, '2026-12-01 04:59:43.693254+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'promote_to_production', 1, 0, '\x323032362d31322d30315430343a35393a34332e3330385a20494e464f20537465702070726f6d6f74655f746f5f70726f64756374696f6e20737461727465642c20617474656d70742031206f6620332e0a323032362d31322d30315430343a35393a34332e3530325a20494e464f2070726f6d6f74696e672076657273696f6e2031202835302025290a323032362d31322d30315430343a35393a34332e3536335a20494e464f2056657273696f6e2031206f66206361725f70726963655f707265646963746f72206973206e6f7720696e2050726f64756374696f6e0a323032362d31322d30315430343a35393a34332e3536355a205741524e204761746520736572766564206661696c656420287761726e696e67293a206e6f7420636865636b65643a206e6f2073657276696e6720656e64706f696e7420697320636f6e666967757265640a323032362d31322d30315430343a35393a34332e3634365a20494e464f205468652073746570207375636365656465642e0a', true, '2026-12-01 04:59:43.693366+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'send_pipeline_report', 1, 0, '\x323032362d31322d30315430343a35393a34332e3639365a20494e464f20537465702073656e645f706970656c696e655f7265706f727420737461727465642c20617474656d70742031206f6620332e0a', false, '2026-12-01 04:59:44.208666+00'),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'send_pipeline_report', 1, 81, '\x323032362d31322d30315430343a35393a34362e3235345a20494e464f205468652073746570207375636365656465642e0a', true, '2026-12-01 04:59:46.271994+00');

INSERT INTO pipeline.pipeline_definition VALUES
	('81d90badf8856ff49304bcd1b1f48fcd13ce8ae353a34128e9ebd17f1b970de6', 'car_price_predictor_pipeline', '# yaml-language-server: $schema=pipeline.schema.json
# What a used car is worth in Morocco, learned from listings.
#
# The pipeline reads a file of listings, checks it, learns a price model, measures it, compares it
# with the model in production, and promotes it when it is at least as good. This file says all of
# it: another file on other data needs no change of code.

id: car_price_predictor_pipeline
label: Car prices
description: >-
  Learns the asking price of used cars from listings, weekly. Promotes a model only when it passes
  every gate below and is not worse than the model in production on the same listings.

# When it runs by itself: a name (@daily, @weekly, @monthly) or a Quartz cron expression.
schedule: "@weekly"

# What a run may change: {"params": {"data": "raw/my-file.csv", "train.trees": 300}}.
parameters:
  - name: data
    type: file
    default: cars.csv
    description: The file of listings, below the data folder; CSV or Parquet.
  - name: train.trees
    type: integer
    default: 500
    min: 1
    max: 5000
    description: How many trees the model has. More are slower, and at some point not better.
  - name: train.max_depth
    type: integer
    default: 8
    min: 2
    max: 32
    description: How many questions a tree asks at most before it answers.
  - name: train.max_nodes
    type: integer
    default: 16
    min: 2
    max: 4096
    description: How many answers a tree has at most.
  - name: train.node_size
    type: integer
    default: 5
    min: 1
    max: 10000
    description: A group of listings smaller than twice this is not split further.
  - name: train.shrinkage
    type: number
    default: 0.05
    min: 0.001
    max: 1
    description: How much of each tree''s advice is taken. Smaller needs more trees.
  - name: train.subsample
    type: number
    default: 0.7
    min: 0.1
    max: 1
    description: Share of the listings that each tree sees.

steps:
  - {id: check_data_quality, kind: quality}
  - {id: train_model, kind: train}
  - {id: evaluate_model, kind: evaluate}
  - {id: promote_to_staging, kind: promote-staging}
  - {id: validate_staging_model, kind: validate-staging}
  - {id: promote_to_production, kind: promote-production}
  # Tells how the run ended, also after a rejection or a failure.
  - {id: send_pipeline_report, kind: report, always: true}

# Where the models and their runs are kept in the registry.
model:
  name: car_price_predictor
  experiment: car_price_predictor_pipeline

# What the model card says of what no step can measure. Left out where it is not said.
card:
  intendedUse: >-
    A first orientation for people who sell or buy a used car in Morocco: which price is usually
    asked for a car like this one, and how far prices of such cars lie apart. A person decides.
  outOfScope:
    - Valuing a car for insurance, credit, tax or a court.
    - Setting prices without a person who looks at the car.
    - Cars outside Morocco, new cars, motorcycles, lorries, and collectors'' cars.
  factors: >-
    Make, model, age and mileage decide most. Makes with few listings, cars older than about twenty
    years, and petrol, hybrid and electric cars are rarer in the data than Diesel cars, and their
    prices less certain.
  data: >-
    Used-car listings of a Moroccan site with the prices that sellers ask, in dirhams (MAD). The file
    cars.csv that comes with this project is no export of that site: it is generated, with the
    columns, spellings and faults of one, and follows a formula. data/README.md is its card. A model
    that learned from cars.csv shows that the pipeline works; it does not know the Moroccan market.
  ethics: >-
    The data holds cars, not people. A wrong price costs the seller or the buyer money; show the
    interval beside the price.
  limitations:
    - It learns the price that is asked, not the price that is paid.
    - Equipment, accidents, service history and the city are not in the data.
    - The condition is what the seller says of it.
    - Prices change with time; a model knows those of the listings that it learned from.

# How the file is written. Delimiter and encoding are found when they are not said here.
source:
  missing: ["--"]

# What a model is told about a car: the canonical name, the column of the file (source), and what is
# accepted. The prediction page and the API are made from this, with the values that the training
# data holds added to it.
features:
  - name: brand
    type: categorical
    label: {fr: Marque, en: Make}
    source: Marque
    required: true
  - name: model
    type: categorical
    label: {fr: Modèle, en: Model}
    source: Modèle
    required: true
    parent: brand # the page offers the models of the make that is chosen
  - name: year
    type: numeric
    label: {fr: Année-modèle, en: Model year}
    source: Année-Modèle
    required: true
    integer: true
    min: 1950
    max: 2027
    default: 2018
  - name: mileage_km
    type: numeric
    label: {fr: Kilométrage, en: Mileage}
    source: Kilométrage
    required: true
    unit: km
    integer: true
    ranges: true # listings say "200 000 - 249 999": the midpoint is learned from
    min: 0
    max: 1000000
    default: 50000
  - name: fuel
    type: categorical
    label: {fr: Type de carburant, en: Fuel}
    source: Type de carburant
    required: true
    values: [Diesel, Essence, Hybride, Electrique, LPG]
    open: false
    default: Diesel
  - name: fiscal_power
    type: numeric
    label: {fr: Puissance fiscale, en: Fiscal power}
    source: Puissance fiscale
    unit: CV
    integer: true
    min: 1
    max: 60
    default: 6
  - name: gearbox
    type: categorical
    label: {fr: Boîte de vitesses, en: Gearbox}
    source: Boite de vitesses
    values: [Manuelle, Automatique]
    open: false
    default: Manuelle
  - name: first_hand
    type: categorical
    label: {fr: Première main, en: First owner}
    source: Première main
    values: [Oui, Non]
    open: false
  - name: condition
    type: categorical
    label: {fr: État, en: Condition}
    source: État
    values: [Neuf, Excellent, Très bon, Bon, Correct, Endommagé, Pour Pièces]
    open: false

# Prices outside these bounds are typing errors ("1", "612037205"), and so no examples.
target:
  name: price
  label: {fr: Prix, en: Price}
  source: Prix
  unit: MAD
  min: 1000
  max: 20000000

# What the file must be like; shares count rows. A failed expectation rejects the file, with the
# lines that speak against it as evidence; with "severity: warn" it only stands in the report.
quality:
  expectations:
    - {type: rows, min: 1000}
    - {type: rows, min: 500, distinct: true}
    - {type: readable_lines, mostly: 0.98}
    - {type: usable_rows, mostly: 0.9}
    - {type: missing, below: 0.5}
    - {type: missing, column: price, below: 0.05}
    - {type: missing, column: brand, below: 0.05}
    - {type: missing, column: model, below: 0.05}
    - {type: missing, column: year, below: 0.05}
    - {type: missing, column: mileage_km, below: 0.05}
    - {type: missing, column: fuel, below: 0.05}
    - {type: missing, column: fiscal_power, below: 0.5, severity: warn}
    - {type: missing, column: gearbox, below: 0.5, severity: warn}
    - {type: missing, column: first_hand, below: 0.5, severity: warn}
    - {type: missing, column: condition, below: 0.5, severity: warn}
    - {type: valid, column: price, mostly: 0.95}
    - {type: valid, column: year, mostly: 0.98}
    - {type: valid, column: mileage_km, mostly: 0.98}
    - {type: valid, column: fuel, mostly: 0.98}
    - {type: valid, column: fiscal_power, mostly: 0.95, severity: warn}
    - {type: valid, column: gearbox, mostly: 0.95, severity: warn}
    - {type: valid, column: condition, mostly: 0.95, severity: warn}
    - {type: between, column: price, min: 5000, max: 2000000, mostly: 0.95, severity: warn}
    - {type: duplicates, max: 0.5, severity: warn}
    # Columns that nobody reads are worth a look: one of them may be a feature by another name.
    - {type: columns, severity: warn}
    - {type: matches, column: brand, pattern: ''[\p{L}\p{N}][\p{L}\p{N} .&-]*'', mostly: 0.99, severity: warn}
    - {type: matches, column: mileage_km, pattern: ''\d{1,3}( \d{3})*( - \d{1,3}( \d{3})*)?'', mostly: 0.95, severity: warn}
    # Prices in thousands or in centimes would pass every check of single values.
    - type: sql_value
      label: the median price in MAD
      query: select median(price) from data
      min: 30000
      max: 400000
    # The newest cars of the file tell which year it is.
    - type: sql
      label: cars driven at most 100 000 km a year
      condition: mileage_km <= 100000 * ((select max(year) from data) - year + 1)
      mostly: 0.98
      severity: warn
    # No model can learn them: the listing leaves out what matters, or one of the prices is wrong.
    - type: sql_value
      label: the share of like cars at prices that are a multiple of each other
      query: >-
        with cars as (
          select max(price) > 3 * min(price) as torn from data
          group by brand, model, year, mileage_km, fuel, fiscal_power, gearbox, first_hand, condition)
        select avg(torn::int) from cars
      max: 0.01
      severity: warn
    # Beside the data of the model in production. They only warn: markets move, and the gates decide.
    - {type: row_count_change, fall: 0.6}
    - {type: drift}

# Repeated rows are always left out before the split. So are prices further than 1.5 interquartile
# ranges outside the quartiles: sports cars and typing errors, of which there are too few to learn.
preparation:
  outlierFactor: 1.5

# A fifth of the listings is kept for measuring. The side of a listing follows from its content and
# the seed, so it stays there when it is delivered again.
split:
  testShare: 0.2
  seed: 2

# What the trees see. The price is learned as a logarithm: errors are then relative. The mean price
# of a group (target_mean) comes from other listings than the one that is being learned.
encoding:
  target: log
  columns:
    - {type: number, feature: year}
    - {type: number, feature: mileage_km}
    - {type: number, feature: fiscal_power}
    - {type: levels, feature: brand}
    - {type: levels, feature: model}
    - {type: levels, feature: fuel}
    - {type: levels, feature: gearbox, levels: [Manuelle, Automatique]}
    - {type: levels, feature: first_hand, levels: [Non, Oui]}
    - type: levels
      feature: condition
      levels: [Pour Pièces, Endommagé, Correct, Bon, Très bon, Excellent, Neuf]
    - {type: target_mean, features: [brand], smoothing: 3}
    - {type: target_mean, features: [brand, model], smoothing: 3}

# How it is learned; the parameters above that begin with train. belong to it.
training:
  algorithm: gradient_boosting # or random_forest, ridge
  seed: 7
  encodingFolds: 10
  interval:
    coverage: 0.9 # a price lies in its interval nine times out of ten
    folds: 5
    trees: 150

# What a model must reach on the hold-out. A gate that says no ends the run as REJECTED.
gates:
  - {type: metric, metric: test_r2, min: 0.70}
  - {type: metric, metric: test_rmse_sd, max: 1.0} # in standard deviations of the price
  - {type: metric, metric: interval_coverage, min: 0.85, max: 0.95}
  # Not worse than the model in production, both scored on the same listings in the same run: its
  # mean absolute error is less than 1 % above the champion''s, with 95 % confidence.
  - {type: champion, margin: 0.01, confidence: 0.95}
  # No part of the market pays for the rest: in each make, fuel, age, mileage and class of price the
  # error is at most a fifth of the price, on average predictions are not far off, and a challenger
  # is not shown to be more than 10 % worse than the champion. The dearest and the cheapest tenth
  # are predicted towards the middle by any model, so their bias may be greater.
  - {type: slice, by: brand, minRows: 50, margin: 0.1, maxError: 0.2, maxBias: 0.1}
  - {type: slice, by: fuel, minRows: 50, margin: 0.1, maxError: 0.2, maxBias: 0.1}
  - {type: slice, by: year, bins: 5, minRows: 50, margin: 0.1, maxError: 0.2, maxBias: 0.1}
  - {type: slice, by: mileage_km, bins: 5, minRows: 50, margin: 0.1, maxError: 0.2, maxBias: 0.1}
  - {type: slice, by: price, bins: 10, minRows: 50, margin: 0.1, maxError: 0.2, maxBias: 0.2}
  # Better by a fifth than a table of the median price of each make, model and year.
  - {type: baseline, by: [brand, model, year], margin: 0.2}
  # No price from half of the least to twice the greatest that the training part holds is absurd.
  - {type: range}
  # Generous, for machines that are busy: alone in the pipeline, and by HTTP where it is served.
  - {type: latency, p95Millis: 50, servedP95Millis: 1000}
  # A car does not gain in price by being driven.
  - type: monotone
    feature: mileage_km
    direction: falling
    tolerance: 0.05 # a rise of the price by up to 5 % is the noise of the data
    mostly: 0.95
    severity: warn

# Typical cars that every model must price within plausible bands, in MAD, before it may go into
# production: predicted through the registry, as serving does it.
golden:
  - name: "Dacia Logan 2015, 120 000 km"
    row:
      {brand: Dacia, model: Logan, year: 2015, mileage_km: 120000, fuel: Diesel, fiscal_power: 6,
       gearbox: Manuelle, first_hand: Non, condition: Bon}
    min: 40000
    max: 115000
  - name: "Dacia Sandero 2019, 60 000 km"
    row:
      {brand: Dacia, model: Sandero, year: 2019, mileage_km: 60000, fuel: Diesel, fiscal_power: 6,
       gearbox: Manuelle, first_hand: Oui, condition: Excellent}
    min: 75000
    max: 170000
  - name: "Dacia Duster 2017, 110 000 km"
    row:
      {brand: Dacia, model: Duster, year: 2017, mileage_km: 110000, fuel: Diesel, fiscal_power: 6,
       gearbox: Manuelle, first_hand: Non, condition: Très bon}
    min: 80000
    max: 185000
  - name: "Renault Clio 2014, 150 000 km"
    row:
      {brand: Renault, model: Clio, year: 2014, mileage_km: 150000, fuel: Diesel, fiscal_power: 6,
       gearbox: Manuelle, first_hand: Non, condition: Très bon}
    min: 45000
    max: 140000
  - name: "Peugeot 208 2018, 80 000 km"
    row:
      {brand: Peugeot, model: "208", year: 2018, mileage_km: 80000, fuel: Diesel, fiscal_power: 6,
       gearbox: Manuelle, first_hand: Oui, condition: Très bon}
    min: 75000
    max: 175000
  - name: "Volkswagen Golf 7 2015, 140 000 km"
    row:
      {brand: Volkswagen, model: Golf 7, year: 2015, mileage_km: 140000, fuel: Diesel, fiscal_power: 8,
       gearbox: Automatique, first_hand: Non, condition: Très bon}
    min: 115000
    max: 260000
  - name: "Fiat Punto 2008, 200 000 km"
    row:
      {brand: Fiat, model: Punto, year: 2008, mileage_km: 200000, fuel: Diesel, fiscal_power: 6,
       gearbox: Manuelle, first_hand: Non, condition: Bon}
    min: 30000
    max: 100000
  - name: "Renault Kangoo 2012, 220 000 km"
    row:
      {brand: Renault, model: Kangoo, year: 2012, mileage_km: 220000, fuel: Diesel, fiscal_power: 6,
       gearbox: Manuelle, first_hand: Non, condition: Bon}
    min: 35000
    max: 120000
  - name: "Hyundai Tucson 2018, 90 000 km"
    row:
      {brand: Hyundai, model: Tucson, year: 2018, mileage_km: 90000, fuel: Diesel, fiscal_power: 8,
       gearbox: Automatique, first_hand: Oui, condition: Excellent}
    min: 140000
    max: 300000
  - name: "Mercedes-Benz 220 2005, 300 000 km"
    row:
      {brand: Mercedes-Benz, model: "220", year: 2005, mileage_km: 300000, fuel: Diesel, fiscal_power: 8,
       gearbox: Automatique, first_hand: Non, condition: Bon}
    min: 50000
    max: 150000
  - name: "Citroen C3 2013, 140 000 km"
    row:
      {brand: Citroen, model: C3, year: 2013, mileage_km: 140000, fuel: Essence, fiscal_power: 8,
       gearbox: Manuelle, first_hand: Oui, condition: Bon}
    min: 40000
    max: 125000
  - name: "Volkswagen Polo 2017, 90 000 km"
    row:
      {brand: Volkswagen, model: Polo, year: 2017, mileage_km: 90000, fuel: Diesel, fiscal_power: 6,
       gearbox: Manuelle, first_hand: Oui, condition: Très bon}
    min: 75000
    max: 200000
', '2026-12-01 04:58:41.148776+00');

INSERT INTO pipeline.pipeline_run VALUES
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'car_price_predictor_pipeline', '81d90badf8856ff49304bcd1b1f48fcd13ce8ae353a34128e9ebd17f1b970de6', 'API', NULL, NULL, NULL, '{"data":"cars.csv","train.trees":500,"train.max_depth":8,"train.max_nodes":16,"train.node_size":5,"train.shrinkage":0.05,"train.subsample":0.7}', '', 'SUCCEEDED', NULL, NULL, '2026-12-01 04:59:07.783915+00', '2026-12-01 04:59:07.839061+00', '2026-12-01 04:59:46.26+00', NULL, NULL, 23, '{}', NULL, NULL);

INSERT INTO pipeline.pipeline_schedule VALUES
	('car_price_predictor_pipeline', '0 0 0 ? * SUN', 'Z', '2026-12-01 04:58:41.17685+00', '2026-12-06 00:00:00+00', NULL, NULL, NULL);

INSERT INTO pipeline.qrtz_job_details VALUES
	('drivetrain-pipeline', 'car_price_predictor_pipeline', 'pipelines', NULL, 'io.drivetrain.pipeline.engine.schedule.ScheduledRunJob', true, false, false, true, '\x230a23547565204465632030312030343a35383a34312055544320323032360a');

INSERT INTO pipeline.qrtz_locks VALUES
	('drivetrain-pipeline', 'STATE_ACCESS'),
	('drivetrain-pipeline', 'TRIGGER_ACCESS');

INSERT INTO pipeline.qrtz_scheduler_state VALUES
	('drivetrain-pipeline', 'worker-host1796101115632', 1796101216376, 5000);

INSERT INTO pipeline.qrtz_simple_triggers VALUES
	('drivetrain-pipeline', 'car_price_predictor_pipeline', 'pipelines', 0, 0, 0);

INSERT INTO pipeline.qrtz_triggers VALUES
	('drivetrain-pipeline', 'car_price_predictor_pipeline', 'pipelines', 'car_price_predictor_pipeline', 'pipelines', NULL, 1796515200000, -1, 5, 'WAITING', 'SIMPLE', 1796515200000, 0, NULL, 1, '\x');

INSERT INTO pipeline.replica VALUES
	('worker-host|d88d4cc6-8af5-4f29-8665-ed3b526c375c|pid:[4026531836]/21652/1796101101000', 1, '2026-12-01 05:00:43.359835+00');

INSERT INTO pipeline.run_event VALUES
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 1, '2026-12-01 04:59:07.836525+00', NULL, 'QUEUED', NULL, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 2, '2026-12-01 04:59:07.84788+00', NULL, 'RUNNING', NULL, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 3, '2026-12-01 04:59:07.893955+00', 'check_data_quality', 'RUNNING', 1, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 4, '2026-12-01 04:59:12.894697+00', 'check_data_quality', 'SUCCEEDED', 1, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 5, '2026-12-01 04:59:12.908239+00', 'train_model', 'READY', NULL, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 6, '2026-12-01 04:59:12.91626+00', 'train_model', 'RUNNING', 1, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 7, '2026-12-01 04:59:40.096651+00', 'train_model', 'SUCCEEDED', 1, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 8, '2026-12-01 04:59:40.099509+00', 'evaluate_model', 'READY', NULL, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 9, '2026-12-01 04:59:40.104258+00', 'evaluate_model', 'RUNNING', 1, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 10, '2026-12-01 04:59:42.444986+00', 'evaluate_model', 'SUCCEEDED', 1, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 11, '2026-12-01 04:59:42.447371+00', 'promote_to_staging', 'READY', NULL, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 12, '2026-12-01 04:59:42.450048+00', 'promote_to_staging', 'RUNNING', 1, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 13, '2026-12-01 04:59:42.719864+00', 'promote_to_staging', 'SUCCEEDED', 1, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 14, '2026-12-01 04:59:42.728633+00', 'validate_staging_model', 'READY', NULL, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 15, '2026-12-01 04:59:42.740164+00', 'validate_staging_model', 'RUNNING', 1, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 16, '2026-12-01 04:59:43.301642+00', 'validate_staging_model', 'SUCCEEDED', 1, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 17, '2026-12-01 04:59:43.303309+00', 'promote_to_production', 'READY', NULL, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 18, '2026-12-01 04:59:43.307472+00', 'promote_to_production', 'RUNNING', 1, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 19, '2026-12-01 04:59:43.668321+00', 'promote_to_production', 'SUCCEEDED', 1, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 20, '2026-12-01 04:59:43.669732+00', 'send_pipeline_report', 'READY', NULL, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 21, '2026-12-01 04:59:43.695164+00', 'send_pipeline_report', 'RUNNING', 1, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 22, '2026-12-01 04:59:46.257896+00', 'send_pipeline_report', 'SUCCEEDED', 1, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 23, '2026-12-01 04:59:46.260922+00', NULL, 'SUCCEEDED', NULL, NULL, NULL);

INSERT INTO pipeline.step_attempt VALUES
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'check_data_quality', 1, 1, 'worker-host|d88d4cc6-8af5-4f29-8665-ed3b526c375c|pid:[4026531836]/21652/1796101101000', '2026-12-01 04:59:07.877756+00', '2026-12-01 04:59:12.902025+00', 'SUCCEEDED', NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'train_model', 1, 1, 'worker-host|d88d4cc6-8af5-4f29-8665-ed3b526c375c|pid:[4026531836]/21652/1796101101000', '2026-12-01 04:59:12.911387+00', '2026-12-01 04:59:40.097064+00', 'SUCCEEDED', NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'evaluate_model', 1, 1, 'worker-host|d88d4cc6-8af5-4f29-8665-ed3b526c375c|pid:[4026531836]/21652/1796101101000', '2026-12-01 04:59:40.102641+00', '2026-12-01 04:59:42.445747+00', 'SUCCEEDED', NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'promote_to_staging', 1, 1, 'worker-host|d88d4cc6-8af5-4f29-8665-ed3b526c375c|pid:[4026531836]/21652/1796101101000', '2026-12-01 04:59:42.449028+00', '2026-12-01 04:59:42.720345+00', 'SUCCEEDED', NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'validate_staging_model', 1, 1, 'worker-host|d88d4cc6-8af5-4f29-8665-ed3b526c375c|pid:[4026531836]/21652/1796101101000', '2026-12-01 04:59:42.731291+00', '2026-12-01 04:59:43.301928+00', 'SUCCEEDED', NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'promote_to_production', 1, 1, 'worker-host|d88d4cc6-8af5-4f29-8665-ed3b526c375c|pid:[4026531836]/21652/1796101101000', '2026-12-01 04:59:43.306564+00', '2026-12-01 04:59:43.668608+00', 'SUCCEEDED', NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'send_pipeline_report', 1, 1, 'worker-host|d88d4cc6-8af5-4f29-8665-ed3b526c375c|pid:[4026531836]/21652/1796101101000', '2026-12-01 04:59:43.694041+00', '2026-12-01 04:59:46.258157+00', 'SUCCEEDED', NULL);

INSERT INTO pipeline.step_run VALUES
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'check_data_quality', 0, false, 'SUCCEEDED', NULL, NULL, 1, 3, 1000, '2026-12-01 04:59:07.841805+00', NULL, 1, NULL, NULL, NULL, '{"mlflowRunId":"32203181ecc149afb19d12d6cb2adde5","data":"cars.csv","dataHash":"f5b07adb7553d62d4ab4e187f3fbcb31cdbedefb43e119fde08244e27a42bb4f","rows":12000,"unreadable":0,"dropped":{"refused":16,"duplicate":5336,"outlier":425},"train":4934,"test":1289,"warnings":[],"prepared":{"uri":"mlflow-artifacts:/2/32203181ecc149afb19d12d6cb2adde5/artifacts/data/a0213dce9c4f095cb5d6fa3a3a933909898e92d281d317ce5981f56b93c5a742.parquet","sha256":"a0213dce9c4f095cb5d6fa3a3a933909898e92d281d317ce5981f56b93c5a742","bytes":97704}}', '2026-12-01 04:59:07.874072+00', '2026-12-01 04:59:12.893826+00', '{}', NULL, NULL, NULL, '{"data":"f5b07adb7553d62d4ab4e187f3fbcb31cdbedefb43e119fde08244e27a42bb4f"}', NULL, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'train_model', 1, false, 'SUCCEEDED', NULL, NULL, 1, 3, 1000, '2026-12-01 04:59:12.906084+00', NULL, 1, NULL, NULL, NULL, '{"mlflowRunId":"32203181ecc149afb19d12d6cb2adde5","algorithm":"gradient_boosting","parameters":{"trees":"500","max_depth":"8","max_nodes":"16","node_size":"5","shrinkage":"0.05","subsample":"0.7","columns_per_split":"0"},"trainingRows":4934,"model":"mlflow-artifacts:/2/32203181ecc149afb19d12d6cb2adde5/artifacts/model","modelPath":"model","trees":500,"nodes":15500}', '2026-12-01 04:59:12.910785+00', '2026-12-01 04:59:40.0954+00', '{check_data_quality}', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'evaluate_model', 2, false, 'SUCCEEDED', NULL, NULL, 1, 3, 1000, '2026-12-01 04:59:40.098812+00', NULL, 1, NULL, NULL, NULL, '{"metrics":{"test_r2":0.8985466724897597,"test_rmse":16623.927507056233,"test_mae":12152.22276848707,"test_mape":0.09864588138987186,"test_median_absolute_error":8765.309995036543,"test_rmse_sd":0.31851738965124055,"test_mae_sd":0.23283873639583122,"interval_coverage":0.8968192397207138,"interval_width_share":0.41952810393465717},"championVersion":"","gates":[{"gate":"test_r2","passed":true,"comparison":"0.8985 is not below the minimum 0.7"},{"gate":"test_rmse_sd","passed":true,"comparison":"0.3185 is within the maximum 1.0"},{"gate":"interval_coverage","passed":true,"comparison":"0.8968 is between 0.85 and 0.95"},{"gate":"champion","passed":true,"comparison":"no model is in production yet"},{"gate":"slice brand","passed":true,"comparison":"9 of 9 slices of brand pass; 12 not judged"},{"gate":"slice fuel","passed":true,"comparison":"2 of 2 slices of fuel pass; 2 not judged"},{"gate":"slice year","passed":true,"comparison":"5 of 5 slices of year pass"},{"gate":"slice mileage_km","passed":true,"comparison":"5 of 5 slices of mileage_km pass"},{"gate":"slice price","passed":true,"comparison":"10 of 10 slices of price pass"},{"gate":"baseline brand, model, year","passed":true,"comparison":"the mean absolute error 12152.22 is within the maximum 18082.23: 20 % less than that of the median by brand, model, year"},{"gate":"range","passed":true,"comparison":"1289 of 1289 predictions are between 30000.00 and 588134.00"},{"gate":"monotone mileage_km","passed":true,"comparison":"95.5 % of the probes are falling, within a tolerance of 5.0 %; the minimum is 95.0 %"}],"warnings":[]}', '2026-12-01 04:59:40.101598+00', '2026-12-01 04:59:42.444491+00', '{train_model}', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'promote_to_staging', 3, false, 'SUCCEEDED', NULL, NULL, 1, 3, 1000, '2026-12-01 04:59:42.446782+00', NULL, 1, NULL, NULL, NULL, '{"modelName":"car_price_predictor","modelVersion":"1","stage":"Staging"}', '2026-12-01 04:59:42.448585+00', '2026-12-01 04:59:42.717661+00', '{evaluate_model}', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'validate_staging_model', 4, false, 'SUCCEEDED', NULL, NULL, 1, 3, 1000, '2026-12-01 04:59:42.728178+00', NULL, 1, NULL, NULL, NULL, '{"golden":12,"goldenPassed":12,"predictionsThatDiffer":0,"gates":[{"gate":"golden records","passed":true,"comparison":"12 of 12 golden records are predicted within their bands"},{"gate":"parity","passed":true,"comparison":"12 of 12 golden records are predicted with the same bits one by one, as a batch and as trained"},{"gate":"latency","passed":true,"comparison":"the 95th percentile 0.166 ms is within the maximum 50.000 ms"}],"warnings":[]}', '2026-12-01 04:59:42.730593+00', '2026-12-01 04:59:43.301256+00', '{promote_to_staging}', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'promote_to_production', 5, false, 'SUCCEEDED', NULL, NULL, 1, 3, 1000, '2026-12-01 04:59:43.302922+00', NULL, 1, NULL, NULL, NULL, '{"modelVersion":"1","formerVersion":"","gates":[{"gate":"served","passed":false,"comparison":"not checked: no serving endpoint is configured"}],"warnings":["served: not checked: no serving endpoint is configured"],"stage":"Production","alias":"champion"}', '2026-12-01 04:59:43.306137+00', '2026-12-01 04:59:43.66098+00', '{validate_staging_model}', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('01a22ff8-8c75-7fa3-baa2-6bc4515d4b5a', 'send_pipeline_report', 6, true, 'SUCCEEDED', NULL, NULL, 1, 3, 1000, '2026-12-01 04:59:43.66942+00', NULL, 1, NULL, NULL, NULL, '{"outcome":"SUCCEEDED","mlflowRunId":"32203181ecc149afb19d12d6cb2adde5","report":"pipeline_report.json","page":"pipeline_report.html","card":"model_card.md"}', '2026-12-01 04:59:43.688152+00', '2026-12-01 04:59:46.257435+00', '{promote_to_production}', NULL, NULL, NULL, '{"data":"f5b07adb7553d62d4ab4e187f3fbcb31cdbedefb43e119fde08244e27a42bb4f"}', NULL, NULL, NULL);

SELECT pg_catalog.setval('pipeline.delivery_id_seq', 1, false);

SELECT pg_catalog.setval('pipeline.happening_id_seq', 16, true);

SELECT pg_catalog.setval('pipeline.schedule_audit_id_seq', 1, false);

ALTER TABLE ONLY pipeline.backfill
    ADD CONSTRAINT backfill_pkey PRIMARY KEY (id);

ALTER TABLE ONLY pipeline.backfill_time
    ADD CONSTRAINT backfill_time_pkey PRIMARY KEY (backfill_id, logical_time);

ALTER TABLE ONLY pipeline.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);

ALTER TABLE ONLY pipeline.log_chunk
    ADD CONSTRAINT log_chunk_pkey PRIMARY KEY (run_id, step, fence, "position");

ALTER TABLE ONLY pipeline.outbox_event
    ADD CONSTRAINT outbox_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY pipeline.outbox_message
    ADD CONSTRAINT outbox_message_pkey PRIMARY KEY (id);

ALTER TABLE ONLY pipeline.pipeline_definition
    ADD CONSTRAINT pipeline_definition_pkey PRIMARY KEY (version);

ALTER TABLE ONLY pipeline.pipeline_run
    ADD CONSTRAINT pipeline_run_pkey PRIMARY KEY (id);

ALTER TABLE ONLY pipeline.pipeline_schedule
    ADD CONSTRAINT pipeline_schedule_pkey PRIMARY KEY (pipeline);

ALTER TABLE ONLY pipeline.qrtz_blob_triggers
    ADD CONSTRAINT qrtz_blob_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);

ALTER TABLE ONLY pipeline.qrtz_calendars
    ADD CONSTRAINT qrtz_calendars_pkey PRIMARY KEY (sched_name, calendar_name);

ALTER TABLE ONLY pipeline.qrtz_cron_triggers
    ADD CONSTRAINT qrtz_cron_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);

ALTER TABLE ONLY pipeline.qrtz_fired_triggers
    ADD CONSTRAINT qrtz_fired_triggers_pkey PRIMARY KEY (sched_name, entry_id);

ALTER TABLE ONLY pipeline.qrtz_job_details
    ADD CONSTRAINT qrtz_job_details_pkey PRIMARY KEY (sched_name, job_name, job_group);

ALTER TABLE ONLY pipeline.qrtz_locks
    ADD CONSTRAINT qrtz_locks_pkey PRIMARY KEY (sched_name, lock_name);

ALTER TABLE ONLY pipeline.qrtz_paused_trigger_grps
    ADD CONSTRAINT qrtz_paused_trigger_grps_pkey PRIMARY KEY (sched_name, trigger_group);

ALTER TABLE ONLY pipeline.qrtz_scheduler_state
    ADD CONSTRAINT qrtz_scheduler_state_pkey PRIMARY KEY (sched_name, instance_name);

ALTER TABLE ONLY pipeline.qrtz_simple_triggers
    ADD CONSTRAINT qrtz_simple_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);

ALTER TABLE ONLY pipeline.qrtz_simprop_triggers
    ADD CONSTRAINT qrtz_simprop_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);

ALTER TABLE ONLY pipeline.qrtz_triggers
    ADD CONSTRAINT qrtz_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);

ALTER TABLE ONLY pipeline.replica
    ADD CONSTRAINT replica_pkey PRIMARY KEY (owner);

ALTER TABLE ONLY pipeline.run_event
    ADD CONSTRAINT run_event_pkey PRIMARY KEY (run_id, seq);

ALTER TABLE ONLY pipeline.schedule_audit
    ADD CONSTRAINT schedule_audit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY pipeline.step_attempt
    ADD CONSTRAINT step_attempt_pkey PRIMARY KEY (run_id, step, fence);

ALTER TABLE ONLY pipeline.step_run
    ADD CONSTRAINT step_run_pkey PRIMARY KEY (run_id, step);

ALTER TABLE ONLY pipeline.step_run
    ADD CONSTRAINT step_run_run_id_seq_key UNIQUE (run_id, seq);

CREATE INDEX backfill_time_waiting ON pipeline.backfill_time USING btree (backfill_id) WHERE (run_id IS NULL);

CREATE INDEX flyway_schema_history_s_idx ON pipeline.flyway_schema_history USING btree (success);

CREATE INDEX idx_qrtz_ft_inst_job_req_rcvry ON pipeline.qrtz_fired_triggers USING btree (sched_name, instance_name, requests_recovery);

CREATE INDEX idx_qrtz_ft_j_g ON pipeline.qrtz_fired_triggers USING btree (sched_name, job_name, job_group);

CREATE INDEX idx_qrtz_ft_jg ON pipeline.qrtz_fired_triggers USING btree (sched_name, job_group);

CREATE INDEX idx_qrtz_ft_t_g ON pipeline.qrtz_fired_triggers USING btree (sched_name, trigger_name, trigger_group);

CREATE INDEX idx_qrtz_ft_tg ON pipeline.qrtz_fired_triggers USING btree (sched_name, trigger_group);

CREATE INDEX idx_qrtz_ft_trig_inst_name ON pipeline.qrtz_fired_triggers USING btree (sched_name, instance_name);

CREATE INDEX idx_qrtz_j_grp ON pipeline.qrtz_job_details USING btree (sched_name, job_group);

CREATE INDEX idx_qrtz_j_req_recovery ON pipeline.qrtz_job_details USING btree (sched_name, requests_recovery);

CREATE INDEX idx_qrtz_t_c ON pipeline.qrtz_triggers USING btree (sched_name, calendar_name);

CREATE INDEX idx_qrtz_t_g ON pipeline.qrtz_triggers USING btree (sched_name, trigger_group);

CREATE INDEX idx_qrtz_t_j ON pipeline.qrtz_triggers USING btree (sched_name, job_name, job_group);

CREATE INDEX idx_qrtz_t_jg ON pipeline.qrtz_triggers USING btree (sched_name, job_group);

CREATE INDEX idx_qrtz_t_n_g_state ON pipeline.qrtz_triggers USING btree (sched_name, trigger_group, trigger_state);

CREATE INDEX idx_qrtz_t_n_state ON pipeline.qrtz_triggers USING btree (sched_name, trigger_name, trigger_group, trigger_state);

CREATE INDEX idx_qrtz_t_next_fire_time ON pipeline.qrtz_triggers USING btree (sched_name, next_fire_time);

CREATE INDEX idx_qrtz_t_nft_misfire ON pipeline.qrtz_triggers USING btree (sched_name, misfire_instr, next_fire_time);

CREATE INDEX idx_qrtz_t_nft_st ON pipeline.qrtz_triggers USING btree (sched_name, trigger_state, next_fire_time);

CREATE INDEX idx_qrtz_t_nft_st_misfire ON pipeline.qrtz_triggers USING btree (sched_name, misfire_instr, next_fire_time, trigger_state);

CREATE INDEX idx_qrtz_t_nft_st_misfire_grp ON pipeline.qrtz_triggers USING btree (sched_name, misfire_instr, next_fire_time, trigger_group, trigger_state);

CREATE INDEX idx_qrtz_t_state ON pipeline.qrtz_triggers USING btree (sched_name, trigger_state);

CREATE INDEX log_chunk_age ON pipeline.log_chunk USING btree (written_at);

CREATE INDEX outbox_message_by_due ON pipeline.outbox_message USING btree (due_at, id) WHERE (given_up_at IS NULL);

CREATE INDEX outbox_message_by_given_up ON pipeline.outbox_message USING btree (given_up_at) WHERE (given_up_at IS NOT NULL);

CREATE INDEX outbox_message_by_subject ON pipeline.outbox_message USING btree (subject);

CREATE UNIQUE INDEX pipeline_run_active ON pipeline.pipeline_run USING btree (pipeline) WHERE (state = ANY (ARRAY['RUNNING'::text, 'WAITING_APPROVAL'::text, 'CANCELLING'::text]));

CREATE INDEX pipeline_run_deadline ON pipeline.pipeline_run USING btree (deadline) WHERE ((state = ANY (ARRAY['RUNNING'::text, 'WAITING_APPROVAL'::text])) AND (deadline IS NOT NULL));

CREATE INDEX pipeline_run_ended ON pipeline.pipeline_run USING btree (ended_at) WHERE (ended_at IS NOT NULL);

CREATE UNIQUE INDEX pipeline_run_idem_key ON pipeline.pipeline_run USING btree (pipeline, idem_key);

CREATE INDEX pipeline_run_labels ON pipeline.pipeline_run USING gin (labels jsonb_path_ops);

CREATE INDEX pipeline_run_list ON pipeline.pipeline_run USING btree (created_at, id);

CREATE INDEX pipeline_run_list_of_pipeline ON pipeline.pipeline_run USING btree (pipeline, created_at, id);

CREATE INDEX pipeline_run_list_of_state ON pipeline.pipeline_run USING btree (state, created_at, id);

CREATE INDEX pipeline_run_of_time ON pipeline.pipeline_run USING btree (pipeline, logical_time, created_at) WHERE (logical_time IS NOT NULL);

CREATE INDEX pipeline_run_queue ON pipeline.pipeline_run USING btree (pipeline, created_at, id) WHERE (state = 'QUEUED'::text);

CREATE UNIQUE INDEX pipeline_run_slot ON pipeline.pipeline_run USING btree (pipeline, logical_time) WHERE (trigger = 'SCHEDULE'::text);

CREATE INDEX pipeline_run_stopping ON pipeline.pipeline_run USING btree (stop_by) WHERE ((state = 'CANCELLING'::text) AND (stop_by IS NOT NULL));

CREATE INDEX schedule_audit_of_pipeline ON pipeline.schedule_audit USING btree (pipeline, at);

CREATE INDEX step_run_claimable ON pipeline.step_run USING btree (run_after, run_id) WHERE (state = ANY (ARRAY['READY'::text, 'RETRY_WAIT'::text]));

CREATE INDEX step_run_leased ON pipeline.step_run USING btree (lease_until) WHERE (state = ANY (ARRAY['RUNNING'::text, 'CANCELLING'::text]));

CREATE INDEX step_run_overdue ON pipeline.step_run USING btree (overdue_at) WHERE ((state = 'RUNNING'::text) AND (overdue_at IS NOT NULL));

CREATE INDEX step_run_waiting ON pipeline.step_run USING btree (overdue_at) WHERE (state = 'WAITING_APPROVAL'::text);

CREATE TRIGGER note_approval AFTER UPDATE OF state ON pipeline.step_run FOR EACH ROW WHEN (((new.state = 'WAITING_APPROVAL'::text) AND (old.state <> 'WAITING_APPROVAL'::text))) EXECUTE FUNCTION pipeline.note_approval();

CREATE TRIGGER note_attempt_end AFTER UPDATE OF outcome ON pipeline.step_attempt FOR EACH ROW WHEN (((old.outcome IS NULL) AND (new.outcome IS NOT NULL))) EXECUTE FUNCTION pipeline.note_attempt();

CREATE TRIGGER note_attempt_start AFTER INSERT ON pipeline.step_attempt FOR EACH ROW EXECUTE FUNCTION pipeline.note_attempt();

CREATE TRIGGER note_run_end AFTER UPDATE OF state ON pipeline.pipeline_run FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION pipeline.note_run();

CREATE TRIGGER note_run_start AFTER UPDATE OF state ON pipeline.pipeline_run FOR EACH ROW WHEN (((old.state = 'QUEUED'::text) AND (new.state = 'RUNNING'::text))) EXECUTE FUNCTION pipeline.note_run();

ALTER TABLE ONLY pipeline.backfill_time
    ADD CONSTRAINT backfill_time_backfill_id_fkey FOREIGN KEY (backfill_id) REFERENCES pipeline.backfill(id) ON DELETE CASCADE;

ALTER TABLE ONLY pipeline.log_chunk
    ADD CONSTRAINT log_chunk_run_id_step_fence_fkey FOREIGN KEY (run_id, step, fence) REFERENCES pipeline.step_attempt(run_id, step, fence) ON DELETE CASCADE;

ALTER TABLE ONLY pipeline.pipeline_run
    ADD CONSTRAINT pipeline_run_def_hash_fkey FOREIGN KEY (def_hash) REFERENCES pipeline.pipeline_definition(version);

ALTER TABLE ONLY pipeline.qrtz_blob_triggers
    ADD CONSTRAINT qrtz_blob_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES pipeline.qrtz_triggers(sched_name, trigger_name, trigger_group);

ALTER TABLE ONLY pipeline.qrtz_cron_triggers
    ADD CONSTRAINT qrtz_cron_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES pipeline.qrtz_triggers(sched_name, trigger_name, trigger_group);

ALTER TABLE ONLY pipeline.qrtz_simple_triggers
    ADD CONSTRAINT qrtz_simple_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES pipeline.qrtz_triggers(sched_name, trigger_name, trigger_group);

ALTER TABLE ONLY pipeline.qrtz_simprop_triggers
    ADD CONSTRAINT qrtz_simprop_triggers_sched_name_trigger_name_trigger_grou_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES pipeline.qrtz_triggers(sched_name, trigger_name, trigger_group);

ALTER TABLE ONLY pipeline.qrtz_triggers
    ADD CONSTRAINT qrtz_triggers_sched_name_job_name_job_group_fkey FOREIGN KEY (sched_name, job_name, job_group) REFERENCES pipeline.qrtz_job_details(sched_name, job_name, job_group);

ALTER TABLE ONLY pipeline.run_event
    ADD CONSTRAINT run_event_run_id_fkey FOREIGN KEY (run_id) REFERENCES pipeline.pipeline_run(id) ON DELETE CASCADE;

ALTER TABLE ONLY pipeline.step_attempt
    ADD CONSTRAINT step_attempt_run_id_step_fkey FOREIGN KEY (run_id, step) REFERENCES pipeline.step_run(run_id, step) ON DELETE CASCADE;

ALTER TABLE ONLY pipeline.step_run
    ADD CONSTRAINT step_run_run_id_fkey FOREIGN KEY (run_id) REFERENCES pipeline.pipeline_run(id) ON DELETE CASCADE;

