-- A chart samples a few hundred steps of a long series: it looks them up instead of reading them all.
create index metric_point_by_step on metric_point (series, step);
