/* What the process ends with. */
#ifndef YINFA_BASE_EXIT_STATUS_H
#define YINFA_BASE_EXIT_STATUS_H

enum exit_status {
    EXIT_CLEAN = 0,
    EXIT_FINDINGS = 1, /* the job was done; something was returned or warned of */
    EXIT_USAGE = 2,    /* the command line is wrong; nothing was done */
    EXIT_FAILED = 3,   /* a failure of the program or its surroundings */
    EXIT_STOPPED = 4   /* stopped at a gate; nothing was published */
};

#endif
