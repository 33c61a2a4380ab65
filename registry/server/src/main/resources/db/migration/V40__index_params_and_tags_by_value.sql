-- Filters by value. Postgres indexes no value of any length: equality with a longer one reads the
-- rows of the key. The run comes last, so that two of these are joined as they are.
create index run_param_by_value on run_param (key, value, run) where octet_length(value) <= 1000;
create index run_tag_by_value on run_tag (key, value, run) where octet_length(value) <= 1000;

-- A value belongs to a key: taken apart they look a hundred times as rare as they are together.
create statistics run_param_values (mcv) on key, value from run_param;
create statistics run_tag_values (mcv) on key, value from run_tag;
