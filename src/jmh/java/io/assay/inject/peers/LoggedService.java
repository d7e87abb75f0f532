package io.assay.inject.peers;

/** A service that is given its logger by a callback before it is started. Public with public callbacks: containers reflect. */
public final class LoggedService {
    private final int number;
    private final FleetTally tally;
    private OwnLogger logger;

    /** A service that tells this tally when it starts. */
    public LoggedService(int number, FleetTally tally) {
        this.number = number;
        this.tally = tally;
    }

    /** Its logger has come. */
    public void logger(OwnLogger given) {
        logger = given;
    }

    /** Its logger is about to leave. */
    public void withoutLogger(OwnLogger taken) {
        if (logger == taken) {
            logger = null;
        }
    }

    /** It has started. */
    public void started() {
        tally.started(number, logger);
    }
}
