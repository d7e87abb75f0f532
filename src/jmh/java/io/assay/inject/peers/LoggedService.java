package io.assay.inject.peers;

/** A service that is given its logger by a callback before it is started. Public with public callbacks: containers reflect. */
public class LoggedService {
    private final int number;
    private final FleetTally tally;
    private OwnLogger logger;

    /** A service that tells this tally when it starts. */
    public LoggedService(int number, FleetTally tally) {
        this.number = number;
        this.tally = tally;
    }

    /** Its logger has come. */
    public final void logger(OwnLogger given) {
        logger = given;
    }

    /** Its logger is about to leave. */
    public final void withoutLogger(OwnLogger taken) {
        if (logger == taken) {
            logger = null;
        }
    }

    /** It has started. */
    public final void started() {
        tally.started(number, logger);
    }
}
