/* measure RUNS COMMAND…: runs the command RUNS times after one warm-up, output thrown away, and
 * prints the median CPU seconds (user + system, of the process and its children), the median wall
 * seconds and the peak memory in MB, tab-separated. For tests/bench.sh. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_RUNS = 100 };

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static int run(char **command, struct rusage *usage, double *wall)
{
    struct timespec began, ended;
    clock_gettime(CLOCK_MONOTONIC, &began);
    pid_t child = fork();
    if (child == 0) {
        int null = open("/dev/null", O_WRONLY);
        if (null < 0 || dup2(null, 1) < 0 || dup2(null, 2) < 0)
            _exit(127);
        execvp(command[0], command);
        _exit(127);
    }
    int status;
    if (child < 0 || wait4(child, &status, 0, usage) != child)
        return -1;
    clock_gettime(CLOCK_MONOTONIC, &ended);
    *wall = (double)(ended.tv_sec - began.tv_sec) + (double)(ended.tv_nsec - began.tv_nsec) / 1e9;
    return WIFEXITED(status) && WEXITSTATUS(status) <= 1 ? 0 : -1;
}

int main(int argument_count, char **arguments)
{
    double cpu[MOST_RUNS], wall[MOST_RUNS];
    long peak = 0; /* kB */
    int runs = argument_count > 2 ? atoi(arguments[1]) : 0;
    if (runs < 1 || runs > MOST_RUNS) {
        fprintf(stderr, "usage: measure RUNS COMMAND…\n");
        return 2;
    }
    for (int i = -1; i < runs; i++) {
        struct rusage usage;
        double elapsed;
        if (run(arguments + 2, &usage, &elapsed) != 0) {
            fprintf(stderr, "measure: %s failed\n", arguments[2]);
            return 1;
        }
        if (i < 0)
            continue;
        cpu[i] = seconds(usage.ru_utime) + seconds(usage.ru_stime);
        wall[i] = elapsed;
        peak = usage.ru_maxrss > peak ? usage.ru_maxrss : peak;
    }
    qsort(cpu, (size_t)runs, sizeof *cpu, ascending);
    qsort(wall, (size_t)runs, sizeof *wall, ascending);
    printf("%.3f\t%.3f\t%.1f\n", cpu[runs / 2], wall[runs / 2], (double)peak / 1024);
    return 0;
}
