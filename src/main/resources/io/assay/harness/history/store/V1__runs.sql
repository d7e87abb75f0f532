-- One row a run. "content" is the SHA-256 of what was measured: the same result is the same run, wherever it lies.
CREATE TABLE assay_run (
    id ${id},
    content VARCHAR(64) NOT NULL UNIQUE,
    measured_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    code VARCHAR(200) NOT NULL,
    branch VARCHAR(200) NOT NULL,
    source VARCHAR(400) NOT NULL,
    facts TEXT NOT NULL
);

CREATE INDEX assay_run_measured_at ON assay_run (measured_at);

-- Machine, JDK, flags, heap: what a figure holds for, once for all figures that share it.
CREATE TABLE assay_environment (
    id ${id},
    content VARCHAR(64) NOT NULL UNIQUE,
    facts TEXT NOT NULL
);

-- A metric of a row; "params" is a JSON object, its names sorted.
CREATE TABLE assay_series (
    id ${id},
    content VARCHAR(64) NOT NULL UNIQUE,
    benchmark VARCHAR(1000) NOT NULL,
    mode VARCHAR(20) NOT NULL,
    params TEXT NOT NULL,
    metric VARCHAR(200) NOT NULL,
    unit VARCHAR(40) NOT NULL
);

-- "value" is the geometric mean over forks; "forks" a JSON array of [mean, median, best, iterations].
CREATE TABLE assay_measurement (
    series_id BIGINT NOT NULL REFERENCES assay_series (id),
    run_id BIGINT NOT NULL REFERENCES assay_run (id),
    environment_id BIGINT NOT NULL REFERENCES assay_environment (id),
    value DOUBLE PRECISION NOT NULL,
    forks TEXT NOT NULL,
    PRIMARY KEY (series_id, run_id)
) ${clustered};
