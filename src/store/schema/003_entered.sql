-- Ways to reports, versions and figures, so that they are read when they are shown and not at the start.

CREATE INDEX report_by_agency ON report (agency, period);
CREATE INDEX submission_by_agency ON submission (agency, period);
CREATE INDEX observation_by_target ON observation (target, agency, as_of);
