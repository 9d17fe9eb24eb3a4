-- Ways to reports, versions and figures, so that they are read when they are shown and not at the start.

CREATE INDEX task_by_clause ON task (plan, clause, place);
CREATE INDEX report_by_agency ON report (agency, period);
CREATE INDEX submission_by_agency ON submission (agency, period);
CREATE INDEX observation_by_target ON observation (target, agency, as_of);

-- Reports without their text. Whether a text holds a word and not blanks alone is not looked up in a long one: nobody
-- types so many blanks.
CREATE VIEW report_head AS
SELECT id, revision, saved_by, saved_at, obligation, period, agency, state, sent_at, sealed IS NOT NULL AS is_sealed,
    CASE WHEN octet_length(results) > 20 THEN 1
        ELSE trim(results, char(9, 10, 13, 32, 160)) <> '' END AS has_results,
    CASE WHEN octet_length(obstacles) > 20 THEN 1
        ELSE trim(obstacles, char(9, 10, 13, 32, 160)) <> '' END AS has_obstacles,
    CASE WHEN octet_length(proposals) > 20 THEN 1
        ELSE trim(proposals, char(9, 10, 13, 32, 160)) <> '' END AS has_proposals,
    CASE WHEN octet_length(evidence) > 20 THEN 1
        ELSE trim(evidence, char(9, 10, 13, 32, 160)) <> '' END AS has_evidence
FROM report;
