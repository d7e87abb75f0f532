package io.assay.workload;

/** The methods that occur in the route tables. Adapters keep their own method objects in arrays by ordinal. */
public enum RequestMethod {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
